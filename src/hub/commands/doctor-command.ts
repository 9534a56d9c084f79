import { readMachinePolicy } from '../../machine/policy/machine-policy.ts';
import { thisMachine } from '../../machine/policy/this-machine.ts';
import { checkMachine } from '../../shared/health/check-machine.ts';
import { exitCodeOf } from '../../shared/health/finding.ts';
import { findingsAsJson, findingsAsText } from '../../shared/health/print-findings.ts';
import { ok } from '../../shared/std/result.ts';
import { gatherHub } from '../doctor/gather-hub.ts';
import { findTools } from '../documents/find-tools.ts';
import { readHubPolicy } from '../start/options.ts';
import { programVersion } from '../start/program-version.ts';
import { readCommandLine, type HubCommand } from './hub-command.ts';
import { settingFlags, withoutFlags } from './policy-flags.ts';

/** Looks at this hub and says what is not in order: exit code 0 all is well, 1 something to look at, 2 it would hurt. */
export const doctorCommand: HubCommand = {
  word: 'doctor',
  summary: {
    vi: 'Khám máy chủ: đĩa, cổng, dữ liệu, công cụ, cài đặt… và việc cần làm',
    en: 'Look at this hub: disk, ports, data, tools, settings… and what to do',
  },
  usage: '[--json] [options of run]',
  options: {
    json: { type: 'boolean', vi: 'In dạng JSON', en: 'Print JSON' },
    ...settingFlags,
  },
  async run(args, console) {
    const line = readCommandLine(this, args);
    if (!line.ok) return line;
    const sources = await readMachinePolicy(thisMachine({ userFile: null, folder: null }));
    const policy = readHubPolicy(withoutFlags(args, { switches: ['--json'], texts: [] }), sources);
    if (!policy.ok) return policy;
    const facts = await gatherHub({
      policy: policy.value,
      version: programVersion(),
      tools: await findTools(),
      now: () => Date.now(),
      elapsed: () => performance.now(),
    });
    const findings = checkMachine(facts, 'hub');
    if (line.value.has('json')) console.say(JSON.stringify(findingsAsJson(findings), null, 2));
    else for (const text of findingsAsText(findings)) console.say(text);
    return ok(exitCodeOf(findings));
  },
};

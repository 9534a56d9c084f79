import { resolve } from 'node:path';
import { readMachinePolicy } from '../../machine/policy/machine-policy.ts';
import { readSettings } from '../../machine/policy/read-settings.ts';
import { thisMachine } from '../../machine/policy/this-machine.ts';
import type { EffectivePolicy } from '../../shared/policy/effective-policy.ts';
import { policyAsJson, policyAsTable } from '../../shared/policy/print-policy.ts';
import type { ReadSource } from '../../shared/policy/policy-source.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { refused } from '../../shared/std/result.ts';
import { readHubPolicy } from '../start/options.ts';
import { done, readCommandLine, type HubCommand } from './hub-command.ts';
import { settingFlags, withoutFlags } from './policy-flags.ts';

/** Prints every setting, its value and where it comes from; with faults it ends with 2. */
export const printPolicyCommand: HubCommand = {
  word: 'print-policy',
  summary: {
    vi: 'In mọi cài đặt đang có hiệu lực và nơi đặt',
    en: 'Print every setting that is in force, and where it is set',
  },
  usage: '[--json] [--check <file>] [options of run]',
  options: {
    json: { type: 'boolean', vi: 'In dạng JSON', en: 'Print JSON' },
    check: {
      type: 'string',
      value: '<tệp>',
      vi: 'Kiểm tra một tệp cài đặt trước khi đưa vào dùng, thay cho các tệp của máy',
      en: 'Look at a settings file before it is rolled out, instead of the machine’s own',
    },
    ...settingFlags,
  },
  async run(args, console) {
    const line = readCommandLine(this, args);
    if (!line.ok) return line;
    const sources = await sourcesOf(line.value.text('check'));
    const rest = withoutFlags(args, { switches: ['--json'], texts: ['--check'] });
    const policy = readHubPolicy(rest, sources);
    if (!policy.ok) return policy;
    if (line.value.has('json')) console.say(JSON.stringify(policyAsJson(policy.value), null, 2));
    else for (const text of policyAsTable(policy.value)) console.say(text);
    return policy.value.faults.length === 0 ? done : refused(faultCount(policy.value));
  },
};

async function sourcesOf(file: string | null): Promise<readonly ReadSource[]> {
  if (file === null) return readMachinePolicy(thisMachine({ userFile: null, folder: null }));
  return [await readSettings({ name: 'policy-file', where: resolve(file), owner: null })];
}

function faultCount({ faults }: EffectivePolicy): Sentence {
  return {
    vi: `Cài đặt có ${faults.length} lỗi; chương trình không chạy cho đến khi sửa xong.`,
    en: `The settings have ${faults.length} faults; the program does not run until they are corrected.`,
  };
}

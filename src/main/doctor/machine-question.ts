import { join } from 'node:path';
import { app, powerMonitor, safeStorage, screen } from 'electron';
import { checkMachine } from '../../shared/health/check-machine.ts';
import { exitCodeOf } from '../../shared/health/finding.ts';
import { findingsAsJson, findingsAsText } from '../../shared/health/print-findings.ts';
import { policyAsJson, policyAsTable } from '../../shared/policy/print-policy.ts';
import type { EffectivePolicy } from '../../shared/policy/effective-policy.ts';
import { readMachineSettings } from '../policy/read-app-policy.ts';
import { BadLaunch, readLaunchOptions } from '../start/launch-options.ts';
import { rememberedHubs } from '../start/settings.ts';
import { gatherTerminal } from './gather-terminal.ts';

/** Something that the program is asked on the command line instead of opening: `--print-policy`, `--doctor`. */
export interface MachineQuestion {
  readonly is: 'print-policy' | 'doctor';
  /** Whether programs read the answer. */
  readonly json: boolean;
}

/** The question in a command line; null where the program is to open. */
export function questionIn(args: readonly string[]): MachineQuestion | null {
  const json = args.includes('--json');
  if (args.includes('--print-policy')) return { is: 'print-policy', json };
  return args.includes('--doctor') ? { is: 'doctor', json } : null;
}

/** Answers on standard output and ends the program: 0 all is well, 1 to look at, 2 faults or what would hurt a meeting. */
export async function answerQuestion(question: MachineQuestion, args: readonly string[]): Promise<void> {
  try {
    const options = readLaunchOptions(args);
    const folder = app.getPath('userData');
    const settings = await readMachineSettings({ folder, isPackaged: app.isPackaged });
    const policy = settings.policyOf(options);
    const { lines, code } =
      question.is === 'doctor' ? await examine(folder, policy, question) : show(policy, question);
    await print(lines.join('\n'));
    app.exit(code);
  } catch (reason) {
    console.error(reason instanceof BadLaunch ? reason.message : reason);
    app.exit(reason instanceof BadLaunch ? 2 : 1);
  }
}

interface Answer {
  readonly lines: readonly string[];
  readonly code: number;
}

function show(policy: EffectivePolicy, { json }: MachineQuestion): Answer {
  const lines = json ? [JSON.stringify(policyAsJson(policy), null, 2)] : policyAsTable(policy);
  return { lines, code: policy.faults.length === 0 ? 0 : 2 };
}

async function examine(folder: string, policy: EffectivePolicy, { json }: MachineQuestion): Promise<Answer> {
  await app.whenReady();
  const primary = screen.getPrimaryDisplay().id;
  const facts = await gatherTerminal({
    folder,
    policy,
    keyring: safeStorage,
    platform: process.platform,
    about: {
      version: app.getVersion(),
      lastError: () => null,
      isOnBattery: () => powerMonitor.isOnBatteryPower(),
    },
    plainHubs: [...plainAddresses(policy), ...(await rememberedHubs(join(folder, 'settings.json')))],
    displays: screen
      .getAllDisplays()
      .toSorted((a, b) => Number(b.id === primary) - Number(a.id === primary))
      .map(({ size: { width, height } }) => ({ width, height })),
    now: () => Date.now(),
    elapsed: () => performance.now(),
  });
  const findings = checkMachine(facts, 'terminal');
  const lines = json ? [JSON.stringify(findingsAsJson(findings), null, 2)] : findingsAsText(findings);
  return { lines, code: exitCodeOf(findings) };
}

/** Addresses of the settings or the command line that are for a trial. */
function plainAddresses({ values }: EffectivePolicy): readonly string[] {
  return values['room.addresses'].filter((address) => address.includes('://'));
}

/** Resolves when the text has left this process, which ends after it. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(`${text}\n`, () => resolve());
  });
}

import { join } from 'node:path';
import { readMachinePolicy } from '../../machine/policy/machine-policy.ts';
import { thisMachine } from '../../machine/policy/this-machine.ts';
import { readCommandLineSource } from '../../shared/policy/command-line-source.ts';
import { effectivePolicy, type EffectivePolicy } from '../../shared/policy/effective-policy.ts';
import { sentencesOfFault } from '../../shared/policy/print-policy.ts';
import type { LaunchOptions } from '../start/launch-options.ts';
import { launchUnder, settingsOfLaunch } from './launch-under-policy.ts';

/** Where a person's own settings lie, below the folder of the program's data. */
const userFileName = 'user-settings.json';

export interface AppPolicyPorts {
  /** The folder of the program's data of this person. */
  readonly folder: string;
  /** An installed program reads the places of the system and no other. */
  readonly isPackaged: boolean;
}

/** What the machine says of the terminal program. It holds until the program is started again. */
export interface MachineSettings {
  /** What is in force with a command line. */
  policyOf(options: LaunchOptions): EffectivePolicy;
  /** What a command line opens under the settings. Throws {@link PolicyRefused} when they cannot be used. */
  under(options: LaunchOptions): LaunchOptions;
}

/** Reads the settings of this machine: registry, policy, machine settings and the person's own. */
export async function readMachineSettings({ folder, isPackaged }: AppPolicyPorts): Promise<MachineSettings> {
  const sources = await readMachinePolicy(
    thisMachine({
      userFile: join(folder, userFileName),
      folder: isPackaged ? null : (process.env['NGHISU_SETTINGS_FOLDER'] ?? null),
    }),
  );
  const policyOf = (options: LaunchOptions): EffectivePolicy =>
    effectivePolicy([...sources, readCommandLineSource(settingsOfLaunch(options))]);
  return {
    policyOf,
    under(options) {
      const policy = policyOf(options);
      if (policy.faults.length > 0) throw new PolicyRefused(policy);
      return launchUnder(options, policy);
    },
  };
}

/** The settings cannot be used: the program says so and does not begin with any others. */
export class PolicyRefused extends Error {
  override readonly name = 'PolicyRefused';

  constructor({ faults }: Pick<EffectivePolicy, 'faults'>) {
    super(
      faults
        .map(sentencesOfFault)
        .flatMap(({ vi, en }) => [vi, en])
        .join('\n'),
    );
  }
}

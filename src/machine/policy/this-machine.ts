import type { MachinePolicyPorts } from './machine-policy.ts';
import { policyPlaces } from './policy-places.ts';
import { systemReg } from './query-registry.ts';

/** The number of root. */
const root = 0;

export interface ThisMachine {
  /** A person's own settings file; null for a program that belongs to nobody. */
  readonly userFile: string | null;
  /**
   * Reads policy and machine settings here instead of in the system's places, whoever owns them. Only for a program that
   * is run from its sources: in an installed one it would lead past the policy.
   */
  readonly folder: string | null;
}

/** The settings of the machine that this process runs on. */
export function thisMachine({ userFile, folder }: ThisMachine): MachinePolicyPorts {
  const { platform, env } = process;
  const isWindows = platform === 'win32';
  return {
    places: policyPlaces(platform, env['ProgramData'], folder),
    runReg: systemReg(env['SystemRoot'] ?? 'C:\\Windows'),
    owner: isWindows || folder !== null ? null : root,
    userFile,
  };
}

import type { ReadSource } from '../../shared/policy/policy-source.ts';
import type { PolicyPlaces } from './policy-places.ts';
import { queryRegistry, type RunReg } from './query-registry.ts';
import { readSettings } from './read-settings.ts';

export interface MachinePolicyPorts {
  readonly places: PolicyPlaces;
  readonly runReg: RunReg;
  /** The user who owns policy on this system (0 where there is root), null where files have no such owner. */
  readonly owner: number | null;
  /** A person's own file; null for a program that belongs to nobody, such as the hub. */
  readonly userFile: string | null;
}

/** Reads everything that a machine says about settings: registry, policy file, machine settings and a person's own. */
export async function readMachinePolicy(ports: MachinePolicyPorts): Promise<readonly ReadSource[]> {
  const { places, runReg, owner, userFile } = ports;
  const sources = [
    readSettings({ name: 'policy-file', where: places.policyFile, owner }),
    readSettings({ name: 'machine-file', where: places.machineFile, owner }),
  ];
  if (places.hasRegistry) sources.push(queryRegistry(runReg));
  if (userFile !== null) sources.push(readSettings({ name: 'user-file', where: userFile, owner: null }));
  return Promise.all(sources);
}

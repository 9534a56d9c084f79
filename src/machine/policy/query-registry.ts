import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import type { ReadSource } from '../../shared/policy/policy-source.ts';
import { brokenFile } from '../../shared/policy/read-settings-file.ts';
import {
  itemSeparator,
  namesPolicyKey,
  policyRegistryKey,
  readRegistry,
} from '../../shared/policy/registry-output.ts';

/** Runs `reg.exe` with these arguments: what it printed, or null when it failed. */
export type RunReg = (args: readonly string[]) => Promise<string | null>;

/** `reg.exe` of this Windows, by its full path. */
export function systemReg(systemRoot: string): RunReg {
  const program = win32.join(systemRoot, 'System32', 'reg.exe');
  return (args) =>
    new Promise((resolve) => {
      execFile(program, [...args], { timeout: 10_000, windowsHide: true }, (error, output) =>
        resolve(error === null ? output : null),
      );
    });
}

const policiesKey = policyRegistryKey.slice(0, policyRegistryKey.lastIndexOf('\\'));

/**
 * Reads the policy of the registry. `reg.exe` fails alike for a key that is not there and for one that may not be read;
 * so the keys beside it are asked for first.
 */
export async function queryRegistry(run: RunReg): Promise<ReadSource> {
  const source = { name: 'policy-registry', where: policyRegistryKey } as const;
  const keys = await run(['query', policiesKey, '/reg:64']);
  if (keys === null) return brokenFile(source, 'policy/unreadable', cannotAsk);
  if (!namesPolicyKey(keys)) return { ...source, entries: new Map(), faults: [] };
  const output = await run(['query', policyRegistryKey, '/reg:64', '/se', itemSeparator]);
  return output === null ? brokenFile(source, 'policy/unreadable', cannotAsk) : readRegistry(output);
}

const cannotAsk = {
  vi: 'reg.exe không đọc được khóa này',
  en: 'reg.exe cannot read this key',
};

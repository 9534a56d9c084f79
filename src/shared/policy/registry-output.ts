import type { Sentence } from '../refusals/refusal.ts';
import { ok, refused, type Result } from '../std/result.ts';
import { judgeValue, unknownKey } from './judge-value.ts';
import type { Place, PolicyCode, PolicyFault, ReadSource, SourceEntry } from './policy-source.ts';
import type { Setting } from './setting-kinds.ts';
import { settingKeys, settingOf, type SettingKey } from './settings.ts';

/** Where group policy puts the settings. */
export const policyRegistryKey = 'HKLM\\Software\\Policies\\NghiSu';

/** Between the items of a REG_MULTI_SZ; asked of `reg.exe` because its own `\0` may also stand in a path. */
export const itemSeparator = '|';

/** One value as `reg.exe query` prints it. */
export interface RegistryValue {
  readonly name: string;
  readonly type: string;
  readonly data: string;
}

/**
 * Reads what `reg.exe query <key> /reg:64 /se |` has printed: values of the key itself and names of keys below it.
 * Lines that are neither are passed over: they are words of the system's language.
 */
export function parseRegistryOutput(output: string): {
  readonly values: readonly RegistryValue[];
  readonly keysBelow: readonly string[];
} {
  const lines = output.split(/\r?\n/);
  const values = lines.flatMap((line): readonly RegistryValue[] => {
    const [, name, type, data] = /^ {4}(\S.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/.exec(line) ?? [];
    return name === undefined || type === undefined ? [] : [{ name, type, data: data ?? '' }];
  });
  const own = `\\${policyRegistryKey.slice(5)}`.toLowerCase();
  const keys = lines.filter((line) => line.startsWith('HKEY_LOCAL_MACHINE\\'));
  const keysBelow = keys.flatMap((line) => {
    const at = line.toLowerCase().indexOf(`${own}\\`);
    return at < 0 ? [] : [line.slice(at + own.length + 1).trim()];
  });
  return { values, keysBelow };
}

/** Whether the list of keys below `HKLM\Software\Policies` names ours: then it has to be readable too. */
export function namesPolicyKey(output: string): boolean {
  const [, ...path] = policyRegistryKey.toLowerCase().split('\\');
  return output
    .toLowerCase()
    .split(/\r?\n/)
    .some((line) => line.trim() === ['hkey_local_machine', ...path].join('\\'));
}

/** The settings that the registry names, each with the type that fits its kind. */
export function readRegistry(output: string): ReadSource {
  const { values, keysBelow } = parseRegistryOutput(output);
  const entries = new Map<SettingKey, SourceEntry>();
  const faults: PolicyFault[] = [];
  const blame = (code: PolicyCode, key: string, sentence: Sentence): void =>
    void faults.push({ code, key, place: placeOf(key), sentence });
  for (const value of values) {
    const key = settingKeys.find((known) => known.toLowerCase() === value.name.toLowerCase());
    if (key === undefined) {
      blame('policy/unknown-key', value.name, unknownKey(value.name));
      continue;
    }
    const plain = plainOf(settingOf(key), value);
    if (!plain.ok) {
      blame('policy/wrong-registry-type', key, wrongType(key, value.type, plain.reason));
      continue;
    }
    // reg.exe prints in the code page of the console, in which other letters are lost.
    if (/[^ -~]/.test(value.data)) {
      blame('policy/wrong-value', key, notPlain(key));
      continue;
    }
    const judged = judgeValue(key, plain.value);
    if (judged.ok) entries.set(key, { value: judged.value, place: placeOf(key) });
    else blame('policy/wrong-value', key, judged.reason);
  }
  for (const name of keysBelow) blame('policy/unknown-key', name, unknownKey(name));
  return { name: 'policy-registry', where: policyRegistryKey, entries, faults };
}

function placeOf(key: string): Place {
  return {
    source: 'policy-registry',
    where: `${policyRegistryKey}\\${key}`,
    line: null,
    column: null,
  };
}

/** The value as a file would have it, or the type that was expected. */
function plainOf(setting: Setting, { type, data }: RegistryValue): Result<unknown, string> {
  switch (setting.kind) {
    case 'toggle':
      if (type !== 'REG_DWORD') return refused('REG_DWORD');
      return ok({ 0: false, 1: true }[Number(data)] ?? Number(data));
    case 'count':
      return type === 'REG_DWORD' ? ok(Number(data)) : refused('REG_DWORD');
    case 'choice':
    case 'text':
      return type === 'REG_SZ' ? ok(data) : refused('REG_SZ');
    case 'list':
      if (type !== 'REG_MULTI_SZ') return refused('REG_MULTI_SZ');
      return ok(data.split(itemSeparator).filter((item) => item !== ''));
  }
}

function wrongType(key: string, type: string, expected: string): Sentence {
  return {
    vi: `"${key}" phải có kiểu ${expected}, không phải ${type}`,
    en: `"${key}" must be of type ${expected}, not ${type}`,
  };
}

function notPlain(key: string): Sentence {
  return {
    vi: `"${key}" có dấu tiếng Việt, registry không giữ được; hãy đặt trong policy.json`,
    en: `"${key}" has letters that are lost on the way from the registry; set it in policy.json`,
  };
}

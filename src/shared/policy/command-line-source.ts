import { judgeValue } from './judge-value.ts';
import type { Place, PolicyFault, ReadSource, SourceEntry } from './policy-source.ts';
import type { Setting } from './setting-kinds.ts';
import { settingOf, type SettingKey } from './settings.ts';

/** How the command line is named as a place. */
export const commandLine = 'command line';

/**
 * The settings that a command line names. Texts are read by the kind of the setting: numbers as numbers, lists by their
 * commas; a switch without a value is true.
 */
export function readCommandLineSource(
  flags: ReadonlyMap<SettingKey, string | boolean | readonly string[]>,
): ReadSource {
  const entries = new Map<SettingKey, SourceEntry>();
  const faults: PolicyFault[] = [];
  for (const [key, given] of flags) {
    const setting = settingOf(key);
    const place: Place = {
      source: 'command-line',
      where: setting.flag ?? commandLine,
      line: null,
      column: null,
    };
    const judged = judgeValue(key, plainOf(setting, given));
    if (judged.ok) entries.set(key, { value: judged.value, place });
    else faults.push({ code: 'policy/wrong-value', key, place, sentence: judged.reason });
  }
  return { name: 'command-line', where: commandLine, entries, faults };
}

function plainOf(setting: Setting, given: string | boolean | readonly string[]): unknown {
  if (typeof given !== 'string') return given;
  if (setting.kind === 'count' && /^\d{1,9}$/.test(given)) return Number(given);
  if (setting.kind === 'list') return given.split(',').map((item) => item.trim());
  if (setting.kind === 'toggle' && /^(?:true|false)$/.test(given)) return given === 'true';
  return given;
}

import { refusalTable } from '../refusals/refusal-table.ts';
import type { Sentence } from '../refusals/refusal.ts';
import type { EffectivePolicy } from './effective-policy.ts';
import type { Place, PolicyFault, SourceName } from './policy-source.ts';
import { settingKeys, settingOf, type SettingKey } from './settings.ts';

/** The sources in words. */
export const sourceTitles: Readonly<Record<SourceName | 'default', Sentence>> = {
  'policy-registry': { vi: 'chính sách (registry)', en: 'policy (registry)' },
  'policy-file': { vi: 'chính sách (tệp)', en: 'policy (file)' },
  'command-line': { vi: 'dòng lệnh', en: 'command line' },
  'machine-file': { vi: 'cài đặt của máy', en: 'machine settings' },
  'user-file': { vi: 'cài đặt của người dùng', en: 'user settings' },
  default: { vi: 'mặc định', en: 'default' },
};

/** One setting as it is in force, for programs. A secret is told as set or not set. */
export interface PrintedSetting {
  readonly key: SettingKey;
  readonly value: unknown;
  readonly source: SourceName | 'default';
  readonly where: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** One fault, for programs. */
export interface PrintedFault extends Sentence {
  readonly code: string;
  readonly key: string | null;
  readonly where: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** Every setting with its value and source, and every fault. */
export interface PrintedPolicy {
  readonly settings: readonly PrintedSetting[];
  readonly faults: readonly PrintedFault[];
}

/** What `--print-policy --json` prints. */
export function policyAsJson(policy: EffectivePolicy): PrintedPolicy {
  return {
    settings: settingKeys.map((key) => printed(policy, key)),
    faults: policy.faults.map(({ code, key, place, sentence }) => ({
      code,
      key,
      where: place.where,
      line: place.line,
      column: place.column,
      ...sentence,
    })),
  };
}

/** What `--print-policy` prints: a line for each setting, and after them a line for each fault. */
export function policyAsTable(policy: EffectivePolicy): readonly string[] {
  const { settings: rows } = policyAsJson(policy);
  const cells = rows.map(({ key, value, source, where, line }) => [
    key,
    value === null ? '–' : JSON.stringify(value),
    sourceTitles[source].vi,
    where === null ? '' : line === null ? where : `${where}:${line}`,
  ]);
  const head = ['Cài đặt / Setting', 'Giá trị / Value', 'Nguồn / Source', 'Nơi đặt / Where'];
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const lines = [head, ...cells].map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const faults = policy.faults.map(sentencesOfFault).flatMap(({ vi, en }) => [`✗ ${vi}`, `  ${en}`]);
  return faults.length === 0 ? lines : [...lines, '', ...faults];
}

/** Where, what kind of mistake and what exactly: `policy.json:3:12: …`. */
export function sentencesOfFault({ code, place, sentence }: PolicyFault): Sentence {
  const { vi, en } = refusalTable[code];
  return {
    vi: `${placeText(place)}: ${vi} ${whole(sentence.vi)}`,
    en: `${placeText(place)}: ${en} ${whole(sentence.en)}`,
  };
}

/** A place as editors and people write it: file:line:column. */
export function placeText({ where, line, column }: Place): string {
  return line === null ? where : `${where}:${line}:${column ?? 1}`;
}

function printed({ values, origins }: EffectivePolicy, key: SettingKey): PrintedSetting {
  const place = origins[key];
  const value = values[key];
  const isHidden = settingOf(key).secret === true && value !== null;
  return {
    key,
    value: isHidden ? '(đã đặt / set)' : value,
    source: place?.source ?? 'default',
    where: place?.where ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
  };
}

/** A clause as a sentence of its own. */
function whole(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}${/[.?]$/.test(clause) ? '' : '.'}`;
}

import type { policyRefusals } from '../refusals/policy-refusals.ts';
import type { Sentence } from '../refusals/refusal.ts';
import type { SettingValue } from './setting-kinds.ts';
import type { SettingKey } from './settings.ts';

/** Where a setting may come from, the highest first. The first two are the policy: nobody at the machine goes past it. */
export const sourceNames = [
  'policy-registry',
  'policy-file',
  'command-line',
  'machine-file',
  'user-file',
] as const;
export type SourceName = (typeof sourceNames)[number];

/** A code of the closed table about settings. */
export type PolicyCode = keyof typeof policyRefusals;

/** Where in a source something stands. */
export interface Place {
  readonly source: SourceName;
  /** A file, a key of the registry, or `command line`. */
  readonly where: string;
  /** Line and column from 1, the column in UTF-16 units; null where there are none. */
  readonly line: number | null;
  readonly column: number | null;
}

/** One setting that a source names, checked. */
export interface SourceEntry {
  readonly value: SettingValue;
  readonly place: Place;
}

/** Something wrong in a source. Nothing of it is used, and the program says so instead of starting. */
export interface PolicyFault {
  readonly code: PolicyCode;
  readonly place: Place;
  /** The setting it is about, where there is one. */
  readonly key: string | null;
  /** What is wrong here and what to do, in one sentence each. */
  readonly sentence: Sentence;
}

/** What one source says: the settings it names, and what is wrong with it. */
export interface ReadSource {
  readonly name: SourceName;
  /** A file, a key of the registry, or `command line`. */
  readonly where: string;
  readonly entries: ReadonlyMap<SettingKey, SourceEntry>;
  readonly faults: readonly PolicyFault[];
}

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCommandLineSource } from '../../shared/policy/command-line-source.ts';
import { effectivePolicy, type EffectivePolicy } from '../../shared/policy/effective-policy.ts';
import type { ReadSource } from '../../shared/policy/policy-source.ts';
import { sentencesOfFault } from '../../shared/policy/print-policy.ts';
import { settingKeys, settingOf, type SettingKey, type SettingValues } from '../../shared/policy/settings.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';

/** What a hub is started with. */
export interface HubOptions {
  /** Where everything is kept; made when it is not there. */
  readonly data: string;
  /** The local door. */
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly doors: DoorOptions;
  /** A meeting to begin with when the store has none: the sample, or one from a folder of PDFs. */
  readonly content: MeetingContent;
  /** The built interface; null for the one beside the program, if it has been built. */
  readonly ui: string | null;
  /** The folder is a restored copy: begin a new epoch, so that terminals leave the hub it was copied from. */
  readonly newEpoch: boolean;
  /** Where the microphone system hears who speaks; null where there is none. */
  readonly microphoneHook: URL | null;
  readonly backup: BackupOptions;
  /** Whether figures may be read at the local door. */
  readonly metrics: boolean;
  /** Whether seats are among them by their labels. */
  readonly metricsBySeat: boolean;
  /** Whether LibreOffice and Tesseract are used where they are installed. */
  readonly usesTools: boolean;
  readonly logLevel: SettingValues['log.level'];
}

/** The doors besides the local one. */
export interface DoorOptions {
  /** Where the doors to the network listen; null for a hub that this machine alone uses. */
  readonly lan: string | null;
  /** 0 for any free one. */
  readonly terminalPort: number;
  readonly pairingPort: number;
  readonly browserPort: number;
  /** Whether the door for browsers is open from the start. */
  readonly browsers: boolean;
  /** A trial: the local door may stand open to the network without encryption. */
  readonly plainOnLan: boolean;
  /** Whether the hub is announced by mDNS. */
  readonly discovery: boolean;
}

/** Backups by themselves. */
export interface BackupOptions {
  readonly folder: string | null;
  /** "hh:mm" of this machine's clock; empty for none. */
  readonly times: readonly string[];
  /** How many of the newest stay. */
  readonly keep: number;
}

export type MeetingContent =
  | { readonly from: 'nothing' }
  | { readonly from: 'sample' }
  | { readonly from: 'folder'; readonly folder: string };

export const usage = `npm run hub -- --data <folder> [--port <n>] [--host <address>] [--sample | --documents <folder>] [--ui <folder>] [--lan <address>] [--terminal-port <n>] [--pairing-port <n>] [--browser-port <n>] [--browsers] [--plain-on-lan] [--no-discovery] [--microphone-hook <url>] [--new-epoch]`;

/**
 * Reads the command line on top of what the machine says (`sources`: policy and settings files), or says in one sentence
 * what is wrong. The command line wins over the machine's settings and never over policy.
 */
export function parseOptions(
  args: readonly string[],
  sources: readonly ReadSource[] = [],
): Result<HubOptions, Sentence> {
  const read = readArguments(args);
  if (!read.ok) return read;
  const { sample, documents, ui } = read.value;
  const { values, faults } = policyOfHub(read.value, sources);
  const [fault] = faults;
  if (fault !== undefined) return refused(sentencesOfFault(fault));
  const data = values['hub.data'];
  if (data === null) return refused(wrong('thiếu --data <thư mục>', '--data <folder> is missing'));
  if (sample === true && documents !== undefined) {
    return refused(
      wrong('chỉ dùng một trong --sample và --documents', 'use one of --sample and --documents'),
    );
  }
  const content: MeetingContent =
    documents === undefined
      ? { from: sample === true ? 'sample' : 'nothing' }
      : { from: 'folder', folder: documents };
  return ok({
    ...fromSettings(values),
    data,
    content,
    ui: ui ?? null,
    newEpoch: read.value['new-epoch'] === true,
  });
}

/** What is in force for a hub with this command line; also for one that would not start. */
export function readHubPolicy(
  args: readonly string[],
  sources: readonly ReadSource[],
): Result<EffectivePolicy, Sentence> {
  const read = readArguments(args);
  return read.ok ? ok(policyOfHub(read.value, sources)) : read;
}

function fromSettings(values: SettingValues): Omit<HubOptions, 'data' | 'content' | 'ui' | 'newEpoch'> {
  const hook = values['hub.microphoneHook'];
  return {
    host: values['hub.host'],
    port: values['hub.port'],
    doors: {
      lan: values['hub.lan'],
      terminalPort: values['hub.terminalPort'],
      pairingPort: values['hub.pairingPort'],
      browserPort: values['hub.browserPort'],
      browsers: values['hub.browsers'],
      plainOnLan: values['hub.plainOnLan'],
      discovery: values['hub.discovery'],
    },
    microphoneHook: hook === null ? null : new URL(hook),
    backup: {
      folder: values['hub.backup.folder'],
      times: values['hub.backup.times'],
      keep: values['hub.backup.keep'],
    },
    metrics: values['hub.metrics'],
    metricsBySeat: values['hub.metricsBySeat'],
    usesTools: values['hub.tools'],
    logLevel: values['log.level'],
  };
}

const known = {
  data: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  lan: { type: 'string' },
  'terminal-port': { type: 'string' },
  'pairing-port': { type: 'string' },
  'browser-port': { type: 'string' },
  browsers: { type: 'boolean' },
  'plain-on-lan': { type: 'boolean' },
  discovery: { type: 'boolean' },
  sample: { type: 'boolean' },
  documents: { type: 'string' },
  ui: { type: 'string' },
  'microphone-hook': { type: 'string' },
  'new-epoch': { type: 'boolean' },
} as const;

type Arguments = ReturnType<typeof parsed>;

function parsed(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: known,
    strict: true,
    allowPositionals: false,
    allowNegative: true,
  }).values;
}

function policyOfHub(given: Arguments, sources: readonly ReadSource[]): EffectivePolicy {
  const texts: Readonly<Record<string, string | boolean | undefined>> = given;
  const flags = new Map<SettingKey, string | boolean>();
  for (const key of settingKeys) {
    const { by, flag } = settingOf(key);
    const value = by === 'terminal' || flag === undefined ? undefined : texts[flag.slice(2)];
    // A folder on the command line may be meant from where one stands.
    if (value !== undefined && value !== '')
      flags.set(key, key === 'hub.data' ? resolve(String(value)) : value);
  }
  return effectivePolicy([...sources, readCommandLineSource(flags)]);
}

function readArguments(args: readonly string[]): Result<Arguments, Sentence> {
  try {
    return ok(parsed(args));
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return refused(wrong(detail, detail));
  }
}

function wrong(vi: string, en: string): Sentence {
  return { vi: `Lệnh chạy chưa đúng: ${vi}.`, en: `Wrong options: ${en}. Usage: ${usage}` };
}

import { parseArgs } from 'node:util';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';

/** What a hub is started with. */
export interface HubOptions {
  /** Where everything is kept; made when it is not there. */
  readonly data: string;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** A meeting to begin with when the store has none: the sample, or one from a folder of PDFs. */
  readonly content: MeetingContent;
  /** The built interface; null for the one beside the program, if it has been built. */
  readonly ui: string | null;
  /** The folder is a restored copy: begin a new epoch, so that terminals leave the hub it was copied from. */
  readonly newEpoch: boolean;
  /** Where the microphone system hears who speaks; null where there is none. */
  readonly microphoneHook: URL | null;
}

export type MeetingContent =
  | { readonly from: 'nothing' }
  | { readonly from: 'sample' }
  | { readonly from: 'folder'; readonly folder: string };

export const usage = `npm run hub -- --data <folder> [--port <n>] [--host <address>] [--sample | --documents <folder>] [--ui <folder>] [--microphone-hook <url>] [--new-epoch]`;

const defaults = { host: '127.0.0.1', port: '4860' } as const;

/** Reads the command line, or says in one sentence what is wrong with it. */
export function parseOptions(args: readonly string[]): Result<HubOptions, Sentence> {
  const read = readArguments(args);
  if (!read.ok) return read;
  const { data, host = defaults.host, port = defaults.port, sample, documents, ui } = read.value;
  if (data === undefined || data === '')
    return refused(wrong('thiếu --data <thư mục>', '--data <folder> is missing'));
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return refused(wrong(`--port ${port} không phải là cổng`, `--port ${port} is not a port`));
  }
  if (sample === true && documents !== undefined) {
    return refused(
      wrong('chỉ dùng một trong --sample và --documents', 'use one of --sample and --documents'),
    );
  }
  const hook = readHook(read.value['microphone-hook']);
  if (!hook.ok) return hook;
  const content: MeetingContent =
    documents === undefined
      ? { from: sample === true ? 'sample' : 'nothing' }
      : { from: 'folder', folder: documents };
  return ok({
    data,
    host,
    port: Number(port),
    content,
    ui: ui ?? null,
    newEpoch: read.value['new-epoch'] === true,
    microphoneHook: hook.value,
  });
}

const known = {
  data: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  sample: { type: 'boolean' },
  documents: { type: 'string' },
  ui: { type: 'string' },
  'microphone-hook': { type: 'string' },
  'new-epoch': { type: 'boolean' },
} as const;

function readHook(address: string | undefined): Result<URL | null, Sentence> {
  if (address === undefined) return ok(null);
  const url = URL.parse(address);
  if (url !== null && /^https?:$/.test(url.protocol)) return ok(url);
  return refused(
    wrong(
      `--microphone-hook ${address} không phải là địa chỉ http`,
      `--microphone-hook ${address} is no http address`,
    ),
  );
}

function readArguments(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], options: known, strict: true, allowPositionals: false }).values);
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return refused(wrong(detail, detail));
  }
}

function wrong(vi: string, en: string): Sentence {
  return { vi: `Lệnh chạy chưa đúng: ${vi}.`, en: `Wrong options: ${en}. Usage: ${usage}` };
}

import { z } from 'zod';
import type { TechLog } from '../../../shared/protocol/admin/tech-log.ts';

/** A line of the hub's log, taken apart. */
export interface LogLine {
  readonly number: number;
  readonly level: 'info' | 'warn' | 'error';
  /** Milliseconds since 1970, by the hub's clock; null where the line has none. */
  readonly at: number | null;
  readonly event: string;
  /** Everything else, as `name value`, in the order of the line. */
  readonly detail: string;
  readonly text: string;
}

/** What of the log is shown. */
export type LogFilter = 'all' | 'trouble' | 'admin';

const line = z.looseObject({
  level: z.enum(['info', 'warn', 'error']),
  time: z.string(),
  event: z.string(),
});

/** Takes a line apart; one that is none of the log's own is shown as it is. */
export function readLine({ number, text }: TechLog['lines'][number]): LogLine {
  const parsed = line.safeParse(parse(text));
  if (!parsed.success) return { number, level: 'info', at: null, event: '', detail: text, text };
  const { level, time, event, ...rest } = parsed.data;
  const at = Date.parse(time);
  const detail = Object.entries(rest)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
  return { number, level, at: Number.isNaN(at) ? null : at, event, detail, text };
}

/** Most lines that are drawn; the file for support has all of them. */
export const mostShown = 500;

/** The lines to show, the newest first. */
export function shownLines(lines: readonly LogLine[], filter: LogFilter, find: string): readonly LogLine[] {
  const words = find.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return lines
    .filter((each) => isOf(filter, each) && words.every((word) => each.text.toLowerCase().includes(word)))
    .toReversed()
    .slice(0, mostShown);
}

function isOf(filter: LogFilter, { level, event }: LogLine): boolean {
  if (filter === 'trouble') return level !== 'info';
  return filter === 'all' || event.startsWith('admin/');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import {
  entryEnvelope,
  entrySchemas,
  type EntryType,
  type Happening,
  type LogEntry,
} from '../room/log-entry.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';

function isEntryType(text: unknown): text is EntryType {
  return typeof text === 'string' && Object.hasOwn(entrySchemas, text);
}

/** Reads one stored line of the log back into an entry, or says in a few words what is wrong with it. */
export function parseEntry(json: string): Result<LogEntry, string> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refused('not JSON');
  }
  if (typeof value !== 'object' || value === null) return refused('not an object');
  const { type, payload, ...rest } = value as Record<string, unknown>;
  if (!isEntryType(type)) return refused('unknown type');
  const envelope = entryEnvelope.safeParse(rest);
  if (!envelope.success) return refused('malformed envelope');
  const body = entrySchemas[type].safeParse(payload);
  if (!body.success) return refused('malformed payload');
  return ok({ ...envelope.data, ...({ type, payload: body.data } as Happening) });
}

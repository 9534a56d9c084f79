import type { LogEntry } from '../room/log-entry.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { RecordEvent } from '../../shared/records/record-line.ts';
import { holds } from './violation.ts';

/** Lines that each entry of a type must have written, by what the record calls them. */
const lineOf: Partial<Record<LogEntry['type'], RecordEvent['type']>> = {
  'meeting/opened': 'meeting-opened',
  'meeting/closed': 'meeting-closed',
  'item/started': 'item-started',
  'item/paused': 'item-paused',
  'item/resumed': 'item-resumed',
  'vote/opened': 'vote-opened',
  'vote/locked': 'vote-locked',
  'vote/announced': 'vote-announced',
  'count/entered': 'count-entered',
  'count/confirmed': 'count-confirmed',
  'ballot/paper-issued': 'paper-issued',
};

/** Events that have one line in all for what they name, however often they come. */
const ofOneLine: ReadonlySet<string> = new Set([
  'meeting-opened',
  'meeting-closed',
  'vote-opened',
  'vote-locked',
  'vote-announced',
  'copies-handed',
  'copies-collected',
]);

/** The running record as the log wants it: which events have a line, and which lines the secretary has written. */
export class LinesAudit {
  written = 0;
  readonly #due = new Map<number, RecordEvent['type']>();
  readonly #own = new Set<string>();

  take(entry: LogEntry): void {
    const event = lineOf[entry.type];
    if (event !== undefined) this.#due.set(entry.seq, event);
    if (entry.type === 'record/written') {
      this.#own.add(entry.payload.lineId);
      this.written += 1;
    }
  }

  /** What a console shows of the record, once everything is whole. */
  judgeScreen(name: string, lines: readonly RecordBody<'record-line'>[]): void {
    const seen = new Set<string>();
    // An entry may have several lines: who started an item ended a speech.
    const told = new Set<string>();
    const own = new Set<string>();
    for (const line of lines) {
      const { event, order, id } = line;
      if (event === null) {
        holds(this.#own.has(id), 'LINE-1', () => `${name} shows line ${id}, which nobody has written`);
        own.add(id);
        continue;
      }
      const who = 'who' in event ? ` of ${event.who.participantId}` : '';
      const key = ofOneLine.has(event.type) ? thingOf(line, event) : `${event.type} ${order}${who}`;
      holds(!seen.has(key), 'LINE-1', () => `${name} shows two lines of ${key}`);
      seen.add(key);
      told.add(`${event.type} ${order}`);
    }
    holds(
      own.size === this.#own.size,
      'LINE-2',
      () => `${name} shows ${own.size} lines of ${this.#own.size} written`,
    );
    for (const [seq, event] of this.#due)
      holds(
        told.has(`${event} ${seq}`),
        'LINE-1',
        () => `${name} shows no line of ${event} for entry ${seq}`,
      );
  }
}

function thingOf({ itemId }: RecordBody<'record-line'>, event: RecordEvent): string {
  if ('voteId' in event) return `${event.type} ${event.voteId}`;
  return event.type.startsWith('copies') ? `${event.type} ${itemId}` : event.type;
}

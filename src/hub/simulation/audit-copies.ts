import type { LogEntry } from '../room/log-entry.ts';
import type { AgendaItemId, ParticipantId } from '../../shared/records/ids.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import { holds } from './violation.ts';

/** Which numbered copy of which item is in whose hands: a list of those that are out, and how many there are. */
export class CopiesAudit {
  handedOut = 0;
  readonly #counts = new Map<AgendaItemId, number>();
  readonly #out = new Map<string, { readonly itemId: AgendaItemId; readonly holder: ParticipantId }>();
  readonly #returned = new Map<string, ParticipantId>();
  #current: AgendaItemId | null = null;

  take(entry: LogEntry): void {
    switch (entry.type) {
      case 'copy/prepared':
        this.#counts.set(entry.payload.itemId, entry.payload.count);
        return;
      case 'copy/handed-out':
        return this.#handOut(entry);
      case 'copy/collected':
        return this.#collect(entry);
      case 'copy/undone':
        return this.#undo(entry);
      case 'item/started':
        this.#mustBeBack(entry, this.#current);
        this.#current = entry.payload.itemId;
        return;
      case 'meeting/closed':
        for (const itemId of this.#counts.keys()) this.#mustBeBack(entry, itemId);
        return;
      default:
    }
  }

  /** A record as the hub says it now. */
  judge({ kind, body, key }: WireRecord): void {
    if (kind !== 'paper-copies' || body === null) return;
    const { itemId, copies } = body as RecordBody<'paper-copies'>;
    for (const { number, participantId, handedAt, collectedAt } of copies) {
      const told = handedAt !== null && collectedAt === null ? participantId : null;
      const right = this.#out.get(`${itemId}#${number}`)?.holder ?? null;
      holds(
        told === right,
        'COPY-1',
        () => `${key}: number ${number} is told to be with ${told}, not ${right}`,
      );
    }
  }

  #handOut({
    seq,
    payload: { itemId, number, participantId },
  }: LogEntry & { type: 'copy/handed-out' }): void {
    const copy = `${itemId}#${number}`;
    const isThere =
      number <= (this.#counts.get(itemId) ?? 0) && !this.#out.has(copy) && !this.#returned.has(copy);
    holds(isThere, 'COPY-1', () => `entry ${seq} hands out ${copy}, which is not there`);
    this.#mustHoldNone(seq, itemId, participantId);
    this.#out.set(copy, { itemId, holder: participantId });
    this.handedOut += 1;
  }

  #collect({ seq, payload: { itemId, number } }: LogEntry & { type: 'copy/collected' }): void {
    const copy = `${itemId}#${number}`;
    const out = this.#out.get(copy);
    holds(out !== undefined, 'COPY-1', () => `entry ${seq} collects ${copy}, which is not out`);
    this.#out.delete(copy);
    this.#returned.set(copy, out.holder);
  }

  #undo({ seq, payload: { itemId, number } }: LogEntry & { type: 'copy/undone' }): void {
    const copy = `${itemId}#${number}`;
    const holder = this.#returned.get(copy);
    if (holder === undefined) {
      holds(this.#out.delete(copy), 'COPY-1', () => `entry ${seq} undoes ${copy}, of which nothing is known`);
      return;
    }
    this.#mustHoldNone(seq, itemId, holder);
    this.#returned.delete(copy);
    this.#out.set(copy, { itemId, holder });
  }

  #mustHoldNone(seq: number, itemId: AgendaItemId, who: ParticipantId): void {
    for (const out of this.#out.values())
      holds(
        out.itemId !== itemId || out.holder !== who,
        'COPY-1',
        () => `entry ${seq}: ${who} holds two copies`,
      );
  }

  #mustBeBack({ seq }: LogEntry, itemId: AgendaItemId | null): void {
    for (const out of this.#out.values())
      holds(
        out.itemId !== itemId,
        'COPY-2',
        () => `entry ${seq} leaves ${itemId} while ${out.holder} has a copy`,
      );
  }
}

import { limits } from '../../protocol/limits.ts';
import type { PageMessage } from '../../protocol/page.ts';
import type { PokeMessage } from '../../protocol/poke.ts';
import type { WireRecord } from '../../records/wire-record.ts';
import { must } from '../../std/must.ts';
import { pass, welcome, type LinkedRoom } from './linked-room.ts';

/** A record of a person, as the hub tells it. */
export function person(id: string, seq: number, office = ''): WireRecord {
  return { key: `person/${id}`, kind: 'person', seq, body: { id, fullName: `Đ/c ${id}`, office } as never };
}

/** The check code of an entry; `history` names the log that it is in. */
export function checkOf(seq: number, history = 'A'): string {
  return `${history.repeat(4)}-${String(seq).padStart(4, '0')}`;
}

/** A page of records; an empty one of epoch 1 unless told otherwise. */
export function page(changes: Partial<PageMessage>): PageMessage {
  const upTo = changes.upTo ?? 0;
  const place = { epoch: 1, since: 0, upTo, head: upTo, check: checkOf(upTo) };
  return { type: 'page', request: -1, ...place, complete: true, records: [], ...changes };
}

/** A change of the room, live. */
export function poke(prev: number, seq: number, records: readonly WireRecord[] = []): PokeMessage {
  return { type: 'poke', epoch: 1, prev, seq, check: checkOf(seq), records };
}

/** Connects where that has not been done, and welcomes. */
export function goLive(room: LinkedRoom, changes: Parameters<typeof welcome>[0] = {}): void {
  if (room.wire.connections.length === 0) room.link.start();
  room.wire.current.open();
  room.wire.current.hear(welcome(changes));
}

/** Breaks the connection and waits for the next attempt. */
export function breakAndRetry(room: LinkedRoom): void {
  const before = room.wire.connections.length;
  room.wire.current.cut();
  pass(room.time, limits.reconnectLongestMs);
  must(room.wire.connections.length > before, 'the link dials again');
}

import { mayView, ownerOf, type Viewer } from '../../shared/records/audience.ts';
import type { PersonId } from '../../shared/records/ids.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import type { Frame } from './frame.ts';
import type { History } from './history.ts';
import { sawFormerly, type RoomState, type StoredRecord } from './room-state.ts';

/** What a viewer gets of a record: itself, its end when it was once visible, or nothing. */
export function projectRecord(viewer: Viewer, stored: StoredRecord): WireRecord | null {
  const { key, kind, seq } = stored;
  if (mayView(viewer, stored.audience)) return { key, kind, seq, body: stored.body };
  return sawFormerly(viewer, stored) ? { key, kind, seq, body: null } : null;
}

/** Records changed after a sequence, as far as one page goes. */
export interface PageContent {
  readonly since: number;
  readonly upTo: number;
  readonly complete: boolean;
  readonly records: readonly WireRecord[];
}

/**
 * Reads a page: at least `limit` records where there are that many, cut only between log entries. To a client that
 * stands beyond the end of the log it says where the log ends; the client sees by it that its history is another.
 */
export function readPage(state: RoomState, viewer: Viewer, since: number, limit: number): PageContent {
  const records: WireRecord[] = [];
  let upTo = since;
  for (const stored of state.records.after(since)) {
    if (records.length >= limit && stored.seq > upTo) return { since, upTo, complete: false, records };
    upTo = stored.seq;
    const projected = projectRecord(viewer, stored);
    if (projected !== null && (since > 0 || projected.body !== null)) records.push(projected);
  }
  return { since, upTo: state.seq, complete: true, records };
}

/** Pages, encoded once for all viewers that get the same. */
export interface PageCache {
  /** The page as a message that answers `request` (-1: nobody asked). */
  frame(viewer: Viewer, since: number, limit: number, request: number): Frame;
}

const mostCached = 32;

export interface PagePorts {
  readonly epoch: number;
  state(): RoomState;
  readonly history: Pick<History, 'end'>;
}

/** Makes a cache of pages over a state; what it keeps is dropped as soon as the log has grown. */
export function createPageCache({ epoch, state, history }: PagePorts): PageCache {
  let atSeq = -1;
  const tails = new Map<string, string>();
  const pushed = new Map<string, Frame>();
  const personal = new Map<number, ReadonlySet<PersonId>>();

  const tailOf = (key: string, viewer: Viewer, since: number, limit: number): string => {
    const known = tails.get(key);
    if (known !== undefined) return known;
    const content = readPage(state(), viewer, since, limit);
    const tail = JSON.stringify({ epoch, ...history.end(), ...content }).slice(1);
    if (tails.size < mostCached) tails.set(key, tail);
    return tail;
  };

  const ownersAfter = (since: number): ReadonlySet<PersonId> => {
    const owners = personal.get(since) ?? personsWithRecords(state(), since);
    if (personal.size < mostCached) personal.set(since, owners);
    return owners;
  };

  return {
    frame(viewer, since, limit, request) {
      if (state().seq !== atSeq) {
        tails.clear();
        pushed.clear();
        personal.clear();
        atSeq = state().seq;
      }
      const key = `${classOf(viewer, ownersAfter(since))}|${since}|${limit}`;
      if (request >= 0) return { text: messageOf(request, tailOf(key, viewer, since, limit)) };
      const shared = pushed.get(key) ?? { text: messageOf(request, tailOf(key, viewer, since, limit)) };
      if (pushed.size < mostCached) pushed.set(key, shared);
      return shared;
    },
  };
}

function messageOf(request: number, tail: string): string {
  return `{"type":"page","request":${request},${tail}`;
}

/** Viewers of one class get the same records: those of a person only where there is something personal. */
function classOf({ surface, atConsole, personId }: Viewer, owners: ReadonlySet<PersonId>): string {
  const shared = `${surface}${atConsole ? '+' : ''}`;
  return personId !== null && owners.has(personId) ? `${shared}:${personId}` : shared;
}

/** The people who see something that changed after `since` and that others at the same surface do not. */
function personsWithRecords(state: RoomState, since: number): ReadonlySet<PersonId> {
  const owners = new Set<PersonId>();
  for (const { audience } of state.records.after(since)) {
    const owner = ownerOf(audience);
    if (owner !== null) owners.add(owner);
  }
  return owners;
}

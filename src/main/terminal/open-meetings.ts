import { z } from 'zod';
import type { HubBridge } from '../../shared/bridge/bridge.ts';
import { meeting, type Meeting } from '../../shared/records/meeting.ts';
import { meetingId, roomId, type MeetingId } from '../../shared/records/ids.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import { createSignal, type Watchable } from '../../shared/std/signal.ts';

const mostListed = 100;

/** What a terminal remembers of the meetings of its room, so that it knows of an open one before the hub is there. */
export const openMeetings = z.strictObject({
  roomId,
  open: z.array(meetingId).max(mostListed),
  /** Those whose body lets papers be printed. */
  printable: z.array(meetingId).max(mostListed).default([]),
});
export type OpenMeetings = z.infer<typeof openMeetings>;

export interface OpenMeetingsStorage {
  load(): OpenMeetings | null;
  keep(meetings: OpenMeetings): void;
}

/** A hub, and whether a meeting is open there as far as this terminal has heard. */
export interface WatchedHub {
  readonly hub: HubBridge;
  readonly isOpen: Watchable<boolean>;
  /** Whether the body of a meeting lets its papers be printed, and they have not been recalled. */
  mayPrint(meeting: MeetingId): boolean;
}

/**
 * Listens to the records on their way to the window: main needs to know whether a meeting is open and its papers may be
 * printed, and the replica is the window's. A storage that refuses only means that the next start learns it later;
 * `onTrouble` is told.
 */
export function watchMeetings(
  hub: HubBridge,
  storage: OpenMeetingsStorage,
  onTrouble: (reason: unknown) => void,
): WatchedHub {
  const kept = storage.load();
  let known: OpenMeetings | null = kept;
  const isOpen = createSignal((kept?.open.length ?? 0) > 0);
  const hear = (records: readonly WireRecord[]): void => {
    const next = heard(known, hub.room.get()?.roomId ?? known?.roomId ?? null, records);
    if (next === known || next === null) return;
    known = next;
    isOpen.set(next.open.length > 0);
    try {
      storage.keep(next);
    } catch (reason) {
      onTrouble(reason);
    }
  };
  hub.onChange((change) => {
    if (change !== 'live') hear(change.records);
  });
  return {
    isOpen,
    mayPrint: (id) => known?.printable.includes(id) ?? false,
    hub: {
      ...hub,
      async pull(since, limit) {
        const page = await hub.pull(since, limit);
        hear(page.records);
        return page;
      },
    },
  };
}

/** What is known after these records; the same object when they change nothing. */
function heard(
  known: OpenMeetings | null,
  room: OpenMeetings['roomId'] | null,
  records: readonly WireRecord[],
): OpenMeetings | null {
  const told = new Map(records.flatMap(({ kind, body }) => meetingOf(kind, body)));
  if (room === null || told.size === 0) return known;
  const before = known?.roomId === room ? known : { roomId: room, open: [], printable: [] };
  const next = {
    roomId: room,
    open: changed(before.open, told, ({ state }) => state === 'open'),
    printable: changed(before.printable, told, isPrintable),
  };
  const isSame = known === before && isEqual(next.open, before.open);
  return isSame && isEqual(next.printable, before.printable) ? known : next;
}

/** The ids that were listed, and those told of now as far as they belong on the list. */
function changed(
  listed: readonly MeetingId[],
  told: ReadonlyMap<MeetingId, Meeting>,
  belongs: (meeting: Meeting) => boolean,
): MeetingId[] {
  const others = listed.filter((id) => !told.has(id));
  return [...others, ...[...told.values()].filter(belongs).map(({ id }) => id)].slice(-mostListed);
}

function isPrintable({ body, recalledAt }: Meeting): boolean {
  return body.copies?.print === true && recalledAt === null;
}

function isEqual(one: readonly MeetingId[], other: readonly MeetingId[]): boolean {
  return one.join('\n') === other.join('\n');
}

function meetingOf(kind: WireRecord['kind'], body: unknown): readonly (readonly [MeetingId, Meeting])[] {
  const parsed = kind === 'meeting' ? meeting.safeParse(body).data : undefined;
  return parsed === undefined ? [] : [[parsed.id, parsed]];
}

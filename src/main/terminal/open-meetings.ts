import { z } from 'zod';
import type { HubBridge } from '../../shared/bridge/bridge.ts';
import { meeting, type MeetingState } from '../../shared/records/meeting.ts';
import { meetingId, roomId, type MeetingId } from '../../shared/records/ids.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import { createSignal, type Watchable } from '../../shared/std/signal.ts';

/** What a terminal remembers of the meetings of its room, so that it knows of an open one before the hub is there. */
export const openMeetings = z.strictObject({ roomId, open: z.array(meetingId).max(100) });
export type OpenMeetings = z.infer<typeof openMeetings>;

export interface OpenMeetingsStorage {
  load(): OpenMeetings | null;
  keep(meetings: OpenMeetings): void;
}

/** A hub, and whether a meeting is open there as far as this terminal has heard. */
export interface WatchedHub {
  readonly hub: HubBridge;
  readonly isOpen: Watchable<boolean>;
}

/**
 * Listens to the records on their way to the window: main needs to know whether a meeting is open, and the replica is
 * the window's. A storage that refuses only means that the next start learns it later; `onTrouble` is told.
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
  const told = new Map(records.flatMap(({ kind, body }) => stateOf(kind, body)));
  if (room === null || told.size === 0) return known;
  const before = known?.roomId === room ? known.open : [];
  const open = [
    ...before.filter((id) => !told.has(id)),
    ...[...told].filter(([, state]) => state === 'open').map(([id]) => id),
  ];
  const isSame = known?.roomId === room && open.join('\n') === before.join('\n');
  return isSame ? known : { roomId: room, open };
}

function stateOf(kind: WireRecord['kind'], body: unknown): readonly (readonly [MeetingId, MeetingState])[] {
  const parsed = kind === 'meeting' ? meeting.safeParse(body).data : undefined;
  return parsed === undefined ? [] : [[parsed.id, parsed.state]];
}

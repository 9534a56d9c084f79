import type { OutboxBridge } from '../bridge/bridge.ts';
import type { Link } from '../link/link.ts';
import { isWaiting, type OutboxEntry } from '../link/outbox-entry.ts';
import { recallAcknowledge } from '../protocol/commands/recall-acknowledge.ts';
import type { MeetingId, SeatLabel } from '../records/ids.ts';
import { meeting } from '../records/meeting.ts';
import type { WireRecord } from '../records/wire-record.ts';
import type { Guard } from './guard.ts';

export interface RecallParts {
  readonly link: Pick<Link, 'recalls' | 'onChange' | 'status'>;
  /** See `Vault.recall`. */
  readonly vault: { recall(meetingId: MeetingId): Promise<void> };
  readonly outbox: Pick<OutboxBridge, 'entries' | 'submit'>;
  readonly guard: Pick<Guard, 'haveRecalled' | 'recallsAreKnown'>;
  readonly seat: SeatLabel | null;
  /** False while the terminal belongs to no room: there is nobody to ask. */
  readonly isRegistered: boolean;
  onTrouble(reason: unknown): void;
}

/**
 * Carries out recalls: those that a welcome names before the guard opens, and those that come live. A meeting's key
 * goes first, then its files; the hub is told only when the key is gone for good. Where the hub cannot be asked the
 * guard opens without knowing, because the room has to go on; the next welcome makes up for it.
 */
export function obeyRecalls(parts: RecallParts): void {
  const { link, vault, outbox, guard, seat, onTrouble } = parts;
  const obey = async (meetingId: MeetingId): Promise<void> => {
    await vault.recall(meetingId);
    guard.haveRecalled([meetingId]);
    const isSaid = (entry: OutboxEntry): boolean =>
      isWaiting(entry) &&
      entry.command === 'recall/acknowledge' &&
      recallAcknowledge.safeParse(entry.payload).data?.meetingId === meetingId;
    if (!outbox.entries.get().some(isSaid))
      await outbox.submit({ type: 'recall/acknowledge', payload: { meetingId, seat } });
  };
  const obeyAll = async (meetings: readonly MeetingId[]): Promise<void> => {
    const ends = await Promise.allSettled(meetings.map(obey));
    for (const end of ends) if (end.status === 'rejected') onTrouble(end.reason);
  };
  link.onChange((change) => {
    if (change === 'live') void obeyAll(link.recalls.get()).then(() => guard.recallsAreKnown());
    else void obeyAll(change.records.flatMap(recalledBy));
  });
  if (!parts.isRegistered) guard.recallsAreKnown();
  link.status.subscribe(({ state, code }) => {
    // With a session that has ended the terminal comes again at once as nobody's, and is told then.
    const comesAgain = state === 'connecting' || state === 'live' || code === 'access/not-signed-in';
    if (!comesAgain) guard.recallsAreKnown();
  });
}

function recalledBy({ kind, body }: WireRecord): readonly MeetingId[] {
  if (kind !== 'meeting' || body === null) return [];
  const parsed = meeting.pick({ id: true, recalledAt: true }).strip().safeParse(body);
  return parsed.success && parsed.data.recalledAt !== null ? [parsed.data.id] : [];
}

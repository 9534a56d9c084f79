import { mostSpans, type Attendance, type PresenceSpan } from '../records/attendance.ts';
import type { AgendaItem } from '../records/agenda-item.ts';
import type { MeetingId, ParticipantId } from '../records/ids.ts';
import type { Body } from '../records/meeting.ts';

/** A stretch of time, in milliseconds of the hub's clock; `to` is null while it lasts. */
export type Period = PresenceSpan;

/** The attendance of somebody of whom nothing is known yet. */
export function expected(participantId: ParticipantId, meetingId: MeetingId): Attendance {
  const nothing = { at: null, late: false, reason: '', excuse: 'none', deviceId: null } as const;
  return { participantId, meetingId, state: 'expected', ...nothing, spans: [] };
}

/** The times in the room after an arrival; nothing changes for who is there already. */
export function arrived(spans: readonly PresenceSpan[], at: number): PresenceSpan[] {
  if (isInside(spans)) return [...spans];
  // Of more comings and goings than are kept, the earliest go.
  return [...spans.slice(1 - mostSpans), { from: at, to: null }];
}

/** The times in the room after a departure; nothing changes for who is not there. */
export function departed(spans: readonly PresenceSpan[], at: number): PresenceSpan[] {
  return spans.map((span) => (span.to === null ? { ...span, to: Math.max(span.from, at) } : span));
}

function isInside(spans: readonly PresenceSpan[]): boolean {
  return spans.at(-1)?.to === null;
}

/** How much of some periods somebody was in the room. */
export type Share = 'whole' | 'part' | 'none';

/**
 * The attendance of one item: `whole` for who was in the room as long as it was discussed, `part` for who was there for
 * some of it. A period that lasts ends at `now`. Without any time at all there is nothing to attend.
 */
export function shareOf(spans: readonly PresenceSpan[], periods: readonly Period[], now: number): Share {
  let attended = 0;
  let whole = 0;
  for (const period of periods) {
    const end = period.to ?? now;
    whole += Math.max(0, end - period.from);
    for (const span of spans)
      attended += Math.max(0, Math.min(end, span.to ?? end) - Math.max(period.from, span.from));
  }
  if (attended === 0) return 'none';
  return attended < whole ? 'part' : 'whole';
}

/** From when an item first became the current one to when it was last left; null before it began. */
export function periodOf({ beganAt, endedAt, state }: AgendaItem): Period | null {
  return beganAt === null ? null : { from: beganAt, to: state === 'current' ? null : endedAt };
}

/** The people of an item by how much of it they were in the room; null before it began (ATT-5). */
export function attendanceOfItem<One extends Pick<Attendance, 'spans'>>(
  item: AgendaItem,
  people: readonly One[],
  now: number,
): Readonly<Record<Share, readonly One[]>> | null {
  const period = periodOf(item);
  if (period === null) return null;
  const shares: Record<Share, One[]> = { whole: [], part: [], none: [] };
  for (const one of people) shares[shareOf(one.spans, [period], now)].push(one);
  return shares;
}

/** True for who went out and came back (vào lại). */
export function hasReturned({ state, spans }: Pick<Attendance, 'state' | 'spans'>): boolean {
  return state === 'present' && spans.length > 1;
}

/** When somebody came for the first time, and when he or she last left; null where it has not happened. */
export function comingAndGoing({ state, spans }: Pick<Attendance, 'state' | 'spans'>): {
  readonly cameAt: number | null;
  readonly leftAt: number | null;
} {
  return {
    cameAt: spans[0]?.from ?? null,
    leftAt: state === 'left' ? (spans.at(-1)?.to ?? null) : null,
  };
}

/**
 * The members summoned: all in office but those whose absence has the chairperson's consent (Party elections count
 * against these; Quy chế bầu cử trong Đảng).
 */
export function summonedOf(
  { inOffice }: Pick<Body, 'inOffice'>,
  members: Iterable<Pick<Attendance, 'state' | 'excuse'> | null>,
): number {
  let excused = 0;
  for (const one of members) if (one?.state === 'absent' && one.excuse === 'consented') excused += 1;
  return Math.max(0, inOffice - excused);
}

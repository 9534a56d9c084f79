import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Meeting, MeetingState } from '../../../shared/records/meeting.ts';
import type { Presentation } from '../../../shared/records/presentation.ts';

const nearness: Readonly<Record<MeetingState, number>> = { open: 0, released: 1, draft: 2, closed: 3 };

/** Meetings, the one that matters most now first: open, then released, then drafts, then those closed lately. */
export function meetingsByNearness(meetings: readonly Meeting[]): readonly Meeting[] {
  return meetings.toSorted((a, b) => {
    if (a.state !== b.state) return nearness[a.state] - nearness[b.state];
    return a.state === 'closed' ? (b.closedAt ?? 0) - (a.closedAt ?? 0) : a.plannedAt - b.plannedAt;
  });
}

/**
 * The meeting that a surface is about: the open one, else the released one planned first, else a draft (consoles
 * alone hold drafts), else the one closed last. Null when there is none.
 */
export function currentMeeting(meetings: readonly Meeting[]): Meeting | null {
  return meetingsByNearness(meetings)[0] ?? null;
}

/** The agenda of a meeting in its order. */
export function agendaOf(
  items: readonly AgendaItem[],
  meetingId: Meeting['id'] | null,
): readonly AgendaItem[] {
  return items.filter((item) => item.meetingId === meetingId).toSorted((a, b) => a.order - b.order);
}

/** The item under discussion; null before the first one and between meetings. */
export function currentItem(meeting: Meeting | null, items: readonly AgendaItem[]): AgendaItem | null {
  if (meeting === null || meeting.currentItemId === null) return null;
  return items.find((item) => item.id === meeting.currentItemId) ?? null;
}

/** What the presenter of a meeting shows now; null while nothing is shown. */
export function shownNow(
  presentations: readonly Presentation[],
  meetingId: Meeting['id'] | null,
): (Presentation & { readonly versionId: NonNullable<Presentation['versionId']> }) | null {
  const shown = presentations.find((presentation) => presentation.meetingId === meetingId);
  if (shown === undefined || shown.versionId === null || shown.page === 0) return null;
  return { ...shown, versionId: shown.versionId };
}

import type { AgendaItem } from '../records/agenda-item.ts';
import type { Meeting } from '../records/meeting.ts';

const minuteMs = 60_000;

/** Milliseconds for which an item's time has run by `now` (the room's time); breaks are no part of it. */
export function spentOn(item: AgendaItem, now: number): number {
  const runs = item.state === 'current' && item.pausedAt === null && item.startedAt !== null;
  return item.spentMs + (runs ? Math.max(0, now - (item.startedAt ?? now)) : 0);
}

/** What an item was planned to take and has taken, in milliseconds. */
export interface ItemTimes {
  readonly plannedMs: number;
  readonly spentMs: number;
  /** Beyond what was planned; 0 within it. An item without a plan is never over. */
  readonly overMs: number;
}

/** Computes the times of one item. */
export function itemTimes(item: AgendaItem, now: number): ItemTimes {
  const plannedMs = item.plannedMinutes * minuteMs;
  const spentMs = spentOn(item, now);
  return { plannedMs, spentMs, overMs: plannedMs === 0 ? 0 : Math.max(0, spentMs - plannedMs) };
}

/** The times of a whole meeting. */
export interface MeetingTimes {
  readonly plannedMs: number;
  /** From the opening to the close or to now, breaks included; 0 before the opening. */
  readonly realMs: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** When it will end if what is left takes what was planned; null before the opening and after the close. */
  readonly expectedEnd: number | null;
}

/** Sums up a meeting with its items by `now` (the room's time). */
export function meetingTimes(meeting: Meeting, items: readonly AgendaItem[], now: number): MeetingTimes {
  const { openedAt: startedAt, closedAt: endedAt } = meeting;
  const plannedMs = items.reduce((sum, item) => sum + item.plannedMinutes * minuteMs, 0);
  const realMs = startedAt === null ? 0 : Math.max(0, (endedAt ?? now) - startedAt);
  const isRunning = startedAt !== null && endedAt === null;
  const expectedEnd = isRunning ? now + items.reduce((sum, item) => sum + leftOf(item, now), 0) : null;
  return { plannedMs, realMs, startedAt, endedAt, expectedEnd };
}

function leftOf(item: AgendaItem, now: number): number {
  if (item.state === 'done') return 0;
  const { plannedMs, spentMs } = itemTimes(item, now);
  return Math.max(0, plannedMs - spentMs);
}

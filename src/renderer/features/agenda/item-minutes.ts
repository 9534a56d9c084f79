import type { AgendaItem } from '../../../shared/records/agenda-item.ts';

/** Whole minutes an item has been in discussion by `nowMs`, the room's time; 0 before it started. */
export function minutesSpent(item: AgendaItem, nowMs: number): number {
  const running =
    item.state === 'current' && item.startedAt !== null ? Math.max(0, nowMs - item.startedAt) : 0;
  return Math.round((item.spentMs + running) / 60_000);
}

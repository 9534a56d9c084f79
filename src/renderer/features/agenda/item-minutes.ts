import { spentOn } from '../../../shared/domain/agenda-times.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';

/** Whole minutes an item has been in discussion by `nowMs`, the room's time; 0 before it started. */
export function minutesSpent(item: AgendaItem, nowMs: number): number {
  return Math.round(spentOn(item, nowMs) / 60_000);
}

import type { SeatLabel } from '../../../shared/records/ids.ts';
import type { Recall } from '../../../shared/records/recall.ts';

export interface RecallProgress {
  readonly done: number;
  readonly total: number;
  /** Seats that have not confirmed. */
  readonly waiting: readonly SeatLabel[];
  /** Every seat of the plan, with the moment of its confirmation. */
  readonly seats: readonly { readonly seat: SeatLabel; readonly at: number | null }[];
}

/** How far a recall has come, by the seats of the room's plan; consoles are not counted among them. */
export function recallProgress(
  plan: readonly SeatLabel[],
  { terminals }: Pick<Recall, 'terminals'>,
): RecallProgress {
  const confirmed = new Map(
    terminals.flatMap(({ seat, at }): [SeatLabel, number][] => (seat === null ? [] : [[seat, at]])),
  );
  const seats = plan.toSorted().map((seat) => ({ seat, at: confirmed.get(seat) ?? null }));
  const waiting = seats.flatMap(({ seat, at }) => (at === null ? [seat] : []));
  return { done: seats.length - waiting.length, total: seats.length, waiting, seats };
}

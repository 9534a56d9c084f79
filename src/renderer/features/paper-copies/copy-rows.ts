import { placeOf } from '../../../shared/domain/paper-copies.ts';
import type { PaperCopies, PaperCopy } from '../../../shared/records/paper-copies.ts';
import { isPresent, type Delegate } from '../../data/select/people.ts';

/** A person who may be handed a copy, with the last one that he or she was. */
export interface CopyRow {
  readonly id: string;
  readonly seat: string;
  readonly name: string;
  readonly isPresent: boolean;
  readonly delegate: Delegate;
  /** The copy that the person holds or has given back; null before the first. */
  readonly copy: PaperCopy | null;
  /** What pressing Enter does here; null where there is nothing to do. */
  readonly next:
    | { readonly kind: 'hand-out'; readonly number: number }
    | { readonly kind: 'collect'; readonly number: number }
    | null;
}

/**
 * Members and guests in seat order with their copies. Whoever is here and holds none is handed the free copy with the
 * lowest number; who holds one gives it back; who has given it back is done.
 */
export function copyRows(delegates: readonly Delegate[], copies: PaperCopies | null): readonly CopyRow[] {
  const free = freeNumbers(copies)[0] ?? null;
  return delegates
    .filter(({ participant: { roles } }) => roles.includes('member') || roles.includes('invited'))
    .map((delegate): CopyRow => {
      const { id, seat } = delegate.participant;
      const copy = (copies?.copies ?? []).findLast((one) => one.participantId === id) ?? null;
      const here = isPresent(delegate);
      return {
        id,
        seat: seat ?? '',
        name: delegate.person?.fullName ?? '',
        isPresent: here,
        delegate,
        copy,
        next: nextOf(copy, here ? free : null),
      };
    })
    .toSorted((a, b) => (`${a.seat || '~'}${a.id}` < `${b.seat || '~'}${b.id}` ? -1 : 1));
}

function nextOf(copy: PaperCopy | null, free: number | null): CopyRow['next'] {
  if (copy !== null) return placeOf(copy) === 'out' ? { kind: 'collect', number: copy.number } : null;
  return free === null ? null : { kind: 'hand-out', number: free };
}

/** Numbers of the copies that nobody was handed, ascending. */
export function freeNumbers(copies: PaperCopies | null): readonly number[] {
  return (copies?.copies ?? []).filter((copy) => placeOf(copy) === 'here').map(({ number }) => number);
}

/** Members who are here without a copy, each with the free number that comes to them, as far as the copies go. */
export function handOutToAll(
  rows: readonly CopyRow[],
  copies: PaperCopies | null,
): readonly { readonly row: CopyRow; readonly number: number }[] {
  const free = freeNumbers(copies);
  return rows
    .filter((row) => row.isPresent && row.copy === null && row.delegate.participant.roles.includes('member'))
    .flatMap((row, at) => {
      const number = free[at];
      return number === undefined ? [] : [{ row, number }];
    });
}

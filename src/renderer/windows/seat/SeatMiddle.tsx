import { SeatCompare } from './SeatCompare.tsx';
import { SeatReader } from './SeatReader.tsx';
import type { SeatView } from './use-seat.ts';

/** The page in the middle, or two versions of it side by side while they are compared. */
export function SeatMiddle({ seat }: { readonly seat: SeatView }) {
  const { choices } = seat;
  if (choices.comparing === null) return <SeatReader seat={seat} />;
  return (
    <SeatCompare
      compared={choices.comparing}
      canCopy={seat.meeting?.body.copies?.words ?? true}
      onClose={() => choices.compare(null)}
    />
  );
}

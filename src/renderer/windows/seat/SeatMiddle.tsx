import { useState } from 'react';
import { firstView } from '../../features/documents/pdf/document-view.ts';
import { SeatCompare } from './SeatCompare.tsx';
import { SeatReader } from './SeatReader.tsx';
import type { SeatView } from './use-seat.ts';

/** The page in the middle, or two versions of it side by side while they are compared. */
export function SeatMiddle({ seat }: { readonly seat: SeatView }) {
  const { choices } = seat;
  const [view, setView] = useState(firstView);
  if (choices.comparing === null) return <SeatReader seat={seat} view={view} onView={setView} />;
  return (
    <SeatCompare
      compared={choices.comparing}
      canCopy={seat.meeting?.body.copies?.words ?? true}
      onClose={() => choices.compare(null)}
    />
  );
}

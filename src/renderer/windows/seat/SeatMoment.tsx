import { FileLock2 } from 'lucide-react';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { SeatMiddle } from './SeatMiddle.tsx';
import type { SeatView } from './use-seat.ts';

/** The page, or what there is instead of one: of an item of paper copies a seat shows nothing else. */
export function SeatMoment({ seat }: { readonly seat: SeatView }) {
  const { meeting: words } = useMessages();
  if (seat.item?.papers === 'paper' && seat.page === null) {
    return <EmptyState icon={FileLock2} title={words.paperOnly} detail={words.paperOnlyDetail} />;
  }
  return <SeatMiddle seat={seat} />;
}

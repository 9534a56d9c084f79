import type { Meeting } from '../../../shared/records/meeting.ts';
import { useLinkStatus } from '../../data/room.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/state/Banner.tsx';

/** Said while a terminal holds papers of a meeting that is over and cannot ask the hub whether it still may. */
export function UncheckedRecallBanner({ meeting }: { readonly meeting: Meeting }) {
  const { guard: words } = useMessages();
  const { state } = useLinkStatus();
  if (state !== 'offline' || meeting.state !== 'closed' || meeting.recalledAt !== null) return null;
  return <Banner tone="waiting" title={words.unchecked} detail={words.uncheckedDetail} />;
}

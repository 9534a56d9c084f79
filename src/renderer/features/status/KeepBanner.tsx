import { useReplicaState } from '../../data/records.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/state/Banner.tsx';

/** Said once the terminal's own disk refuses; reading and voting go on. */
export function KeepBanner() {
  const { status } = useMessages();
  return useReplicaState().kept ? null : <Banner tone="waiting" title={status.notKept} />;
}

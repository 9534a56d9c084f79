import { CircleAlert, Layers } from 'lucide-react';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { Skeleton } from '../../ui/state/Skeleton.tsx';
import styles from './Start.module.css';

/** What a window says before it can open: opening, open in another tab, or not possible here. */
export function StartNotice({ state }: { readonly state: 'opening' | 'checking' | 'waiting' | 'failed' }) {
  const { general, start, guard } = useMessages();
  return (
    <main className={styles.centre}>
      {state === 'opening' && <Skeleton label={general.waiting.loading} />}
      {state === 'checking' && <Skeleton label={guard.checking} />}
      {state === 'waiting' && (
        <EmptyState icon={Layers} title={start.waitingTitle} detail={start.waitingDetail} />
      )}
      {state === 'failed' && (
        <EmptyState icon={CircleAlert} title={start.failedTitle} detail={start.failedDetail} />
      )}
    </main>
  );
}

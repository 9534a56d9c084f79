import type { PairingOverview } from '../../../shared/protocol/admin/pairing.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Progress } from '../../ui/state/Progress.tsx';
import styles from './PairingAdmin.module.css';

/** So many that are awaited are named. */
const mostNamed = 12;

/** How far a mass pairing has come; nothing without a list. */
export function SeatListProgress({ seats }: Pick<PairingOverview, 'seats'>) {
  const { list: words } = useMessages().pairing;
  if (seats.length === 0) return null;
  const awaited = seats.filter(({ deviceId }) => deviceId === null);
  const done = seats.length - awaited.length;
  const names = awaited.slice(0, mostNamed).map(({ name, seat }) => seat ?? name);
  return (
    <section className={styles.panel} aria-label={words.progress}>
      <Progress
        label={words.progress}
        share={done / seats.length}
        valueText={words.count(done, seats.length)}
      />
      {awaited.length > 0 && (
        <p className={styles.detail}>
          {words.missing(awaited.length > mostNamed ? `${names.join(', ')}…` : names.join(', '))}
        </p>
      )}
    </section>
  );
}

import { useBridge } from '../../data/data-context.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './SignIn.module.css';

/** Asks once more before the person leaves this terminal; works without a link. */
export function LeavePanel({ onDone }: { readonly onDone: () => void }) {
  const { signing, general } = useMessages();
  const { device } = useBridge();
  return (
    <section className={styles.panel} aria-label={signing.leave}>
      <h2 className={styles.title}>{signing.leave}</h2>
      <p className={styles.detail}>{signing.leaveQuestion}</p>
      <Button
        label={signing.leave}
        size="seat"
        isWide
        onPress={() => {
          onDone();
          device.signOut().catch((reason: unknown) => console.error('sign-out:', reason));
        }}
      />
      <Button label={general.action.cancel} size="seat" variant="quiet" isWide autoFocus onPress={onDone} />
    </section>
  );
}

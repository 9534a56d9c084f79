import { useMessages } from '../../i18n/LanguageProvider.tsx';
import type { VersionChanges } from '../../../shared/domain/versions/version-changes.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { changeSentence } from './change-words.ts';
import styles from './VersionBanner.module.css';

interface VersionBannerProps {
  /** What the document is called. */
  readonly title: string;
  readonly reason: string;
  readonly changes: VersionChanges;
  /** The version before is the page in the middle, which stays there. */
  readonly isReadingOld: boolean;
  /** The bytes of the new version are on this terminal. */
  readonly isHere: boolean;
  readonly onOpen: () => void;
  readonly onCompare: () => void;
  /** Puts the notice away; left out while the old version is on the screen, which must stay said. */
  readonly onNoted?: () => void;
}

/** Says that a text was replaced, why, and which pages are not as they were. Nothing moves until it is touched. */
export function VersionBanner(props: VersionBannerProps) {
  const { versions: words } = useMessages();
  const { title, reason, changes, isReadingOld, isHere, onNoted } = props;
  return (
    <Banner
      tone="info"
      title={changeSentence(changes, words)}
      detail={
        <>
          <p className={styles.line}>
            {title} · {words.reason(reason)}
          </p>
          {(isReadingOld || !isHere) && (
            <p className={styles.line}>{isHere ? words.stays : words.onItsWay}</p>
          )}
        </>
      }
      action={
        <div className={styles.actions}>
          {onNoted !== undefined && (
            <Button label={words.noted} variant="quiet" size="seat" onPress={onNoted} />
          )}
          <Button label={words.compare} size="seat" isDisabled={!isHere} onPress={props.onCompare} />
          <Button
            label={words.openNew}
            variant="filled"
            size="seat"
            isDisabled={!isHere}
            onPress={props.onOpen}
          />
        </div>
      }
    />
  );
}

import { Button } from '../controls/Button.tsx';
import styles from './PrintedKey.module.css';

interface PrintedKeyProps {
  readonly title: string;
  readonly detail: string;
  /** Shown as it is printed, in groups. */
  readonly text: string;
  readonly downloadLabel: string;
  readonly onDownload: () => void;
  readonly doneLabel: string;
  readonly onDone: () => void;
}

/** A key that is shown once: large, to be copied by hand or printed. It goes when its reader says so. */
export function PrintedKey(props: PrintedKeyProps) {
  const { title, detail, text, downloadLabel, onDownload, doneLabel, onDone } = props;
  return (
    <section className={styles.panel} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.detail}>{detail}</p>
      <p className={styles.key}>{text}</p>
      <div className={styles.buttons}>
        <Button label={downloadLabel} onPress={onDownload} />
        <Button label={doneLabel} variant="filled" onPress={onDone} />
      </div>
    </section>
  );
}

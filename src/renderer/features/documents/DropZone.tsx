import { Upload as UploadIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './ClerkDocuments.module.css';

interface DropZoneProps {
  /** Kinds of files that the chooser offers, as of an `accept` attribute. */
  readonly accept: string;
  /** What is taken, in words. */
  readonly detail: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped or chosen, several at once. */
export function DropZone({ accept, detail, onFiles }: DropZoneProps) {
  const { intake } = useMessages();
  const [isOver, setIsOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null): void => {
    if (files !== null && files.length > 0) onFiles([...files]);
  };
  return (
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <p>{intake.drop}</p>
      <p>{detail}</p>
      <input
        ref={chooser}
        className={styles.chooser}
        type="file"
        accept={accept}
        multiple
        tabIndex={-1}
        aria-label={intake.add}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <Button
        label={intake.add}
        icon={UploadIcon}
        variant="filled"
        onPress={() => chooser.current?.click()}
      />
    </div>
  );
}

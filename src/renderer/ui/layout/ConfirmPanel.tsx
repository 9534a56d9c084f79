import { useId, type ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import styles from './ConfirmPanel.module.css';

interface ConfirmPanelProps {
  /** The question: "Khóa biểu quyết?". */
  readonly title: string;
  /** What will follow, with the numbers of this moment. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly isPending?: boolean;
  readonly pendingLabel?: string;
}

/**
 * Asks once more, in the place of the `NextStepBar` and not over the room, so that news from the room stays in sight.
 * The way back has the focus; Escape takes it too.
 */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const { title, children, confirmLabel, cancelLabel, onConfirm, onCancel } = props;
  const titleId = useId();
  return (
    <section
      className={styles.panel}
      role="group"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <div className={styles.text}>
        <h2 className={styles.title} id={titleId}>
          {title}
        </h2>
        <div className={styles.detail}>{children}</div>
      </div>
      <div className={styles.buttons}>
        <Button label={cancelLabel} onPress={onCancel} size="seat" autoFocus />
        <Button
          label={confirmLabel}
          onPress={onConfirm}
          variant="filled"
          size="seat"
          isPending={props.isPending ?? false}
          {...(props.pendingLabel === undefined ? {} : { pendingLabel: props.pendingLabel })}
        />
      </div>
    </section>
  );
}

import { Check } from 'lucide-react';
import { ListRow } from './ListRow.tsx';
import styles from './AgendaRow.module.css';

export type AgendaState = 'past' | 'current' | 'coming';

interface AgendaRowProps {
  readonly number: number;
  readonly title: string;
  /** Time planned and used, and the state in words: "40 phút · đã 25 phút · đang biểu quyết". */
  readonly detail: string;
  readonly state: AgendaState;
  /** The item that the person is looking at, which need not be the room's. */
  readonly isSelected?: boolean;
  readonly onPress?: () => void;
}

/** An item of the agenda: done, the one the room is at, or still to come. */
export function AgendaRow({ number, title, detail, state, isSelected = false, onPress }: AgendaRowProps) {
  return (
    <ListRow
      lead={
        <span className={styles.lead} data-state={state}>
          {state === 'past' ? <Check className={styles.icon} aria-hidden /> : number}
        </span>
      }
      title={state === 'past' ? `${number} · ${title}` : title}
      detail={detail}
      tone={isSelected && state !== 'current' ? 'viewed' : toneOf[state]}
      isSelected={isSelected}
      {...(onPress ? { onPress } : {})}
    />
  );
}

const toneOf = { past: 'past', current: 'accent', coming: 'plain' } as const;

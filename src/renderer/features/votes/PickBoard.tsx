import type { ParticipantId } from '../../../shared/records/ids.ts';
import type { Delegate } from '../../data/select/people.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import styles from './Count.module.css';

interface PickBoardProps {
  readonly delegates: readonly Delegate[];
  readonly board: readonly ParticipantId[];
  readonly onChange: (board: readonly ParticipantId[]) => void;
}

/** Who counts: added by name, taken out by a press. */
export function PickBoard({ delegates, board, onChange }: PickBoardProps) {
  const { counting: words } = useMessages();
  const free = delegates.filter(({ participant: { id, seat } }) => seat !== null && !board.includes(id));
  const nameOf = (id: ParticipantId): string =>
    delegates.find(({ participant }) => participant.id === id)?.person?.fullName ?? '';
  return (
    <>
      <Select<ParticipantId>
        label={words.board}
        options={free.map(({ participant: { id, seat } }) => ({ id, label: `${seat ?? ''} ${nameOf(id)}` }))}
        selectedId={null}
        onSelect={(id) => onChange([...board, id])}
        placeholder={words.addToBoard}
      />
      {board.length > 0 && (
        <div className={styles.buttons}>
          {board.map((id) => (
            <Button
              key={id}
              label={words.removeFrom(nameOf(id))}
              variant="quiet"
              onPress={() => onChange(board.filter((one) => one !== id))}
            />
          ))}
        </div>
      )}
    </>
  );
}

import type { AttendanceState } from '../../../shared/records/attendance.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import type { RollRow } from './roll-rows.ts';
import styles from './RollCall.module.css';

/** What takes a form of its own. */
export type RollForm = 'absent' | 'report' | 'substitute' | 'move';

interface MarkBarProps {
  /** The people chosen in the table. */
  readonly rows: readonly RollRow[];
  readonly canUndo: boolean;
  readonly onMark: (state: AttendanceState) => void;
  readonly onForm: (form: RollForm) => void;
  readonly onUndo: () => void;
}

/** Marks the people chosen in the table; what needs words or a place opens its form here. */
export function MarkBar({ rows, canUndo, onMark, onForm, onUndo }: MarkBarProps) {
  const { attendance: words } = useMessages();
  const only = rows.length === 1 ? (rows[0] ?? null) : null;
  const isAll = (state: AttendanceState): boolean =>
    rows.every(({ delegate }) => (delegate.attendance?.state ?? 'expected') === state);
  if (rows.length === 0) {
    return (
      <div className={styles.marks}>
        <p className={styles.hint}>{words.hint}</p>
        {canUndo && <Button label={words.undo} variant="quiet" onPress={onUndo} />}
      </div>
    );
  }
  return (
    <div className={styles.marks} role="group" aria-label={only?.name ?? words.chosen(rows.length)}>
      <span className={styles.chosen}>{only?.name ?? words.chosen(rows.length)}</span>
      <Button label={words.marks.present} isDisabled={isAll('present')} onPress={() => onMark('present')} />
      <Button
        label={words.marks.left}
        isDisabled={!rows.some(({ delegate }) => delegate.attendance?.state === 'present')}
        onPress={() => onMark('left')}
      />
      <Button label={words.marks.absent} onPress={() => onForm('absent')} />
      {only !== null && <PersonButtons row={only} onForm={onForm} />}
      <Button
        label={words.marks.expected}
        variant="quiet"
        isDisabled={isAll('expected')}
        onPress={() => onMark('expected')}
      />
      {canUndo && <Button label={words.undo} variant="quiet" onPress={onUndo} />}
    </div>
  );
}

function PersonButtons({
  row,
  onForm,
}: {
  readonly row: RollRow;
  readonly onForm: (form: RollForm) => void;
}) {
  const { attendance: words } = useMessages();
  const { participant, attendance } = row.delegate;
  const isHere = attendance?.state === 'present';
  const isSubstituted = participant.standsInFor !== null || row.substitution?.state === 'asked';
  return (
    <>
      <Button label={words.report} isDisabled={isHere} onPress={() => onForm('report')} />
      <Button
        label={words.substitute}
        isDisabled={isHere || isSubstituted}
        onPress={() => onForm('substitute')}
      />
      <Button label={words.move} onPress={() => onForm('move')} />
    </>
  );
}

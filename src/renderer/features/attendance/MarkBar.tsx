import { useState } from 'react';
import type { AttendanceState } from '../../../shared/records/attendance.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import type { RollRow } from './roll-rows.ts';
import styles from './RollCall.module.css';

interface MarkBarProps {
  /** The person chosen in the table; null before. */
  readonly row: RollRow | null;
  readonly onMark: (state: AttendanceState, reason: string) => void;
}

/** Marks the person chosen in the table; an absence asks for its reason in the same place. */
export function MarkBar({ row, onMark }: MarkBarProps) {
  const { clerk, general } = useMessages();
  const [reason, setReason] = useState<string | null>(null);
  if (row === null) return <p className={styles.hint}>{clerk.selectPerson}</p>;
  const state = row.delegate.attendance?.state ?? 'expected';
  if (reason !== null) {
    return (
      <form
        className={styles.marks}
        aria-label={clerk.absentTitle(row.name)}
        onSubmit={(event) => {
          event.preventDefault();
          onMark('absent', reason.trim());
          setReason(null);
        }}
      >
        <div className={styles.reason}>
          <TextField
            label={`${clerk.reason} – ${row.name}`}
            value={reason}
            onChange={setReason}
            maxLength={500}
            autoFocus
          />
        </div>
        <Button
          label={clerk.save}
          onPress={() => {
            onMark('absent', reason.trim());
            setReason(null);
          }}
        />
        <Button label={general.action.cancel} variant="quiet" onPress={() => setReason(null)} />
      </form>
    );
  }
  return (
    <div className={styles.marks}>
      <span className={styles.chosen}>{row.name}</span>
      <Button
        label={clerk.markPresent}
        isDisabled={state === 'present'}
        onPress={() => onMark('present', '')}
      />
      <Button label={clerk.markAbsent} isDisabled={state === 'absent'} onPress={() => setReason('')} />
      <Button
        label={clerk.markExpected}
        variant="quiet"
        isDisabled={state === 'expected'}
        onPress={() => onMark('expected', '')}
      />
    </div>
  );
}

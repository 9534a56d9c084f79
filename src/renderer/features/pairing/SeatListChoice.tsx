import { useState } from 'react';
import { readSeatList } from '../../../shared/domain/pairing/seat-list.ts';
import type { SeatListProblem } from '../../../shared/protocol/admin/pairing.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { FileButton } from '../../ui/controls/FileButton.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import styles from './PairingAdmin.module.css';

/** A list of seats that has been chosen. */
export interface ChosenList {
  readonly name: string;
  readonly text: string;
  /** Machines in it; null when it cannot be used. */
  readonly count: number | null;
}

/** So many mistakes are named at a time. */
const mostShown = 8;

interface SeatListChoiceProps {
  readonly list: ChosenList | null;
  /** What the hub has found. */
  readonly problems: readonly SeatListProblem[];
  readonly onChoose: (list: ChosenList | null) => void;
}

/** The CSV of the seats: chosen here, and every line that is wrong named before anything is opened. */
export function SeatListChoice({ list, problems, onChoose }: SeatListChoiceProps) {
  const { list: words } = useMessages().pairing;
  const [own, setOwn] = useState<readonly SeatListProblem[]>([]);
  const choose = async (file: File): Promise<void> => {
    const text = await file.text();
    const read = readSeatList(text);
    setOwn(read.ok ? [] : read.reason);
    onChoose({ name: file.name, text, count: read.ok ? read.value.length : null });
  };
  const wrong = own.length > 0 ? own : problems;
  return (
    <div className={styles.list}>
      <span className={styles.label}>{words.title}</span>
      <div className={styles.buttons}>
        <FileButton
          label={words.choose}
          accepts={['.csv', 'text/csv', 'text/plain']}
          onChoose={(file) => void choose(file)}
        />
        {list !== null && (
          <Button
            label={words.drop}
            variant="quiet"
            onPress={() => {
              setOwn([]);
              onChoose(null);
            }}
          />
        )}
      </div>
      <p className={styles.detail}>
        {list === null ? words.none : list.count === null ? list.name : words.chosen(list.name, list.count)}{' '}
        {list === null && words.hint}
      </p>
      {wrong.length > 0 && <ListProblems problems={wrong} />}
    </div>
  );
}

function ListProblems({ problems }: { readonly problems: readonly SeatListProblem[] }) {
  const { list: words } = useMessages().pairing;
  const language = useLanguage();
  const shown = problems.slice(0, mostShown);
  return (
    <Banner
      tone="refused"
      title={words.wrong(problems.length)}
      detail={
        <ul>
          {shown.map((problem) => (
            <li key={`${problem.line}|${problem.en}`}>{problem[language]}</li>
          ))}
          {problems.length > shown.length && <li>{words.more(problems.length - shown.length)}</li>}
        </ul>
      }
    />
  );
}

import { optionsOf } from '../../../shared/domain/vote-kinds.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import type { VoteRoll } from '../../../shared/records/vote-roll.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import type { Messages } from '../../i18n/messages.vi.ts';
import { SeatMap, type SeatPlace } from '../../ui/room/SeatMap.tsx';
import styles from './AnswerMap.module.css';

interface AnswerMapProps {
  readonly meeting: Meeting;
  readonly vote: Vote;
  readonly roll: VoteRoll;
}

/** Who answered what, by seat: shown only after the announcement, when the chairperson wants it. */
export function AnswerMap({ meeting, vote, roll }: AnswerMapProps) {
  const { votes: words, counting } = useMessages();
  const rowAt = new Map(roll.rows.map((row) => [row.seat, row]));
  const seats = meeting.seats.flatMap(({ seat, column, row }): SeatPlace[] => {
    const answered = rowAt.get(seat);
    if (answered === undefined) return [];
    const { choice, onPaper } = answered;
    const word = onPaper ? counting.answerOnPaper : answerWords(choice, vote, words);
    const state = choice === 'approve' ? 'received' : choice === null ? 'unmanned' : 'present';
    return [{ id: seat, code: seat, column, row, state, word }];
  });
  const isMany = new Set(seats.map(({ row }) => row)).size > 2;
  return (
    <div className={styles.names} data-many={isMany || undefined}>
      <SeatMap label={counting.namesTitle} seats={seats} />
    </div>
  );
}

/** An answer in words, for the roll and the map. */
export function answerWords(
  choice: VoteRoll['rows'][number]['choice'],
  { form }: Pick<Vote, 'form'>,
  words: Messages['votes'],
): string {
  if (choice === null) return words.notVoted;
  if (typeof choice === 'string') return words.choices[choice];
  if ('other' in choice) return `${words.otherChoice}: ${choice.other}`;
  return choice.options.map((at) => optionsOf(form)[at] ?? '').join(', ');
}

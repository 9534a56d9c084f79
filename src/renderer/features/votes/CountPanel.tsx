import { useState } from 'react';
import { needsCount } from '../../../shared/domain/vote-kinds.ts';
import type { ParticipantId } from '../../../shared/records/ids.ts';
import type { Count, CountFigures } from '../../../shared/records/count.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { useRecord } from '../../data/records.ts';
import { delegateOf, type Delegate } from '../../data/select/people.ts';
import { isTakingBallots } from '../../data/select/votes.ts';
import { useAsk, type Asking } from '../../data/use-ask.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { countFields } from './count-draft.ts';
import { CountForm } from './CountForm.tsx';
import { NumberRow } from './NumberRow.tsx';
import { Refused } from './Refused.tsx';
import { useCountLabels } from './use-count-labels.ts';
import styles from './Count.module.css';

interface CountPanelProps {
  readonly vote: Vote;
  readonly delegates: readonly Delegate[];
  readonly me: ParticipantId | null;
  /** Who reads the count at a seat is told apart from the consoles. */
  readonly isAtSeat?: boolean;
  /** Whether this place enters counts, or only confirms them. */
  readonly mayEnter: boolean;
}

/** What is counted in the room: entered here, or looked at and confirmed by a second person. */
export function CountPanel({ vote, delegates, me, isAtSeat = false, mayEnter }: CountPanelProps) {
  const { counting: words } = useMessages();
  const count = useRecord('count', isAtSeat ? `${vote.id}~${me ?? ''}` : vote.id);
  const asking = useAsk();
  const [isEntering, setEntering] = useState(false);
  if (!needsCount(vote) || count === null || !isTakingBallots(vote)) return null;
  const isOpen = count.figures === null || count.disputedBy !== null || isEntering;
  return (
    <section className={styles.panel} aria-label={words.title}>
      <h3>{vote.kind === 'raised-hands' ? words.handsTitle : words.title}</h3>
      <Refused asking={asking} />
      {count.disputedBy !== null && (
        <Banner tone="waiting" title={words.disputedBy(nameOf(delegates, count.disputedBy))} />
      )}
      {isOpen && mayEnter && (
        <CountForm
          vote={vote}
          size={isAtSeat ? 'seat' : 'console'}
          isPending={asking.isPending}
          onEnter={(figures) => {
            asking.ask('count/enter', { voteId: vote.id, ...figures });
            setEntering(false);
          }}
        />
      )}
      {count.figures === null && !mayEnter && <p>{words.none}</p>}
      {!isOpen && count.figures !== null && (
        <Entered
          {...{ vote, delegates, me, count, asking, mayEnter }}
          figures={count.figures}
          size={isAtSeat ? 'seat' : 'console'}
          onAgain={() => setEntering(true)}
        />
      )}
    </section>
  );
}

interface EnteredProps extends Omit<CountPanelProps, 'isAtSeat'> {
  readonly count: Count;
  readonly figures: CountFigures;
  readonly asking: Asking;
  readonly size: 'seat' | 'console';
  readonly onAgain: () => void;
}

function Entered({ vote, delegates, me, count, figures, asking, mayEnter, size, onAgain }: EnteredProps) {
  const { counting: words } = useMessages();
  const format = useFormat();
  const labelOf = useCountLabels(vote);
  const by = nameOf(delegates, count.enteredBy);
  const isMine = count.enteredBy === me;
  const say = (agrees: boolean) => asking.ask('count/confirm', { voteId: vote.id, agrees });
  return (
    <>
      <dl className={styles.figures}>
        {countFields(vote).map((field) => (
          <NumberRow key={field} label={labelOf(field)} count={valueOf(figures, field)} />
        ))}
      </dl>
      {count.confirmedBy !== null ? (
        <Banner tone="good" title={words.confirmedBy(by, nameOf(delegates, count.confirmedBy))} />
      ) : (
        <p>{isMine ? words.notYours : words.enteredBy(by, format.time(count.enteredAt ?? 0))}</p>
      )}
      <div className={styles.buttons}>
        {count.confirmedBy === null && !isMine && (
          <>
            <Button
              size={size}
              variant="filled"
              label={words.agree}
              isPending={asking.isPending}
              onPress={() => say(true)}
            />
            <Button size={size} label={words.disagree} variant="quiet" onPress={() => say(false)} />
          </>
        )}
        {mayEnter && (isMine || count.confirmedBy !== null) && (
          <Button size={size} label={words.enterAgain} variant="quiet" onPress={onAgain} />
        )}
      </div>
    </>
  );
}

function valueOf(figures: CountFigures, field: ReturnType<typeof countFields>[number]): number {
  if (!field.startsWith('option-')) return figures[field as Exclude<keyof CountFigures, 'options'>];
  return figures.options[Number(field.slice('option-'.length))] ?? 0;
}

function nameOf(delegates: readonly Delegate[], id: ParticipantId | null): string {
  return (id === null ? null : delegateOf(delegates, id)?.person?.fullName) ?? '';
}

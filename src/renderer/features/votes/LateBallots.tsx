import type { Vote } from '../../../shared/records/vote.ts';
import { useRecord } from '../../data/records.ts';
import { delegateOf, type Delegate } from '../../data/select/people.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { Refused } from './Refused.tsx';
import styles from './Count.module.css';

interface LateBallotsProps {
  readonly vote: Vote;
  readonly delegates: readonly Delegate[];
  /** The chairperson decides; everybody else reads what was decided. */
  readonly mayDecide?: boolean;
}

/** Ballots that came after the lock, each with what the chairperson decided; never what they say. */
export function LateBallots({ vote, delegates, mayDecide = false }: LateBallotsProps) {
  const { clerk, counting: words } = useMessages();
  const format = useFormat();
  const asking = useAsk();
  const late = useRecord('vote-progress', vote.id)?.late ?? [];
  if (late.length === 0) return null;
  const decide = (participantId: (typeof late)[number]['participantId'], accept: boolean): void =>
    asking.ask('ballot/accept-late', { voteId: vote.id, participantId, accept });
  return (
    <>
      <Refused asking={asking} />
      <Panel title={clerk.lateBallots}>
        {late.map(({ participantId, at, decision }) => {
          const delegate = delegateOf(delegates, participantId);
          const isOpen = decision === null && vote.state === 'locked' && mayDecide;
          return (
            <ListRow
              key={participantId}
              lead={delegate?.participant.seat ?? ''}
              title={delegate?.person?.fullName ?? ''}
              detail={words.lateAt(format.timeWithSeconds(at))}
              badge={
                decision === null ? (
                  <Chip size="small" tone="waiting" label={clerk.lateDetail} />
                ) : (
                  <Chip size="small" tone="neutral" label={words.decisions[decision]} />
                )
              }
              {...(isOpen
                ? {
                    trail: (
                      <span className={styles.buttons}>
                        <Button
                          label={words.accept}
                          isDisabled={asking.isPending}
                          onPress={() => decide(participantId, true)}
                        />
                        <Button
                          label={words.decline}
                          isDisabled={asking.isPending}
                          onPress={() => decide(participantId, false)}
                        />
                      </span>
                    ),
                  }
                : {})}
            />
          );
        })}
      </Panel>
    </>
  );
}

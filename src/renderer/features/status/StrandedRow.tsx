import { useState } from 'react';
import { useDismiss } from '../../data/commands.ts';
import { useOwnTime } from '../../data/own-time.ts';
import { useRecordMap } from '../../data/records.ts';
import { useIdentity } from '../../data/room.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import styles from './OutboxChip.module.css';
import type { Entry } from './outbox-words.ts';
import { strandedReason } from './stranded-reason.ts';

interface StrandedRowProps {
  readonly entry: Entry;
  /** How many of the kind the row stands for. */
  readonly count: number;
  /** Everything that is stranded here. */
  readonly all: readonly Entry[];
}

/**
 * What somebody made here who has left this terminal. Nobody else may send it, so it says who has to, and what is left
 * for good may be thrown away: pressed twice, since it is another person's word.
 */
export function StrandedRow({ entry, count, all }: StrandedRowProps) {
  const { general, status } = useMessages();
  const format = useFormat();
  const ownTime = useOwnTime();
  const dismiss = useDismiss();
  const { seat } = useIdentity();
  const participant = useRecordMap('participant').get(entry.participantId ?? '') ?? null;
  const people = useRecordMap('person');
  const [isSure, setIsSure] = useState(false);
  const maker = people.get(entry.personId ?? participant?.personId ?? '')?.fullName ?? '…';
  const reason = strandedReason(entry, participant, seat);
  const words = {
    'waits-for-sign-in': status.strandedHere(maker),
    moved: status.strandedMoved(maker, participant?.seat ?? '–'),
    replaced: status.strandedReplaced(maker),
  }[reason];
  const lost = entry.confirmedEpoch > 0 ? ` ${status.strandedLost}` : '';
  const discard = (): void => {
    const meant = count === 1 ? [entry] : all.filter(({ command }) => command === entry.command);
    for (const { id } of meant) void dismiss(id);
  };
  return (
    <>
      <ListRow
        title={status.commands[entry.command] + (count > 1 ? ` (${count})` : '')}
        detail={`${words}${lost} · ${status.madeAt(format.timeWithSeconds(ownTime(entry.madeAt)))}`}
      />
      {reason !== 'waits-for-sign-in' && (
        <li className={styles.discard}>
          {isSure && (
            <Button
              label={general.action.cancel}
              size="seat"
              variant="quiet"
              onPress={() => setIsSure(false)}
            />
          )}
          <Button
            label={isSure ? status.discardSure : status.discard}
            size="seat"
            onPress={isSure ? discard : () => setIsSure(true)}
          />
        </li>
      )}
    </>
  );
}

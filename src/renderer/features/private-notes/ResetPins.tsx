import { useState } from 'react';
import type { ParticipantId, PersonId } from '../../../shared/records/ids.ts';
import { cardText } from '../../../shared/domain/card-reader.ts';
import { useBridge } from '../../data/data-context.ts';
import type { Delegate } from '../../data/select/people.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { ConfirmPanel } from '../../ui/layout/ConfirmPanel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { useKeyChange } from './use-key-change.ts';
import styles from './PrivateNotes.module.css';

interface Chosen {
  readonly id: ParticipantId;
  readonly personId: PersonId;
  readonly name: string;
  readonly seat: string;
}

/** At the secretary's console: a forgotten PIN is replaced, and what that costs is said first. */
export function ResetPins({ delegates }: { readonly delegates: readonly Delegate[] }) {
  const { privateNotes: words } = useMessages();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <div className={styles.reset}>
      <p className={styles.detail}>{words.resetDetail}</p>
      {chosen !== null && <ResetPin key={chosen.id} of={chosen} onClose={() => setChosen(null)} />}
      <ul>
        {delegates.map(({ participant, person }) => (
          <ListRow
            key={participant.id}
            title={person?.fullName ?? ''}
            detail={person?.office ?? ''}
            {...(participant.seat === null ? {} : { lead: participant.seat })}
            trail={
              <Button
                label={words.reset}
                onPress={() =>
                  setChosen({
                    id: participant.id,
                    personId: participant.personId,
                    name: person?.fullName ?? '',
                    seat: participant.seat ?? '',
                  })
                }
              />
            }
          />
        ))}
      </ul>
    </div>
  );
}

/** Asks once more, then shows the new PIN once. */
function ResetPin({ of, onClose }: { readonly of: Chosen; readonly onClose: () => void }) {
  const { privateNotes: words, general, attendance } = useMessages();
  const { host, layers } = useBridge();
  const change = useKeyChange();
  const [pin, setPin] = useState<string | null>(null);
  const reset = async (): Promise<void> => {
    const done = await change.attempt(() => layers.resetPin(of.id));
    if (done !== null) setPin(done.value);
  };
  if (pin === null) {
    return (
      <ConfirmPanel
        title={words.resetQuestion(of.name)}
        confirmLabel={words.resetConfirm}
        cancelLabel={general.action.cancel}
        onConfirm={() => void reset()}
        onCancel={onClose}
        isPending={change.isPending}
      >
        {words.resetLoss}
        {change.trouble !== null && <p role="alert">{change.trouble}</p>}
      </ConfirmPanel>
    );
  }
  return (
    <section className={styles.sheet} aria-label={words.resetDone(of.name)}>
      <h2 className={styles.step}>{words.resetDone(of.name)}</h2>
      <p className={styles.key} data-testid="new-pin">
        {pin}
      </p>
      <p className={styles.detail}>{words.resetHand}</p>
      <div className={styles.card} data-print="alone">
        <p className={styles.step}>{attendance.cardTitle}</p>
        <p>{attendance.cardOf(of.name, of.seat)}</p>
        <p data-testid="card">{cardText({ personId: of.personId, pin })}</p>
        <p className={styles.detail}>{attendance.cardHint}</p>
      </div>
      {host.prints && <Button label={attendance.printCard} onPress={() => globalThis.print()} />}
      <Button label={words.done} onPress={onClose} />
    </section>
  );
}

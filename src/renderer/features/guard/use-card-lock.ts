import { useGuard, useGuardState } from '../../data/guard.ts';
import { useRecordMap } from '../../data/records.ts';
import { useIdentity } from '../../data/room.ts';
import { useCardReader } from '../../view/use-card-reader.ts';

/** The card of the person at this terminal locks it, as it has signed him or her in. */
export function useCardLock(): void {
  const guard = useGuard();
  const { canLock, state } = useGuardState();
  const me = useIdentity().participantId;
  const participants = useRecordMap('participant');
  const person = me === null ? undefined : participants.get(me)?.personId;
  useCardReader(
    (card) => {
      if (card.personId === person) guard.lock().catch((reason: unknown) => console.error('lock:', reason));
    },
    { isOn: canLock && state === 'open' && person !== undefined, isTyping: true },
  );
}

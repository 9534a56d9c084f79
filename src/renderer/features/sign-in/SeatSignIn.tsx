import { useState } from 'react';
import type { MeetingId, ParticipantId, SeatLabel } from '../../../shared/records/ids.ts';
import { delegatesBySeat, type Delegate } from '../../data/select/people.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { useCardReader } from '../../view/use-card-reader.ts';
import { WrongSeat } from './WrongSeat.tsx';
import { PinEntry } from './PinEntry.tsx';
import { PeopleList } from './PeopleList.tsx';
import { isElsewhere, usePinSignIn } from './use-pin-sign-in.ts';
import { useSignInChoices } from './use-sign-in-choices.ts';
import styles from './SignIn.module.css';

interface SeatSignInProps {
  readonly seat: SeatLabel;
  readonly delegates: readonly Delegate[];
  readonly meetingId: MeetingId;
}

/** Signing in at a seat: the nameplate of the person placed here and the number pad; the papers stay readable beside it. */
export function SeatSignIn({ seat, delegates, meetingId }: SeatSignInProps) {
  const { signing, attendance: words } = useMessages();
  const attempt = usePinSignIn();
  const own = delegatesBySeat(delegates).get(seat) ?? null;
  const [other, setOther] = useState<{ readonly id: ParticipantId; readonly name: string } | null>(null);
  const [isListing, setIsListing] = useState(false);
  const choices = useSignInChoices(isListing);
  const ownName = own?.person?.fullName ?? null;
  const [isCardUnknown, setCardUnknown] = useState(false);
  useCardReader(
    ({ personId, pin }) => {
      const holder = delegates.find(({ participant }) => participant.personId === personId);
      setCardUnknown(holder === undefined);
      if (holder === undefined || attempt.isPending) return;
      const { id } = holder.participant;
      setOther(id === own?.participant.id ? null : { id, name: holder.person?.fullName ?? '' });
      setIsListing(false);
      void attempt.signIn(id, pin);
    },
    { isOn: true, isTyping: false },
  );
  const backToOwn = (): void => {
    setOther(null);
    setIsListing(false);
    attempt.reset();
  };

  if (isListing) {
    return (
      <section className={styles.panel} aria-label={signing.seatTitle}>
        <h2 className={styles.title}>{signing.chooseName}</h2>
        <PeopleList
          people={choices ?? toChoices(delegates)}
          onChoose={(id, name) => {
            setOther({ id, name });
            setIsListing(false);
            attempt.reset();
          }}
        />
        {ownName !== null && <Button label={signing.backToOwn(ownName)} size="seat" onPress={backToOwn} />}
      </section>
    );
  }
  const who = other ?? (own && ownName !== null ? { id: own.participant.id, name: ownName } : null);
  return (
    <section className={styles.panel} aria-label={signing.seatTitle}>
      <p className={styles.seat}>{signing.seatNumber(seat)}</p>
      <h2 className={styles.nameplate}>{who?.name ?? signing.freeSeat}</h2>
      {other === null && own?.person && <p className={styles.office}>{own.person.office}</p>}
      {other === null && own?.participant.standsInFor && (
        <p className={styles.office}>{words.standsInFor(own.participant.standsInFor.fullName)}</p>
      )}
      {isCardUnknown && (
        <p className={styles.said} role="alert">
          {words.cardUnknown}
        </p>
      )}
      {who !== null && isElsewhere(attempt.trouble) && (
        <WrongSeat trouble={attempt.trouble} seat={seat} meetingId={meetingId} />
      )}
      {who !== null && !isElsewhere(attempt.trouble) && (
        <>
          <p className={styles.detail}>{signing.seatDetail}</p>
          <PinEntry participantId={who.id} attempt={attempt} />
        </>
      )}
      {other !== null && ownName !== null ? (
        <Button label={signing.backToOwn(ownName)} size="seat" variant="quiet" onPress={backToOwn} />
      ) : (
        <Button label={signing.notMe} size="seat" variant="quiet" onPress={() => setIsListing(true)} />
      )}
    </section>
  );
}

function toChoices(delegates: readonly Delegate[]) {
  return delegates.map(({ participant, person }) => ({
    participantId: participant.id,
    fullName: person?.fullName ?? '',
    office: person?.office ?? '',
    seat: participant.seat,
  }));
}

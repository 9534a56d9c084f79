import { useState } from 'react';
import type { MeetingId, ParticipantId, SeatLabel } from '../../../shared/records/ids.ts';
import { delegatesBySeat, type Delegate } from '../../data/select/people.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { useCardReader } from '../../view/use-card-reader.ts';
import { WrongSeat } from './WrongSeat.tsx';
import { PinEntry } from './PinEntry.tsx';
import { PeopleList } from './PeopleList.tsx';
import { isElsewhere, usePinSignIn, type PinSignIn } from './use-pin-sign-in.ts';
import { useSignInChoices } from './use-sign-in-choices.ts';
import styles from './SignIn.module.css';

interface SeatSignInProps {
  readonly seat: SeatLabel;
  readonly delegates: readonly Delegate[];
  readonly meetingId: MeetingId;
}

/** Signing in at a seat: the nameplate of the person placed here and the number pad; the papers stay readable beside it. */
export function SeatSignIn({ seat, delegates, meetingId }: SeatSignInProps) {
  const { signing } = useMessages();
  const attempt = usePinSignIn();
  const own = delegatesBySeat(delegates).get(seat) ?? null;
  const [other, setOther] = useState<SigningPerson | null>(null);
  const [isListing, setIsListing] = useState(false);
  const choices = useSignInChoices(isListing);
  const isCardUnknown = useCards(delegates, attempt, (holder) => {
    setOther(holder.id === own?.participant.id ? null : holder);
    setIsListing(false);
  });
  const ownName = own?.person?.fullName ?? null;
  const choose = (person: SigningPerson | null): void => {
    setOther(person);
    setIsListing(false);
    attempt.reset();
  };
  const back = ownName !== null && (
    <Button
      label={signing.backToOwn(ownName)}
      size="seat"
      variant={isListing ? 'outlined' : 'quiet'}
      onPress={() => choose(null)}
    />
  );

  if (isListing) {
    return (
      <section className={styles.panel} aria-label={signing.seatTitle}>
        <h2 className={styles.title}>{signing.chooseName}</h2>
        <PeopleList people={choices ?? toChoices(delegates)} onChoose={(id, name) => choose({ id, name })} />
        {back}
      </section>
    );
  }
  const who = other ?? (own && ownName !== null ? { id: own.participant.id, name: ownName } : null);
  return (
    <section className={styles.panel} aria-label={signing.seatTitle}>
      <p className={styles.seat}>{signing.seatNumber(seat)}</p>
      <h2 className={styles.nameplate}>{who?.name ?? signing.freeSeat}</h2>
      {other === null && own !== null && <Office delegate={own} />}
      {isCardUnknown && <UnknownCard />}
      {who !== null && isElsewhere(attempt.trouble) && (
        <WrongSeat trouble={attempt.trouble} seat={seat} meetingId={meetingId} />
      )}
      {who !== null && !isElsewhere(attempt.trouble) && (
        <>
          <p className={styles.detail}>{signing.seatDetail}</p>
          <PinEntry participantId={who.id} attempt={attempt} />
        </>
      )}
      {(other !== null && back) || (
        <Button label={signing.notMe} size="seat" variant="quiet" onPress={() => setIsListing(true)} />
      )}
    </section>
  );
}

interface SigningPerson {
  readonly id: ParticipantId;
  readonly name: string;
}

/**
 * Signs the holder of a card in as soon as a reader types it, and says of whom it is.
 *
 * @returns whether the last card is of nobody in this meeting
 */
function useCards(
  delegates: readonly Delegate[],
  attempt: PinSignIn,
  onHolder: (holder: SigningPerson) => void,
): boolean {
  const [isUnknown, setUnknown] = useState(false);
  useCardReader(
    ({ personId, pin }) => {
      const holder = delegates.find(({ participant }) => participant.personId === personId);
      setUnknown(holder === undefined);
      if (holder === undefined || attempt.isPending) return;
      const { id } = holder.participant;
      onHolder({ id, name: holder.person?.fullName ?? '' });
      void attempt.signIn(id, pin);
    },
    { isOn: true, isTyping: false },
  );
  return isUnknown;
}

function Office({ delegate: { person, participant } }: { readonly delegate: Delegate }) {
  const { attendance: words } = useMessages();
  return (
    <>
      {person && <p className={styles.office}>{person.office}</p>}
      {participant.standsInFor && (
        <p className={styles.office}>{words.standsInFor(participant.standsInFor.fullName)}</p>
      )}
    </>
  );
}

function UnknownCard() {
  const { attendance: words } = useMessages();
  return (
    <p className={styles.said} role="alert">
      {words.cardUnknown}
    </p>
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

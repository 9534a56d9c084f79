import type { MeetingId, SeatLabel } from '../../../shared/records/ids.ts';
import { CallHelp } from './CallHelp.tsx';
import { useTroubleWords } from './PinEntry.tsx';
import styles from './SignIn.module.css';
import type { SignInTrouble } from './use-pin-sign-in.ts';

interface WrongSeatProps {
  readonly trouble: SignInTrouble;
  readonly seat: SeatLabel;
  readonly meetingId: MeetingId;
}

/** In the place of the number pad, which does not help here: where the own seat is, and somebody who shows the way. */
export function WrongSeat({ trouble, seat, meetingId }: WrongSeatProps) {
  const words = useTroubleWords(trouble);
  return (
    <>
      <p className={styles.said} role="alert">
        {words}
      </p>
      <CallHelp seat={seat} meetingId={meetingId} />
    </>
  );
}

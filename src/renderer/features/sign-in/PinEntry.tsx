import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import type { ParticipantId } from '../../../shared/records/ids.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { PinPad } from '../../ui/controls/PinPad.tsx';
import { isElsewhere, type PinSignIn, type SignInTrouble } from './use-pin-sign-in.ts';

interface PinEntryProps {
  readonly participantId: ParticipantId;
  readonly attempt: PinSignIn;
}

/** The number pad with the hub's answer in words. */
export function PinEntry({ participantId, attempt }: PinEntryProps) {
  const { general } = useMessages();
  const error = useTroubleWords(attempt.trouble);
  return (
    <PinPad
      words={general.signIn}
      value={attempt.pin}
      onChange={attempt.setPin}
      onComplete={(pin) => void attempt.signIn(participantId, pin)}
      isPending={attempt.isPending}
      {...(error === null ? {} : { error })}
    />
  );
}

/** Why nobody was signed in, in words; null while nothing is wrong. */
export function useTroubleWords(trouble: SignInTrouble): string | null {
  const { signing } = useMessages();
  const language = useLanguage();
  if (trouble === null) return null;
  if (trouble === 'away') return signing.away;
  const sentence = sentenceOf(trouble.code, language);
  if (isElsewhere(trouble) && trouble.seat) {
    return `${sentence} ${signing.ownSeat(trouble.seat)} ${signing.askHelp}`;
  }
  if (trouble.retryAfterMs !== undefined && trouble.retryAfterMs > 0) {
    return `${sentence} ${signing.waitSeconds(Math.ceil(trouble.retryAfterMs / 1000))}`;
  }
  return sentence;
}

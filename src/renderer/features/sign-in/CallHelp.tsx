import { callId, type MeetingId, type SeatLabel } from '../../../shared/records/ids.ts';
import { newId } from '../../data/new-id.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useState } from 'react';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './SignIn.module.css';

interface CallHelpProps {
  readonly seat: SeatLabel;
  readonly meetingId: MeetingId;
}

/** Calls the secretary to a person who is at a wrong seat; says what has become of the call. */
export function CallHelp({ seat, meetingId }: CallHelpProps) {
  const { attendance: words } = useMessages();
  const language = useLanguage();
  const asking = useAsk();
  const [isCalled, setCalled] = useState(false);
  const call = (): void => {
    asking.ask('call/make', { callId: callId.parse(newId()), meetingId, seat, kind: 'help' });
    setCalled(true);
  };
  const said = (): string => {
    if (asking.refusal !== null) return sentenceOf(asking.refusal.code, language);
    return asking.isPending ? words.waiting : words.helpCalled;
  };
  return (
    <>
      <Button
        label={words.callHelp}
        size="seat"
        isDisabled={isCalled && asking.refusal === null}
        onPress={call}
      />
      <p className={styles.detail} role="status">
        {isCalled ? said() : ''}
      </p>
    </>
  );
}

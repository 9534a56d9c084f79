import { useState } from 'react';
import { substitutionRequest } from '../../../shared/protocol/commands/substitution-request.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useOwnOutbox } from '../../data/commands.ts';
import type { Delegate } from '../../data/select/people.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './OwnAbsence.module.css';
import { ReasonForm } from './ReasonForm.tsx';
import { SubstituteForm } from './SubstituteForm.tsx';

/** At the own seat: says that one will not come, or asks for somebody in one's place. The chairperson consents or not. */
export function OwnAbsence({ delegate }: { readonly delegate: Delegate }) {
  const { attendance: words } = useMessages();
  const asking = useAsk();
  const [form, setForm] = useState<'report' | 'substitute' | null>(null);
  const { participant, person, attendance } = delegate;
  const participantId = participant.id;
  const name = person?.fullName ?? '';
  const close = (): void => setForm(null);
  const isSubstituteAsked = useAskedSubstitute() !== null;
  if (form === 'report')
    return (
      <ReasonForm
        title={words.reportTitle(name)}
        detail={words.reportDetail}
        sendLabel={words.reportSend}
        size="seat"
        isRequired
        onSend={(reason) => {
          asking.ask('absence/report', { participantId, reason });
          close();
        }}
        onCancel={close}
      />
    );
  if (form === 'substitute')
    return (
      <SubstituteForm
        participantId={participantId}
        name={name}
        size="seat"
        onSend={(payload) => {
          // Nobody stands in for somebody who is in the room.
          const reason = payload.reason === '' ? words.substituteTitle(name) : payload.reason;
          if (attendance?.state === 'present') asking.ask('absence/report', { participantId, reason });
          asking.ask('substitution/request', payload);
          close();
        }}
        onCancel={close}
      />
    );
  return (
    <section className={styles.own} aria-label={words.ownTitle}>
      <h2 className={styles.title}>{words.ownTitle}</h2>
      <p className={styles.detail}>{words.ownDetail}</p>
      <OwnState delegate={delegate} />
      <Said asking={asking} />
      <Button
        label={words.ownReport}
        size="seat"
        isWide
        isDisabled={attendance?.state === 'absent'}
        onPress={() => setForm('report')}
      />
      <Button
        label={words.ownSubstitute}
        size="seat"
        isWide
        isDisabled={isSubstituteAsked || participant.standsInFor !== null}
        onPress={() => setForm('substitute')}
      />
    </section>
  );
}

/** What has become of what was asked. */
function OwnState({ delegate: { attendance } }: { readonly delegate: Delegate }) {
  const { attendance: words } = useMessages();
  const asked = useAskedSubstitute();
  const isReported = attendance?.state === 'absent' && attendance.excuse !== 'none';
  return (
    <div role="status">
      {isReported && attendance.excuse !== 'none' && (
        <p className={styles.state}>
          {words.ownReported(attendance.reason, words.excuses[attendance.excuse])}
        </p>
      )}
      {asked !== null && <p className={styles.state}>{words.ownSubstituteAsked(asked)}</p>}
    </div>
  );
}

/** Who was asked for at this terminal and not refused by the room: the request itself is for the consoles alone. */
function useAskedSubstitute(): string | null {
  const asked = useOwnOutbox().findLast(
    ({ command, answer, dismissed }) =>
      command === 'substitution/request' && !dismissed && answer?.status === 'accepted',
  );
  return substitutionRequest.safeParse(asked?.payload).data?.person.fullName ?? null;
}

function Said({ asking: { isPending, refusal } }: { readonly asking: ReturnType<typeof useAsk> }) {
  const { attendance: words, status } = useMessages();
  const language = useLanguage();
  const said =
    refusal === null
      ? words.ownWaiting
      : words.refused(status.commands[refusal.command], sentenceOf(refusal.code, language));
  if (refusal === null && !isPending) return null;
  return (
    <p className={styles.state} role="status">
      {said}
    </p>
  );
}

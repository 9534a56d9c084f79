import { useEffect, useEffectEvent, useState } from 'react';
import type { CommandId, ParticipantId } from '../../../shared/records/ids.ts';
import { useOutbox, useSubmit } from '../../data/commands.ts';
import { useBridge } from '../../data/data-context.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import styles from './SignIn.module.css';

interface LeavePanelProps {
  readonly onDone: () => void;
  /** Who may say that he or she leaves the room before the end; null where that cannot be said. */
  readonly leavesEarly: ParticipantId | null;
}

/** Asks once more before the person leaves this terminal; works without a link. */
export function LeavePanel({ onDone, leavesEarly }: LeavePanelProps) {
  const { signing, general, attendance: words } = useMessages();
  const signOut = useSignOut(onDone);
  const leaving = useLeaveEarly(signOut);
  return (
    <section className={styles.panel} aria-label={signing.leave}>
      <h2 className={styles.title}>{signing.leave}</h2>
      <p className={styles.detail}>{signing.leaveQuestion}</p>
      <Button label={signing.leave} size="seat" isWide onPress={signOut} />
      {leavesEarly !== null && (
        <>
          <Button
            label={words.leaveEarly}
            size="seat"
            isWide
            isPending={leaving.isPending}
            pendingLabel={words.waiting}
            onPress={() => leaving.leave(leavesEarly)}
          />
          <p className={styles.detail}>{words.leaveEarlyDetail}</p>
        </>
      )}
      <Button label={general.action.cancel} size="seat" variant="quiet" isWide autoFocus onPress={onDone} />
    </section>
  );
}

function useSignOut(onDone: () => void): () => void {
  const { device } = useBridge();
  return () => {
    onDone();
    device.signOut().catch((reason: unknown) => console.error('sign-out:', reason));
  };
}

/** Signs out once the room has heard of it: before, nobody would be left here to say it. */
function useLeaveEarly(signOut: () => void) {
  const submit = useSubmit();
  const [saidId, setSaidId] = useState<CommandId | null>(null);
  const answer = useOutbox().find(({ id }) => id === saidId)?.answer ?? null;
  const isAnswered = saidId !== null && answer !== null;
  const end = useEffectEvent(signOut);
  useEffect(() => {
    if (isAnswered) end();
  }, [isAnswered]);
  return {
    isPending: saidId !== null,
    leave(participantId: ParticipantId): void {
      submit('attendance/leave', { participantId })
        .then(({ id }) => setSaidId(id))
        .catch((reason: unknown) => console.error('leaving early:', reason));
    },
  };
}

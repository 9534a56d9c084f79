import { KeyRound, Printer, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { MeetingId } from '../../../shared/records/ids.ts';
import { useBridge } from '../../data/data-context.ts';
import { usePersonalLayer } from '../../data/personal-layer.ts';
import { useWatchable } from '../../data/use-watchable.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { ChangePin } from './ChangePin.tsx';
import { PrintRecovery } from './PrintRecovery.tsx';
import { RestoreNotes } from './RestoreNotes.tsx';
import styles from './PrivateNotes.module.css';

interface MyNotesPanelProps {
  readonly meetingId: MeetingId;
  /** Full name of the person signed in. */
  readonly name: string;
}

type Doing = 'nothing' | 'change-pin' | 'print-recovery' | 'restore';

/** What keeps one's own notes private, and what can be done about it. */
export function MyNotesPanel({ meetingId, name }: MyNotesPanelProps) {
  const { privateNotes: words } = useMessages();
  const [doing, setDoing] = useState<Doing>('nothing');
  const [said, setSaid] = useState<string | null>(null);
  const finish = (outcome: string | null): void => {
    setSaid(outcome);
    setDoing('nothing');
  };
  const begin = (next: Doing): void => {
    setSaid(null);
    setDoing(next);
  };
  const ways = [
    { to: 'change-pin', label: words.changePin, icon: KeyRound },
    { to: 'print-recovery', label: words.printRecovery, icon: Printer },
    { to: 'restore', label: words.restore, icon: RotateCcw },
  ] as const;
  return (
    <section className={styles.panel} aria-label={words.title}>
      <h2 className={styles.title}>{words.title}</h2>
      {doing === 'nothing' && (
        <>
          <LayerFacts meetingId={meetingId} />
          <p role="status" className={styles.said}>
            {said}
          </p>
          {ways.map(({ to, label, icon }) => (
            <Button key={to} label={label} icon={icon} size="seat" isWide onPress={() => begin(to)} />
          ))}
        </>
      )}
      {doing === 'change-pin' && <ChangePin onDone={finish} />}
      {doing === 'print-recovery' && <PrintRecovery name={name} onDone={() => finish(null)} />}
      {doing === 'restore' && <RestoreNotes onDone={finish} />}
      {doing !== 'nothing' && (
        <Button label={words.back} size="seat" variant="quiet" isWide onPress={() => finish(null)} />
      )}
    </section>
  );
}

/** Who reads the notes, whether they have been sent, and whether a forgotten PIN would lose them. */
function LayerFacts({ meetingId }: { readonly meetingId: MeetingId }) {
  const { privateNotes: words } = useMessages();
  const { hasRecovery } = useWatchable(useBridge().layers.state);
  const { state, waiting } = usePersonalLayer(meetingId);
  return (
    <>
      <p className={styles.detail}>{words.whoReads}</p>
      {state === 'locked' && <p className={styles.detail}>{words.locked}</p>}
      {state === 'ready' && (
        <ul className={styles.facts}>
          <li>{waiting > 0 ? words.waiting(waiting) : words.allSent}</li>
          <li>{hasRecovery ? words.hasRecovery : words.noRecovery}</li>
        </ul>
      )}
    </>
  );
}

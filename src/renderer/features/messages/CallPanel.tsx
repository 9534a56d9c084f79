import { callKind, type Call, type CallKind } from '../../../shared/records/call.ts';
import { callId, type MeetingId, type SeatLabel } from '../../../shared/records/ids.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useOutbox } from '../../data/commands.ts';
import { newId } from '../../data/new-id.ts';
import { useOwnTime } from '../../data/own-time.ts';
import { useRecords } from '../../data/records.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import styles from './Messages.module.css';
import { ownCommands } from './own-commands.ts';

interface CallPanelProps {
  readonly seat: SeatLabel;
  readonly meetingId: MeetingId | null;
}

/** Calls somebody to the seat, with or without anybody signed in, and says what has become of the calls. */
export function CallPanel({ seat, meetingId }: CallPanelProps) {
  const { messaging: words } = useMessages();
  const language = useLanguage();
  const { ask, refusal, dismiss } = useAsk();
  const states = useCallStates(seat);
  return (
    <Panel title={words.callTitle}>
      <li className={styles.calls}>
        {callKind.options.map((kind) => {
          const { sentence, open } = states(kind);
          return (
            <div key={kind} className={styles.call}>
              <Button
                label={words.callKinds[kind]}
                size="seat"
                isWide
                isDisabled={open !== null}
                onPress={() => {
                  dismiss();
                  ask('call/make', { callId: callId.parse(newId()), meetingId, seat, kind });
                }}
              />
              {sentence !== null && (
                <p className={styles.state} role="status">
                  {sentence}
                </p>
              )}
              {open !== null && open !== 'unsent' && (
                <Button
                  label={words.callCancel}
                  size="seat"
                  variant="quiet"
                  onPress={() => ask('call/cancel', { callId: open, seat })}
                />
              )}
            </div>
          );
        })}
        {refusal !== null && <Banner tone="refused" title={sentenceOf(refusal.code, language)} />}
      </li>
    </Panel>
  );
}

interface CallState {
  readonly sentence: string | null;
  /** A call that waits for somebody; `unsent` where the room does not know of it yet. */
  readonly open: Call['id'] | 'unsent' | null;
}

/** The last call of each kind from this seat: by the record where this person may see it, else by the outbox. */
function useCallStates(seat: SeatLabel): (kind: CallKind) => CallState {
  const { messaging: words } = useMessages();
  const format = useFormat();
  const ownTime = useOwnTime();
  const calls = useRecords('call').filter((call) => call.seat === seat);
  const made = ownCommands(useOutbox(), 'call/make').filter(({ payload }) => payload.seat === seat);
  return (kind) => {
    const name = words.callKinds[kind];
    const call = calls.filter((one) => one.kind === kind).toSorted((a, b) => b.at - a.at)[0];
    const last = made.findLast(({ payload }) => payload.kind === kind);
    if (last !== undefined && last.payload.callId !== call?.id) {
      const { answer } = last.entry;
      const madeAt = ownTime(last.entry.madeAt);
      if (answer === null) return { sentence: words.callUnsent(name, format.time(madeAt)), open: 'unsent' };
      const isNewer = call === undefined || call.at < madeAt;
      if (answer.status === 'accepted' && isNewer)
        return { sentence: words.callSentNobody(name), open: null };
    }
    if (call?.state === 'open') {
      return { sentence: words.callOpen(name, format.time(call.at)), open: call.id };
    }
    if (call?.state === 'answered' && call.endedAt !== null) {
      return { sentence: words.callAnswered(name, format.time(call.endedAt)), open: null };
    }
    return { sentence: null, open: null };
  };
}

import { useRecords } from '../../data/records.ts';
import { useAsk } from '../../data/use-ask.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';

/** The seats that wait for somebody, the first who called on top; nothing where nobody does. */
export function CallsPanel() {
  const { messaging: words } = useMessages();
  const format = useFormat();
  const { ask } = useAsk();
  const calls = useRecords('call')
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => a.at - b.at);
  if (calls.length === 0) return null;
  return (
    <Panel title={words.calls} aside={<span>{calls.length}</span>}>
      {calls.map(({ id, seat, kind, at }) => (
        <ListRow
          key={id}
          title={words.callFrom(seat, words.callKinds[kind])}
          detail={words.callAt(format.time(at))}
          trail={<Button label={words.answerCall} onPress={() => ask('call/answer', { callId: id })} />}
        />
      ))}
    </Panel>
  );
}

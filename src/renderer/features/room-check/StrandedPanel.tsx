import { useRecordMap } from '../../data/records.ts';
import { useRoster } from '../../data/room.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';

/** What waits at terminals that its makers have left, for the secretary to tell them; nothing where nothing does. */
export function StrandedPanel() {
  const { status } = useMessages();
  const format = useFormat();
  const participants = useRecordMap('participant');
  const people = useRecordMap('person');
  const left = useRoster().flatMap(({ deviceId, seat, surface, stranded }) =>
    stranded.map((one, at) => ({ key: `${deviceId}~${at}`, place: seat ?? surface, ...one })),
  );
  if (left.length === 0) return null;
  const nameOf = (id: string): string => people.get(participants.get(id)?.personId ?? '')?.fullName ?? '…';
  return (
    <Panel title={status.strandedTitle} aside={<span>{left.length}</span>}>
      {left.map(({ key, place, participantId, command, madeAt }) => (
        <ListRow
          key={key}
          title={status.strandedAt(place, status.commands[command], nameOf(participantId))}
          detail={status.strandedAdvice(format.timeWithSeconds(madeAt))}
        />
      ))}
    </Panel>
  );
}

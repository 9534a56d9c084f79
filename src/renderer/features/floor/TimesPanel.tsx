import { speechTimes } from '../../../shared/domain/speech-times.ts';
import type { Speech } from '../../../shared/records/speech.ts';
import { useLinkStatus } from '../../data/room.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { minutesAndSeconds } from '../../view/time-words.ts';
import { useSecond } from '../../view/use-now.ts';

/** How long everybody has spoken in this meeting, the longest first. */
export function TimesPanel({ speeches }: { readonly speeches: readonly Speech[] }) {
  const { floor } = useMessages();
  const nowMs = useSecond(useLinkStatus().clockDifferenceMs ?? 0);
  const times = speechTimes(speeches, nowMs);
  return (
    <Panel title={floor.times}>
      {times.length === 0 && <ListRow title={floor.noTimes} tone="past" />}
      {times.map(({ participantId, name, speeches: count, spentMs }) => (
        <ListRow
          key={participantId}
          title={name}
          detail={floor.timesOf(count)}
          trail={minutesAndSeconds(spentMs)}
        />
      ))}
    </Panel>
  );
}

import { queueOf } from '../../../shared/domain/floor.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Speech } from '../../../shared/records/speech.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { useSpeechWords } from './use-speech-words.ts';

interface RegisteredPanelProps {
  readonly items: readonly AgendaItem[];
  readonly speeches: readonly Speech[];
}

/** Who has asked beforehand to speak on the items that are still to come, in their order; nothing where nobody has. */
export function RegisteredPanel({ items, speeches }: RegisteredPanelProps) {
  const { floor, meeting: words } = useMessages();
  const { who } = useSpeechWords();
  const coming = items
    .filter(({ state }) => state === 'waiting')
    .toSorted((a, b) => a.order - b.order)
    .map((item) => ({ item, queue: queueOf(speeches, item.id) }))
    .filter(({ queue }) => queue.length > 0);
  if (coming.length === 0) return null;
  return (
    <Panel title={floor.registeredTitle}>
      {coming.map(({ item, queue }) => (
        <ListRow
          key={item.id}
          title={words.item(item.order)}
          detail={queue.map(who).join(', ')}
          trail={<span>{queue.length}</span>}
        />
      ))}
    </Panel>
  );
}

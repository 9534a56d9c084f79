import { useId, useState } from 'react';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useDismiss, useOutbox } from '../../data/commands.ts';
import { useOwnTime } from '../../data/own-time.ts';
import { useIdentity } from '../../data/room.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { joinNotes, sortOutbox, type Entry } from './outbox-words.ts';
import { StrandedRow } from './StrandedRow.tsx';
import styles from './OutboxChip.module.css';

/** What this terminal keeps for the room, in words; pressed, it opens the list. Nothing is shown while nothing waits. */
export function OutboxChip() {
  const { status } = useMessages();
  const { waiting, stranded, refused } = sortOutbox(useOutbox(), useIdentity());
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  const isEmpty = waiting.length + stranded.length + refused.length === 0;
  return (
    <div className={styles.place} role="status">
      {!isEmpty && (
        <button
          type="button"
          className={styles.button}
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setIsOpen(!isOpen)}
          onKeyDown={(event) => event.key === 'Escape' && setIsOpen(false)}
        >
          {waiting.length > 0 && <Chip tone="waiting" label={status.waiting(waiting.length)} />}
          {stranded.length > 0 && <Chip tone="accent" label={status.stranded(stranded.length)} />}
          {refused.length > 0 && <Chip tone="accent" label={status.refusedCount(refused.length)} />}
        </button>
      )}
      {isOpen && !isEmpty && (
        <div className={styles.list} id={listId}>
          <Panel title={status.panelTitle}>
            {[...joinNotes(waiting), ...refused.map((entry) => ({ entry, count: 1 }))].map(
              ({ entry, count }) => (
                <OutboxRow key={entry.id} entry={entry} count={count} />
              ),
            )}
            {joinNotes(stranded).map(({ entry, count }) => (
              <StrandedRow key={entry.id} entry={entry} count={count} all={stranded} />
            ))}
          </Panel>
        </div>
      )}
    </div>
  );
}

function OutboxRow({ entry, count }: { readonly entry: Entry; readonly count: number }) {
  const { general, status } = useMessages();
  const format = useFormat();
  const language = useLanguage();
  const dismiss = useDismiss();
  const ownTime = useOwnTime();
  const { answer } = entry;
  const isRefused = answer?.status === 'refused';
  return (
    <ListRow
      title={status.commands[entry.command] + (count > 1 ? ` (${count})` : '')}
      detail={`${isRefused ? sentenceOf(answer.code, language) : general.delivery.saved} · ${status.madeAt(format.timeWithSeconds(ownTime(entry.madeAt)))}`}
      {...(isRefused
        ? {
            trail: <Button label={general.action.close} size="seat" onPress={() => void dismiss(entry.id)} />,
          }
        : {})}
    />
  );
}

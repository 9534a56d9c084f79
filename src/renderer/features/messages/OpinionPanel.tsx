import { useState } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { AgendaItemId, ParticipantId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useDismiss, useOwnOutbox, useSubmit } from '../../data/commands.ts';
import { useOwnTime } from '../../data/own-time.ts';
import { useRecords } from '../../data/records.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import styles from './Messages.module.css';
import { OpinionFields, useOpinionDraft } from './OpinionFields.tsx';
import { ownCommands } from './own-commands.ts';

interface OpinionPanelProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  readonly me: ParticipantId;
}

/** A delegate's written opinions: one to write, and what has become of those sent. */
export function OpinionPanel({ meeting, items, me }: OpinionPanelProps) {
  const { messaging: words, status } = useMessages();
  const submit = useSubmit();
  const draft = useOpinionDraft(meeting, items);
  const [isNotSaved, setNotSaved] = useState(false);
  const send = async (): Promise<void> => {
    const opinion = draft.of(me);
    if (opinion === null) return;
    try {
      await submit('opinion/send', opinion);
      draft.write('');
      setNotSaved(false);
    } catch (reason) {
      console.error('opinion:', reason);
      setNotSaved(true);
    }
  };
  return (
    <>
      <form
        className={styles.form}
        aria-label={words.opinionTitle}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <OpinionFields
          draft={draft}
          items={items}
          label={words.opinionText}
          hint={words.opinionHint}
          lines={7}
        />
        {isNotSaved && <Banner tone="refused" title={status.notSaved} />}
        <Button
          label={words.opinionSend}
          size="seat"
          isWide
          isDisabled={!draft.isWhole}
          onPress={() => void send()}
        />
      </form>
      <OwnOpinions me={me} items={items} />
    </>
  );
}

function OwnOpinions({ me, items }: Pick<OpinionPanelProps, 'me' | 'items'>) {
  const { messaging: words, meeting: meetingWords, general } = useMessages();
  const format = useFormat();
  const ownTime = useOwnTime();
  const language = useLanguage();
  const dismiss = useDismiss();
  const opinions = useRecords('opinion').filter(({ participantId }) => participantId === me);
  const known = new Set<string>(opinions.map(({ id }) => id));
  const pending = ownCommands(useOwnOutbox(), 'opinion/send').filter(
    ({ entry, payload }) =>
      payload.participantId === me && !known.has(payload.opinionId) && entry.answer?.status !== 'accepted',
  );
  if (opinions.length + pending.length === 0) return null;
  const itemWords = (itemId: AgendaItemId): string => {
    const item = items.find(({ id }) => id === itemId);
    return item === undefined ? '' : meetingWords.item(item.order);
  };
  return (
    <Panel title={words.ownOpinions}>
      {pending.map(({ entry, payload }) => (
        <ListRow
          key={entry.id}
          title={payload.text}
          detail={
            entry.answer?.status === 'refused'
              ? sentenceOf(entry.answer.code, language)
              : words.opinionWaiting(format.time(ownTime(entry.madeAt)))
          }
          {...(entry.answer === null
            ? {}
            : {
                trail: (
                  <Button label={general.action.close} size="seat" onPress={() => void dismiss(entry.id)} />
                ),
              })}
        />
      ))}
      {opinions
        .toSorted((a, b) => b.at - a.at)
        .map((opinion) => (
          <ListRow
            key={opinion.id}
            title={opinion.text}
            detail={`${itemWords(opinion.itemId)} · ${format.time(opinion.at)} · ${words.opinionStates[opinion.state]}`}
          />
        ))}
    </Panel>
  );
}

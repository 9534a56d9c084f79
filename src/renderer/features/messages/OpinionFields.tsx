import { useState } from 'react';
import type { CommandPayload } from '../../../shared/protocol/commands/command-schemas.ts';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import { opinionId, type AgendaItemId, type ParticipantId } from '../../../shared/records/ids.ts';
import type { Meeting } from '../../../shared/records/meeting.ts';
import { opinionChars } from '../../../shared/records/opinion.ts';
import { newId } from '../../data/new-id.ts';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';

/** A written opinion as far as it has been filled in. */
export interface OpinionDraft {
  readonly itemId: AgendaItemId | null;
  readonly text: string;
  /** Nothing is missing but perhaps whose it is. */
  readonly isWhole: boolean;
  readonly choose: (itemId: AgendaItemId) => void;
  readonly write: (text: string) => void;
  /** The opinion in somebody's name; null while something is missing. */
  readonly of: (participantId: ParticipantId | null) => CommandPayload<'opinion/send'> | null;
}

/** Begins with the current item of the meeting. */
export function useOpinionDraft(meeting: Meeting, items: readonly AgendaItem[]): OpinionDraft {
  const [chosen, choose] = useState<AgendaItemId | null>(null);
  const [text, write] = useState('');
  const itemId = chosen ?? meeting.currentItemId ?? items[0]?.id ?? null;
  return {
    itemId,
    text,
    isWhole: itemId !== null && text.trim() !== '',
    choose,
    write,
    of(participantId) {
      const words = text.trim();
      if (participantId === null || itemId === null || words === '') return null;
      const id = opinionId.parse(newId());
      return { opinionId: id, meetingId: meeting.id, itemId, participantId, text: words };
    },
  };
}

interface OpinionFieldsProps {
  readonly draft: OpinionDraft;
  readonly items: readonly AgendaItem[];
  readonly label: string;
  readonly hint?: string;
  readonly lines: number;
}

/** What an opinion is about, and its words. */
export function OpinionFields({ draft, items, label, hint, lines }: OpinionFieldsProps) {
  const { messaging: words, meeting: meetingWords } = useMessages();
  return (
    <>
      <Select
        label={words.opinionItem}
        placeholder={words.opinionItem}
        selectedId={draft.itemId}
        onSelect={draft.choose}
        options={items.map(({ id, order, title }) => ({ id, label: meetingWords.itemTitle(order, title) }))}
      />
      <TextField
        label={label}
        value={draft.text}
        onChange={draft.write}
        lines={lines}
        maxLength={opinionChars}
        {...(hint === undefined ? {} : { hint })}
      />
    </>
  );
}

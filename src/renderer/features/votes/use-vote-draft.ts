import { useState } from 'react';
import type { AgendaItem } from '../../../shared/records/agenda-item.ts';
import type { Document } from '../../../shared/records/document.ts';
import {
  documentVersionId,
  voteId,
  type AgendaItemId,
  type ParticipantId,
  type VoteId,
} from '../../../shared/records/ids.ts';
import type { Meeting, VoteRule } from '../../../shared/records/meeting.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import type { VoteKind } from '../../../shared/records/vote-form.ts';
import { newId } from '../../data/new-id.ts';
import { useSubmit } from '../../data/commands.ts';
import { useRecord, useRecords } from '../../data/records.ts';
import { documentsOf } from '../../data/select/documents.ts';
import { draftOf, emptyForm, formIn, type FormDraft } from './vote-plan.ts';

/** In the place of a version: the vote is on no text. */
export const noText = 'none';

/** What has been filled in. Null where nothing was chosen, and what is at hand is taken. */
export interface VoteDraft {
  readonly itemId: AgendaItemId | null;
  readonly question: string;
  readonly kind: VoteKind;
  readonly form: FormDraft;
  readonly rule: VoteRule;
  readonly board: readonly ParticipantId[];
  /** A version, or {@link noText}. */
  readonly text: string | null;
}

export interface DraftedVote {
  readonly draft: VoteDraft;
  /** The item in force: the one chosen, or the running or first one. */
  readonly itemId: AgendaItemId | null;
  /** The papers of that item. */
  readonly papers: readonly Document[];
  /** The version in force, or {@link noText}. */
  readonly text: string;
  /** Somebody in the room counts. */
  readonly hasCount: boolean;
  readonly isComplete: boolean;
  /** The vote prepared last is still to be opened. */
  readonly isPrepared: boolean;
  readonly isNotSaved: boolean;
  change(part: Partial<VoteDraft>): void;
  /** Sends what is complete; nothing otherwise. */
  prepare(): Promise<void>;
}

/** What is needed to prepare a vote, or to change the prepared vote `edited`; `onEdited` when the change is on its way. */
export interface VoteDraftInput {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  readonly edited: Vote | null;
  readonly onEdited: () => void;
}

/** A vote while it is filled in, up to its being on its way to the hub. */
export function useVoteDraft({ meeting, items, edited, onEdited }: VoteDraftInput): DraftedVote {
  const submit = useSubmit();
  const [draft, setDraft] = useState<VoteDraft>(() => draftFrom(meeting, edited));
  const [preparedId, setPreparedId] = useState<VoteId | null>(null);
  const [isNotSaved, setNotSaved] = useState(false);
  const prepared = useRecord('vote', preparedId);
  const { question, kind, rule, board } = draft;
  const itemId = draft.itemId ?? meeting.currentItemId ?? items[0]?.id ?? null;
  const papers = documentsOf(useRecords('document'), itemId);
  const text = draft.text ?? papers[0]?.currentVersionId ?? noText;
  const form = formIn(draft.form);
  const isComplete = question.trim() !== '' && itemId !== null && form !== null;
  const hasCount = kind === 'raised-hands' || kind === 'paper' || kind === 'mixed';
  const change = (part: Partial<VoteDraft>): void => setDraft((before) => ({ ...before, ...part }));
  return {
    ...{ draft, itemId, papers, text, hasCount, isComplete, isNotSaved, change },
    isPrepared: preparedId !== null && (prepared?.state ?? 'prepared') === 'prepared',
    async prepare() {
      if (!isComplete) return;
      try {
        const id = edited?.id ?? voteId.parse(newId());
        await submit(edited === null ? 'vote/prepare' : 'vote/change', {
          voteId: id,
          itemId,
          title: question.trim(),
          rule,
          versionId: text === noText ? null : documentVersionId.parse(text),
          kind,
          form,
          ...(hasCount ? { countingBoard: [...board] } : {}),
          ...(edited === null ? {} : keptOf(edited, kind)),
        });
        setNotSaved(false);
        if (edited !== null) return onEdited();
        change({ question: '', form: emptyForm });
        setPreparedId(id);
      } catch (reason) {
        console.error('vote:', reason);
        setNotSaved(true);
      }
    },
  };
}

function draftFrom(meeting: Meeting, edited: Vote | null): VoteDraft {
  if (edited === null) {
    const rule = meeting.body.decision;
    return { itemId: null, question: '', kind: 'open', form: emptyForm, rule, board: [], text: null };
  }
  const { itemId, title, kind, form, rule, countingBoard, versionId } = edited;
  return {
    ...{ itemId, question: title, kind, rule },
    form: draftOf(form),
    board: countingBoard ?? [],
    text: versionId ?? noText,
  };
}

/** What the form does not ask and a change leaves as it was. */
function keptOf({ mayChange, paperVoters }: Vote, kind: VoteKind) {
  return { mayChange, ...(kind === 'mixed' ? { paperVoters: [...paperVoters] } : {}) };
}

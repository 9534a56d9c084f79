import { takesBallots } from '../../shared/domain/vote-steps.ts';
import type { CommandPayload } from '../../shared/protocol/commands/command-schemas.ts';
import type { DocumentVersion } from '../../shared/records/document-version.ts';
import type { MeetingId } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { refused } from '../../shared/std/result.ts';
import { all, read, type RoomState } from './room-state.ts';
import { happens, meetingById, type Rules } from './rule.ts';

/** Papers added, replaced, and given words. */
export const documentRules: Rules<'document/add' | 'document/replace' | 'document/tell-words'> = {
  'document/add': {
    meetingOf: meetingById,
    decide({ state, payload }, meeting) {
      const item = read(state, 'agenda-item', payload.itemId);
      if (item === null || item.meetingId !== meeting.id) return refused('item/unknown');
      if (item.papers === 'paper') return refused('document/paper-only');
      const isTaken =
        read(state, 'document', payload.documentId) !== null ||
        read(state, 'document-version', payload.versionId) !== null;
      if (isTaken) return refused('document/exists');
      return happens({ type: 'document/added', payload });
    },
  },
  'document/replace': {
    meetingOf: meetingById,
    decide({ state, payload }, meeting) {
      const refusal = replacementRefusal(state, payload, meeting.id);
      return refusal === null ? happens({ type: 'document/replaced', payload }) : refused(refusal);
    },
  },
  'document/tell-words': {
    meetingOf: meetingById,
    decide({ state, payload }, meeting) {
      const refusal = wordsRefusal(state, payload, meeting.id);
      return refusal === null ? happens({ type: 'document/words-told', payload }) : refused(refusal);
    },
  },
};

/** Why words may not be given to a version; null when they may: it is there, and has none. */
function wordsRefusal(
  state: RoomState,
  { versionId }: CommandPayload<'document/tell-words'>,
  meetingId: MeetingId,
): RefusalCode | null {
  const version = read(state, 'document-version', versionId);
  if (version === null || version.meetingId !== meetingId) return 'document/unknown';
  return version.text === null ? null : 'document/exists';
}

/** Why a version may not be put in the place of another; null when it may. Rights and state have been checked. */
function replacementRefusal(
  state: RoomState,
  payload: CommandPayload<'document/replace'>,
  meetingId: MeetingId,
): RefusalCode | null {
  const { replaces } = payload;
  const document = read(state, 'document', payload.documentId);
  if (document === null || document.meetingId !== meetingId) return 'document/unknown';
  if (read(state, 'document-version', payload.versionId) !== null) return 'document/exists';
  const old = read(state, 'document-version', replaces.versionId);
  if (old === null || old.documentId !== document.id) return 'document/unknown';
  if (document.currentVersionId !== old.id) return 'document/replaced-already';
  if (old.sha256 === payload.sha256) return 'document/same-text';
  if (isBeingVoted(state, old)) return 'document/being-voted';
  return isAccountOf(payload, old) ? null : 'command/malformed';
}

function isBeingVoted(state: RoomState, { id }: DocumentVersion): boolean {
  for (const vote of all(state, 'vote')) if (vote.versionId === id && takesBallots(vote.state)) return true;
  return false;
}

/** One origin for each page of the new version, each a page of the old one. */
function isAccountOf({ pages, replaces }: CommandPayload<'document/replace'>, old: DocumentVersion): boolean {
  return replaces.pages.length === pages && replaces.pages.every(({ from }) => (from ?? 1) <= old.pages);
}

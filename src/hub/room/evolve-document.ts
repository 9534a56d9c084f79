import { present } from '../../shared/std/must.ts';
import type { Evolutions } from './evolution.ts';
import type { EntryPayload } from './log-entry.ts';
import { all, read, type RecordChange, type RoomState } from './room-state.ts';

/** A scan can be searched from now on; its pages and its hash stay what they were. */
function wordsTold(
  state: RoomState,
  { versionId, text }: EntryPayload<'document/words-told'>,
): RecordChange[] {
  const version = present(read(state, 'document-version', versionId), 'scan');
  return [{ kind: 'document-version', body: { ...version, text, searchable: 'ocr' } }];
}

/** The new version comes into force; the old one stays as it is. Votes that have not begun go on with the new text. */
function documentReplaced(
  state: RoomState,
  { meetingId, documentId, versionId, replaces, ...facts }: EntryPayload<'document/replaced'>,
  at: number,
): RecordChange[] {
  const old = present(read(state, 'document-version', replaces.versionId), 'replaced version');
  const document = present(read(state, 'document', documentId), 'document');
  const moved = [...all(state, 'vote')].filter(
    (vote) => vote.versionId === old.id && vote.state === 'prepared',
  );
  return [
    { kind: 'document', body: { ...document, currentVersionId: versionId } },
    {
      kind: 'document-version',
      body: { ...facts, id: versionId, meetingId, documentId, number: old.number + 1, addedAt: at, replaces },
    },
    ...moved.map((vote) => ({ kind: 'vote' as const, body: { ...vote, versionId } })),
  ];
}

/** A new paper at the end of its item, with its first version. */
function documentAdded(state: RoomState, added: EntryPayload<'document/added'>, at: number): RecordChange[] {
  const { itemId, documentId, versionId, title, category, ...facts } = added;
  const { meetingId } = facts;
  let order = 1;
  for (const other of all(state, 'document')) if (other.itemId === itemId) order += 1;
  return [
    {
      kind: 'document-version',
      body: { id: versionId, documentId, number: 1, ...facts, addedAt: at, replaces: null },
    },
    {
      kind: 'document',
      body: { id: documentId, meetingId, itemId, order, title, category, currentVersionId: versionId },
    },
  ];
}

/** Documents and their versions. */
export const documentEvolutions: Evolutions<'document/added' | 'document/replaced' | 'document/words-told'> =
  {
    'document/added': (state, { payload, at }) => documentAdded(state, payload, at),
    'document/replaced': (state, { payload, at }) => documentReplaced(state, payload, at),
    'document/words-told': (state, { payload }) => wordsTold(state, payload),
  };

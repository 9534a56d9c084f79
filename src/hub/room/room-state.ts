import type { Audience, Viewer } from '../../shared/records/audience.ts';
import { mayView, ownerOf } from '../../shared/records/audience.ts';
import type { DocumentVersion } from '../../shared/records/document-version.ts';
import type {
  AgendaItemId,
  CommandId,
  MeetingId,
  ParticipantId,
  PersonId,
} from '../../shared/records/ids.ts';
import type { Meeting } from '../../shared/records/meeting.ts';
import { ownIdOf, type RecordBody, type RecordKey, type RecordKind } from '../../shared/records/registry.ts';
import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import { noChoices, type Choices } from './choices.ts';
import { genesisHash } from './log-entry.ts';
import { Records } from './records.ts';

/** A record as the hub holds it. */
export type StoredRecord = {
  [Kind in RecordKind]: {
    readonly key: RecordKey;
    readonly kind: Kind;
    /** The log entry that last changed it. */
    readonly seq: number;
    readonly body: RecordBody<Kind>;
    readonly audience: Audience;
    /** Audiences it had before; whoever saw it then and may not now is sent its end. */
    readonly formerly: readonly Audience[];
  };
}[RecordKind];

/** A new value of a record, before it has a sequence. */
export type RecordChange = {
  [Kind in RecordKind]: { readonly kind: Kind; readonly body: RecordBody<Kind> };
}[RecordKind];

/** What a command id has led to. */
export interface GivenAnswer {
  /** Hash of what was asked, and by whom. */
  readonly intent: string;
  readonly answer: CommandAnswer;
}

/**
 * Everything the room knows, a pure function of its log.
 * `choices` is the one thing that is in no record: answers in votes.
 */
export interface RoomState {
  seq: number;
  head: string;
  readonly records: Records;
  readonly answers: Map<CommandId, GivenAnswer>;
  readonly choices: Choices;
}

/** The state before the first entry. */
export function emptyState(): RoomState {
  return { seq: 0, head: genesisHash, records: new Records(), answers: new Map(), choices: noChoices() };
}

/** The body of a record by kind and id, or null. */
export function read<Kind extends RecordKind>(
  state: RoomState,
  kind: Kind,
  id: string,
): RecordBody<Kind> | null {
  // The kind names the body, which the compiler cannot follow through the records.
  return (state.records.find(kind, id)?.body ?? null) as RecordBody<Kind> | null;
}

/** The bodies of all records of a kind, in the order in which they last changed. */
export function all<Kind extends RecordKind>(state: RoomState, kind: Kind): readonly RecordBody<Kind>[] {
  return state.records.ofKind(kind).map(({ body }) => body as RecordBody<Kind>);
}

/** Writes a changed record at a sequence, moving it to the end of the order. */
export function write(state: RoomState, change: RecordChange, seq: number): void {
  const id = ownIdOf(change.kind, change.body);
  const before = state.records.find(change.kind, id);
  const key: RecordKey = before?.key ?? `${change.kind}/${id}`;
  const audience = audienceOf(state, change);
  const formerly = before === undefined ? [] : withAudience(before.formerly, before.audience);
  state.records.put(id, { key, seq, audience, formerly, ...change });
}

function withAudience(list: readonly Audience[], audience: Audience): readonly Audience[] {
  return list.some((one) => isSameAudience(one, audience)) ? list : [...list, audience];
}

function isSameAudience(a: Audience, b: Audience): boolean {
  return a.to === b.to && ownerOf(a) === ownerOf(b);
}

/** Whether this viewer could once see the record. */
export function sawFormerly(viewer: Viewer, record: StoredRecord): boolean {
  return record.formerly.some((audience) => mayView(viewer, audience));
}

const consoles: Audience = { to: 'consoles' };
const room: Audience = { to: 'room' };
const everybody: Audience = { to: 'public' };

/** Who may see a record: nobody but the consoles while its meeting is a draft, then by its kind. */
function audienceOf(state: RoomState, change: RecordChange): Audience {
  // A person's own notes are for that person alone, before a release as after it.
  if (change.kind === 'layer-part') return { to: 'person', personId: change.body.personId };
  if (isDraft(state, change)) return consoles;
  switch (change.kind) {
    case 'meeting':
      return everybody;
    case 'agenda-item':
      return change.body.papers === 'paper' ? room : everybody;
    case 'vote':
      return change.body.state === 'prepared' || change.body.state === 'withdrawn'
        ? consoles
        : publicUnlessSecret(state, change.body.itemId);
    case 'tally': {
      const itemId = read(state, 'vote', change.body.voteId)?.itemId ?? null;
      return change.body.announced ? publicUnlessSecret(state, itemId) : consoles;
    }
    case 'paper-copies':
    case 'record-line':
      return consoles;
    case 'vote-progress':
      return consoles;
    case 'vote-roll': {
      const itemId = read(state, 'vote', change.body.voteId)?.itemId ?? null;
      return change.body.shown ? publicUnlessSecret(state, itemId) : consoles;
    }
    case 'count': {
      if (change.body.viewerId === null) return consoles;
      const member = read(state, 'participant', change.body.viewerId);
      return member === null ? consoles : { to: 'person', personId: member.personId };
    }
    case 'ballot': {
      const owner = read(state, 'participant', change.body.participantId);
      return owner === null ? consoles : { to: 'person', personId: owner.personId };
    }
    case 'recall':
    case 'substitution':
      return consoles;
    case 'document':
      return isRecalled(state, change.body.meetingId) ? consoles : room;
    case 'document-version':
      return isRecalled(state, change.body.meetingId) || isReplaced(state, change.body) ? consoles : room;
    case 'speech':
      return publicUnlessSecret(state, change.body.itemId);
    case 'opinion':
      return { to: 'author', personId: change.body.personId };
    case 'call':
      return author(change.body.personId, consoles);
    case 'announcement':
      return author(change.body.personId, room);
    case 'person':
    case 'participant':
    case 'attendance':
    case 'presentation':
      return room;
  }
}

/** Of an item of paper copies the room screen is sent nothing, not even its title (COPY-3). */
function publicUnlessSecret(state: RoomState, itemId: AgendaItemId | null): Audience {
  const item = itemId === null ? null : read(state, 'agenda-item', itemId);
  return item?.papers === 'paper' ? room : everybody;
}

function author(personId: PersonId | null, otherwise: Audience): Audience {
  return personId === null ? otherwise : { to: 'author', personId };
}

/** Told anew at the release: a text that was replaced before is none of the room's. One replaced later is not told again. */
function isReplaced(state: RoomState, { id, documentId }: DocumentVersion): boolean {
  return (read(state, 'document', documentId)?.currentVersionId ?? id) !== id;
}

function isRecalled(state: RoomState, id: MeetingId): boolean {
  return (read(state, 'meeting', id)?.recalledAt ?? null) !== null;
}

function isDraft(state: RoomState, change: RecordChange): boolean {
  if (change.kind === 'meeting') return change.body.state === 'draft';
  if (change.kind === 'call') return false;
  if (change.kind === 'person') return !isInReleasedMeeting(state, change.body.id);
  return read(state, 'meeting', change.body.meetingId)?.state === 'draft';
}

function isInReleasedMeeting(state: RoomState, id: PersonId): boolean {
  for (const participant of all(state, 'participant')) {
    if (participant.personId === id && read(state, 'meeting', participant.meetingId)?.state !== 'draft')
      return true;
  }
  return false;
}

/** The participants of a meeting. */
export function participantsOf(state: RoomState, meetingId: MeetingId): RecordBody<'participant'>[] {
  return [...all(state, 'participant')].filter((participant) => participant.meetingId === meetingId);
}

/** Voting members of a meeting who are present, in seat order. */
export function votersPresent(state: RoomState, meeting: Meeting): ParticipantId[] {
  return participantsOf(state, meeting.id)
    .filter((one) => one.hasVote && read(state, 'attendance', one.id)?.state === 'present')
    .sort((a, b) => (`${a.seat ?? '~'}${a.id}` < `${b.seat ?? '~'}${b.id}` ? -1 : 1))
    .map((one) => one.id);
}

import { countCopies } from '../../shared/domain/paper-copies.ts';
import {
  recordLineId,
  type AgendaItemId,
  type MeetingId,
  type ParticipantId,
  type VoteId,
} from '../../shared/records/ids.ts';
import type { Participant } from '../../shared/records/participant.ts';
import type { RecordEvent, RecordLine, RecordedPerson } from '../../shared/records/record-line.ts';
import { present } from '../../shared/std/must.ts';
import { copiesAfter, type CopyEntry } from './evolve-papers.ts';
import type { EntryPayload, LogEntry } from './log-entry.ts';
import { all, participantsOf, read, type RoomState } from './room-state.ts';

/**
 * The lines that an entry writes into the running record of its meeting (LINE-1), from the state before the entry.
 * Pure, and the one place where events become lines: the words are made where they are read.
 * Before the opening nothing is written; the opening says who is missing and who stands in.
 */
export function linesOf(entry: LogEntry, state: RoomState): readonly RecordLine[] {
  switch (entry.type) {
    case 'meeting/opened':
      return lineOf(entry, state, entry.payload.meetingId, opening(state, entry.payload.meetingId));
    case 'meeting/closed':
      return lineOf(entry, state, entry.payload.meetingId, { type: 'meeting-closed' });
    case 'item/started':
      return itemLine(entry, state, entry.payload.itemId, 'item-started');
    case 'item/paused':
      return itemLine(entry, state, entry.payload.itemId, 'item-paused');
    case 'item/resumed':
      return itemLine(entry, state, entry.payload.itemId, 'item-resumed');
    case 'attendance/signed-in':
      return arrival(entry, state, entry.payload.participantId);
    case 'attendance/marked':
      return marked(entry, state, entry.payload);
    case 'document/replaced':
      return replaced(entry, state, entry.payload);
    case 'vote/opened':
      return voteLine(entry, state, entry.payload.voteId, ({ id }) => ({
        type: 'vote-opened',
        voteId: id,
        electorate: entry.payload.electorate.length,
      }));
    case 'vote/locked':
      return voteLine(entry, state, entry.payload.voteId, ({ id, received, electorate }) => ({
        type: 'vote-locked',
        voteId: id,
        received,
        electorate: electorate.length,
      }));
    case 'vote/announced':
      return voteLine(entry, state, entry.payload.voteId, ({ id }) => ({
        type: 'vote-announced',
        voteId: id,
      }));
    case 'copy/handed-out':
    case 'copy/collected':
    case 'copy/undone':
      return copyLines(entry, state);
    default:
      return [];
  }
}

/** A new line of an open meeting, under its current item; no line while the meeting is not open. */
function lineOf(
  entry: LogEntry,
  state: RoomState,
  meetingId: MeetingId,
  event: RecordEvent,
  itemId?: AgendaItemId,
): RecordLine[] {
  const meeting = present(read(state, 'meeting', meetingId), 'meeting');
  if (meeting.state !== 'open' && event.type !== 'meeting-opened') return [];
  const outside = event.type === 'meeting-opened' || event.type === 'meeting-closed';
  return [
    {
      id: recordLineId.parse(`e${entry.seq}`),
      meetingId,
      itemId: outside ? null : (itemId ?? meeting.currentItemId),
      order: entry.seq,
      at: entry.at,
      source: 'event',
      text: null,
      event,
      editedAt: null,
      struck: false,
    },
  ];
}

function opening(state: RoomState, meetingId: MeetingId): RecordEvent {
  const { body, membersPresent, invitedPresent, invited } = present(
    read(state, 'meeting', meetingId),
    'meeting',
  );
  const people = participantsOf(state, meetingId).toSorted(bySeat);
  const missing = people.flatMap((one) => {
    const attendance = read(state, 'attendance', one.id);
    if (!one.roles.includes('member') || attendance?.state === 'present') return [];
    return [{ who: named(state, one), reason: attendance?.reason ?? '' }];
  });
  const substitutes = people.map((one) => named(state, one)).filter((who) => who.standsInFor !== null);
  const { inOffice } = body;
  return { type: 'meeting-opened', membersPresent, inOffice, invitedPresent, invited, missing, substitutes };
}

function bySeat(a: Participant, b: Participant): number {
  return `${a.seat ?? '~'}${a.id}` < `${b.seat ?? '~'}${b.id}` ? -1 : 1;
}

function itemLine(
  entry: LogEntry,
  state: RoomState,
  itemId: AgendaItemId,
  type: 'item-started' | 'item-paused' | 'item-resumed',
): RecordLine[] {
  const { meetingId } = present(read(state, 'agenda-item', itemId), 'agenda item');
  return lineOf(entry, state, meetingId, { type }, itemId);
}

function arrival(entry: LogEntry, state: RoomState, id: ParticipantId): RecordLine[] {
  const one = present(read(state, 'participant', id), 'participant');
  if (!isOfTheRoom(one) || read(state, 'attendance', id)?.state === 'present') return [];
  return lineOf(entry, state, one.meetingId, { type: 'arrived-late', who: named(state, one) });
}

function marked(entry: LogEntry, state: RoomState, mark: EntryPayload<'attendance/marked'>): RecordLine[] {
  const one = present(read(state, 'participant', mark.participantId), 'participant');
  const before = read(state, 'attendance', one.id)?.state;
  if (!isOfTheRoom(one) || before === mark.state) return [];
  if (mark.state === 'present') return arrival(entry, state, one.id);
  if (mark.state !== 'absent') return [];
  const event: RecordEvent = { type: 'absent', who: named(state, one), reason: mark.reason };
  return lineOf(entry, state, one.meetingId, event);
}

/** Whose coming and going the record tells: members and invited people, not those who run the room. */
function isOfTheRoom({ roles }: Participant): boolean {
  return roles.includes('member') || roles.includes('invited');
}

function replaced(
  entry: LogEntry,
  state: RoomState,
  { meetingId, documentId, replaces }: EntryPayload<'document/replaced'>,
): RecordLine[] {
  const itemId = read(state, 'document', documentId)?.itemId;
  return lineOf(
    entry,
    state,
    meetingId,
    { type: 'text-replaced', documentId, reason: replaces.reason },
    itemId,
  );
}

type KnownVote = NonNullable<ReturnType<typeof read<'vote'>>>;

function voteLine(
  entry: LogEntry,
  state: RoomState,
  id: VoteId,
  eventOf: (vote: KnownVote) => RecordEvent,
): RecordLine[] {
  const vote = present(read(state, 'vote', id), 'vote');
  return lineOf(entry, state, vote.meetingId, eventOf(vote), vote.itemId);
}

/** One line says how many copies are out, and one how many are back; each further tick changes its line. */
function copyLines(entry: CopyEntry, state: RoomState): RecordLine[] {
  const { itemId } = entry.payload;
  const now = copiesAfter(state, entry);
  const before = countCopies(read(state, 'paper-copies', itemId));
  const { handed, collected, copies } = countCopies(now);
  const lines: RecordLine[] = [];
  const tell = (event: RecordEvent, isNothing: boolean): void => {
    const known = lineLike(state, itemId, event.type);
    for (const fresh of lineOf(entry, state, now.meetingId, event, itemId)) {
      const place = known === null ? {} : { id: known.id, order: known.order };
      lines.push({ ...fresh, ...place, struck: isNothing });
    }
  };
  if (handed !== before.handed) tell({ type: 'copies-handed', handed, copies }, handed === 0);
  if (collected !== before.collected) tell({ type: 'copies-collected', collected, handed }, collected === 0);
  return lines;
}

function lineLike(state: RoomState, itemId: AgendaItemId, type: RecordEvent['type']): RecordLine | null {
  for (const line of all(state, 'record-line')) {
    if (line.itemId === itemId && line.event?.type === type) return line;
  }
  return null;
}

/** A participant as the record names them. */
function named(state: RoomState, { id, personId }: Participant): RecordedPerson {
  return { participantId: id, name: read(state, 'person', personId)?.fullName ?? '', standsInFor: null };
}

import { countChoices, decideVerdict } from '../../shared/domain/majority.ts';
import { afterStep, type VoteStep } from '../../shared/domain/vote-steps.ts';
import type { Attendance } from '../../shared/records/attendance.ts';
import type { MeetingId, ParticipantId, VoteId } from '../../shared/records/ids.ts';
import type { Meeting } from '../../shared/records/meeting.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { Vote, VoteChoice } from '../../shared/records/vote.ts';
import { checkCode } from '../../shared/std/base32.ts';
import { present, unreachable } from '../../shared/std/must.ts';
import { documentReplaced, wordsTold } from './evolve-document.ts';
import { meetingRecalled, recallAcknowledged } from './evolve-recall.ts';
import type { EntryPayload, LogEntry } from './log-entry.ts';
import { all, participantsOf, read, type RecordChange, type RoomState } from './room-state.ts';

/**
 * The records that an entry changes, with their new values. Pure: it reads the state and changes nothing.
 * It must accept whatever `decide` has let into the log; an entry that does not fit is a fault.
 */
export function evolve(state: RoomState, entry: LogEntry): readonly RecordChange[] {
  switch (entry.type) {
    case 'meeting/created':
      return created(entry.payload);
    case 'meeting/released':
      return released(state, entry.payload.meetingId, entry.at);
    case 'meeting/opened':
      return [changeMeeting(state, entry.payload.meetingId, { state: 'open', openedAt: entry.at })];
    case 'meeting/closed':
      return closed(state, entry.payload.meetingId, entry.at);
    case 'meeting/recalled':
      return meetingRecalled(state, entry.payload.meetingId, entry.at);
    case 'recall/acknowledged':
      return recallAcknowledged(state, entry.payload, entry.at);
    case 'document/added':
      return documentAdded(state, entry.payload, entry.at);
    case 'document/replaced':
      return documentReplaced(state, entry.payload, entry.at);
    case 'document/words-told':
      return wordsTold(state, entry.payload);
    case 'item/started':
      return itemStarted(state, entry.payload.itemId, entry.at);
    case 'attendance/signed-in':
      return signedIn(state, entry);
    case 'attendance/marked':
      return marked(state, entry.payload, entry.at);
    case 'presentation/shown': {
      const { zone = null, ...place } = entry.payload;
      return [{ kind: 'presentation', body: { ...place, zone, at: entry.at } }];
    }
    case 'presentation/stopped':
      return [stoppedPresentation(entry.payload.meetingId, entry.at)];
    case 'vote/prepared':
      return votePrepared(state, entry.payload);
    case 'vote/opened':
      return voteOpened(state, entry.payload, entry.at);
    case 'vote/held':
      return [stepVote(state, entry.payload.voteId, 'hold', {})];
    case 'vote/locked':
      return voteLocked(state, entry.payload.voteId, entry);
    case 'vote/announced':
      return voteAnnounced(state, entry.payload.voteId, entry.at);
    case 'ballot/cast':
      return ballotCast(state, entry);
    case 'ballot/arrived-late':
      return ballotLate(state, entry);
    case 'layer/appended': {
      const { partId, ...part } = entry.payload;
      return [{ kind: 'layer-part', body: { id: partId, ...part } }];
    }
    case 'command/refused':
      return [];
    default:
      return unreachable(entry);
  }
}

function created(plan: EntryPayload<'meeting/created'>): RecordChange[] {
  const meetingId = plan.meeting.id;
  const meeting: Meeting = {
    ...plan.meeting,
    state: 'draft',
    releasedAt: null,
    openedAt: null,
    closedAt: null,
    recalledAt: null,
    currentItemId: null,
    membersPresent: 0,
    invitedPresent: 0,
    invited: plan.participants.filter((one) => one.roles.includes('invited')).length,
  };
  return [
    { kind: 'meeting', body: meeting },
    ...plan.people.map((body) => ({ kind: 'person' as const, body })),
    ...plan.participants.map((one) => ({ kind: 'participant' as const, body: { ...one, meetingId } })),
    ...plan.participants.map((one) => ({ kind: 'attendance' as const, body: expected(one.id, meetingId) })),
    ...plan.items.map((item) => ({
      kind: 'agenda-item' as const,
      body: { ...item, meetingId, state: 'waiting' as const, startedAt: null, spentMs: 0 },
    })),
    stoppedPresentation(meetingId, 0),
  ];
}

function expected(participantId: ParticipantId, meetingId: MeetingId): Attendance {
  return { participantId, meetingId, state: 'expected', at: null, late: false, reason: '', deviceId: null };
}

function stoppedPresentation(meetingId: MeetingId, at: number): RecordChange {
  const nothing = { versionId: null, page: 0, zone: null, presenterId: null };
  return { kind: 'presentation', body: { meetingId, ...nothing, at } };
}

/** From here on the room may see the meeting: everything that belongs to it is told anew. */
function released(state: RoomState, id: MeetingId, at: number): RecordChange[] {
  const people = new Set(participantsOf(state, id).map((one) => one.personId));
  const changes: RecordChange[] = [changeMeeting(state, id, { state: 'released', releasedAt: at })];
  for (const { kind, body } of state.records.values()) {
    const belongs = kind === 'person' ? people.has(body.id) : kind !== 'meeting' && body.meetingId === id;
    if (belongs) changes.push({ kind, body } as RecordChange);
  }
  return changes;
}

function changeMeeting(state: RoomState, id: MeetingId, change: Partial<Meeting>): RecordChange {
  return { kind: 'meeting', body: { ...present(read(state, 'meeting', id), 'meeting'), ...change } };
}

function closed(state: RoomState, id: MeetingId, at: number): RecordChange[] {
  const meeting = present(read(state, 'meeting', id), 'meeting');
  return [
    changeMeeting(state, id, { state: 'closed', closedAt: at, currentItemId: null }),
    ...leaveItem(state, meeting, at),
    stoppedPresentation(id, at),
  ];
}

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

function itemStarted(state: RoomState, itemId: string, at: number): RecordChange[] {
  const item = present(read(state, 'agenda-item', itemId), 'agenda item');
  const meeting = present(read(state, 'meeting', item.meetingId), 'meeting');
  return [
    ...leaveItem(state, meeting, at),
    { kind: 'agenda-item', body: { ...item, state: 'current', startedAt: at } },
    changeMeeting(state, meeting.id, { currentItemId: item.id }),
    stoppedPresentation(meeting.id, at),
  ];
}

function leaveItem(state: RoomState, meeting: Meeting, at: number): RecordChange[] {
  const item = meeting.currentItemId === null ? null : read(state, 'agenda-item', meeting.currentItemId);
  if (item === null) return [];
  const spentMs = item.spentMs + Math.max(0, at - (item.startedAt ?? at));
  return [{ kind: 'agenda-item', body: { ...item, state: 'done', spentMs } }];
}

/** A draft or closed meeting takes no attendance; signing in at a console is possible all the same. */
function signedIn(state: RoomState, entry: LogEntry & { type: 'attendance/signed-in' }): RecordChange[] {
  const { participantId, deviceId } = entry.payload;
  const before = present(read(state, 'attendance', participantId), 'attendance');
  const meeting = present(read(state, 'meeting', before.meetingId), 'meeting');
  if (meeting.state === 'draft' || meeting.state === 'closed') return [];
  const isSeat = entry.actor.surface === 'seat';
  const body: Attendance = {
    ...before,
    state: 'present',
    reason: '',
    at: before.state === 'present' ? before.at : entry.at,
    late: before.state === 'present' ? before.late : meeting.state === 'open',
    deviceId: isSeat ? deviceId : before.deviceId,
  };
  return [{ kind: 'attendance', body }, recountPresence(state, meeting, body)];
}

function marked(state: RoomState, mark: EntryPayload<'attendance/marked'>, at: number): RecordChange[] {
  const before = present(read(state, 'attendance', mark.participantId), 'attendance');
  const meeting = present(read(state, 'meeting', before.meetingId), 'meeting');
  const isArrival = mark.state === 'present' && before.state !== 'present';
  const body: Attendance = {
    ...before,
    state: mark.state,
    reason: mark.reason,
    at,
    late: isArrival ? meeting.state === 'open' : mark.state === 'present' && before.late,
  };
  return [{ kind: 'attendance', body }, recountPresence(state, meeting, body)];
}

function recountPresence(state: RoomState, meeting: Meeting, changed: Attendance): RecordChange {
  let membersPresent = 0;
  let invitedPresent = 0;
  for (const one of participantsOf(state, meeting.id)) {
    const attendance = one.id === changed.participantId ? changed : read(state, 'attendance', one.id);
    if (attendance?.state !== 'present') continue;
    if (one.hasVote) membersPresent += 1;
    if (one.roles.includes('invited')) invitedPresent += 1;
  }
  return changeMeeting(state, meeting.id, { membersPresent, invitedPresent });
}

function votePrepared(state: RoomState, prepared: EntryPayload<'vote/prepared'>): RecordChange[] {
  const { voteId, itemId, title, rule, versionId } = prepared;
  const { meetingId } = present(read(state, 'agenda-item', itemId), 'agenda item');
  const times = { openedAt: null, lockedAt: null, announcedAt: null };
  const vote: Vote = {
    id: voteId,
    meetingId,
    itemId,
    title,
    rule,
    versionId,
    state: 'prepared',
    electorate: [],
    received: 0,
    ...times,
  };
  return [{ kind: 'vote', body: vote }];
}

function stepVote(state: RoomState, id: VoteId, step: VoteStep, change: Partial<Vote>): RecordChange {
  const vote = voteOf(state, id);
  return {
    kind: 'vote',
    body: { ...vote, ...change, state: present(afterStep(step, vote.state), `${step} a vote`) },
  };
}

function voteOf(state: RoomState, id: VoteId): Vote {
  return present(read(state, 'vote', id), 'vote');
}

function voteOpened(state: RoomState, opened: EntryPayload<'vote/opened'>, at: number): RecordChange[] {
  const { voteId, electorate } = opened;
  const { meetingId } = voteOf(state, voteId);
  return [
    stepVote(state, voteId, 'open', { electorate, openedAt: at }),
    { kind: 'vote-progress', body: { voteId, meetingId, receivedFrom: [], late: [] } },
  ];
}

function ballotCast(state: RoomState, entry: LogEntry & { type: 'ballot/cast' }): RecordChange[] {
  const { voteId, participantId } = entry.payload;
  const vote = voteOf(state, voteId);
  const before = read(state, 'ballot', `${voteId}~${participantId}`);
  const own: RecordChange = {
    kind: 'ballot',
    body: {
      voteId,
      meetingId: vote.meetingId,
      participantId,
      state: 'counted',
      at: entry.at,
      revision: (before?.revision ?? 0) + 1,
      receipt: checkCode(entry.hash),
    },
  };
  if (before !== null) return [own];
  const progress = progressOf(state, voteId);
  const receivedFrom = [...progress.receivedFrom, participantId];
  return [
    own,
    { kind: 'vote-progress', body: { ...progress, receivedFrom } },
    { kind: 'vote', body: { ...vote, received: receivedFrom.length } },
  ];
}

function ballotLate(state: RoomState, entry: LogEntry & { type: 'ballot/arrived-late' }): RecordChange[] {
  const { voteId, participantId } = entry.payload;
  const { meetingId } = voteOf(state, voteId);
  const progress = progressOf(state, voteId);
  const receipt = checkCode(entry.hash);
  return [
    {
      kind: 'ballot',
      body: { voteId, meetingId, participantId, state: 'late', at: entry.at, revision: 1, receipt },
    },
    {
      kind: 'vote-progress',
      body: { ...progress, late: [...progress.late, { participantId, at: entry.at }] },
    },
  ];
}

function progressOf(state: RoomState, id: VoteId): RecordBody<'vote-progress'> {
  return present(read(state, 'vote-progress', id), 'progress of a vote');
}

/** The result is settled here, from the ballots before this entry and from nothing else. */
function voteLocked(state: RoomState, id: VoteId, entry: LogEntry): RecordChange[] {
  const vote = voteOf(state, id);
  const { meetingId, rule, electorate } = vote;
  const { inOffice } = present(read(state, 'meeting', meetingId), 'meeting').body;
  const choices = state.choices.get(id) ?? new Map<ParticipantId, VoteChoice>();
  const count = countChoices(choices.values(), electorate.length);
  const tally: RecordBody<'tally'> = {
    voteId: id,
    meetingId,
    rule,
    ...count,
    absent: inOffice - electorate.length,
    inOffice,
    present: electorate.length,
    ...decideVerdict(rule, count.approve, inOffice, electorate.length),
    lockedSeq: entry.seq,
    checkCode: checkCode(entry.hash),
    announced: false,
  };
  const rows = electorate.map((participantId) => ({
    participantId,
    choice: choices.get(participantId) ?? null,
  }));
  return [
    stepVote(state, id, 'lock', { lockedAt: entry.at }),
    { kind: 'tally', body: tally },
    { kind: 'vote-roll', body: { voteId: id, meetingId, rows } },
  ];
}

function voteAnnounced(state: RoomState, id: VoteId, at: number): RecordChange[] {
  const tally = present(read(state, 'tally', id), 'tally');
  return [
    stepVote(state, id, 'announce', { announcedAt: at }),
    { kind: 'tally', body: { ...tally, announced: true } },
  ];
}

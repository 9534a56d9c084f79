import type { Announcement } from '../../shared/records/announcement.ts';
import type { Call } from '../../shared/records/call.ts';
import type { Meeting } from '../../shared/records/meeting.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import { participantIn } from './decide-floor.ts';
import { all, read, type RoomState } from './room-state.ts';
import { happens, meetingById, meetingOf, type Case, type Decision, type Rules } from './rule.ts';

/** Written opinions, calls for help and announcements: what is said without the floor. */
export const messageRules: Rules<
  | 'opinion/send'
  | 'opinion/mark'
  | 'call/make'
  | 'call/answer'
  | 'call/cancel'
  | 'announcement/send'
  | 'announcement/withdraw'
> = {
  'opinion/send': { meetingOf: meetingById, decide: decideOpinion },
  'opinion/mark': {
    meetingOf: (state, { opinionId }) =>
      meetingOf(state, read(state, 'opinion', opinionId), 'opinion/unknown'),
    decide({ state, payload }) {
      const isMarked = read(state, 'opinion', payload.opinionId)?.state === payload.state;
      return isMarked ? refused('opinion/already-marked') : happens({ type: 'opinion/marked', payload });
    },
  },
  'call/make': { meetingOf: noMeeting, ofTerminal: true, decide: decideCallFromSeat },
  'call/answer': {
    meetingOf: noMeeting,
    decide({ state, payload }) {
      const found = openCall(state, payload);
      return found.ok ? happens({ type: 'call/answered', payload }) : found;
    },
  },
  'call/cancel': {
    meetingOf: noMeeting,
    ofTerminal: true,
    decide({ state, payload }) {
      const found = openCall(state, payload);
      if (!found.ok) return found;
      if (found.value.seat !== payload.seat) return refused('access/wrong-seat');
      return happens({ type: 'call/cancelled', payload: { callId: payload.callId } });
    },
  },
  'announcement/send': {
    meetingOf: meetingById,
    decide({ state, payload }, meeting) {
      if (announcementOf(state, payload) !== null) return refused('announcement/exists');
      const to = payload.to === 'all' ? payload.to : [...new Set(payload.to)];
      const isKnown = to === 'all' || to.every((one) => participantIn(state, meeting, one) !== null);
      if (!isKnown) return refused('participant/unknown');
      return happens({ type: 'announcement/sent', payload: { ...payload, to } });
    },
  },
  'announcement/withdraw': {
    meetingOf: (state, payload) => meetingOf(state, announcementOf(state, payload), 'announcement/unknown'),
    decide({ state, payload }) {
      const isWithdrawn = (announcementOf(state, payload)?.withdrawnAt ?? null) !== null;
      if (isWithdrawn) return refused('announcement/withdrawn');
      return happens({ type: 'announcement/withdrawn', payload });
    },
  },
};

/** At a seat and at the chair's console one writes for oneself; the secretary copies in what came on paper. */
function decideOpinion({ state, payload, actor, asker }: Case<'opinion/send'>, meeting: Meeting): Decision {
  if (actor.surface !== 'clerk' && asker?.id !== payload.participantId)
    return refused('access/another-person');
  if (participantIn(state, meeting, payload.participantId) === null) return refused('participant/unknown');
  if (read(state, 'agenda-item', payload.itemId)?.meetingId !== meeting.id) return refused('item/unknown');
  if (read(state, 'opinion', payload.opinionId) !== null) return refused('opinion/exists');
  return happens({ type: 'opinion/sent', payload });
}

/** A seat that waits for somebody already is not heard a second time for the same. */
function decideCallFromSeat({ state, payload }: Case<'call/make'>): Decision {
  if (payload.meetingId !== null && read(state, 'meeting', payload.meetingId) === null) {
    return refused('meeting/unknown');
  }
  const isSame = ({ state: at, seat, kind }: Call): boolean =>
    at === 'open' && seat === payload.seat && kind === payload.kind;
  if (read(state, 'call', payload.callId) !== null || [...all(state, 'call')].some(isSame)) {
    return refused('call/already-made');
  }
  return happens({ type: 'call/made', payload });
}

/** A call belongs to the seat, in whatever meeting and in none. */
function noMeeting(): Result<null, RefusalCode> {
  return ok(null);
}

function openCall(state: RoomState, { callId }: { readonly callId: string }): Result<Call, RefusalCode> {
  const call = read(state, 'call', callId);
  if (call === null) return refused('call/unknown');
  return call.state === 'open' ? ok(call) : refused('call/over');
}

function announcementOf(
  state: RoomState,
  { announcementId }: { readonly announcementId: string },
): Announcement | null {
  for (const one of all(state, 'announcement')) if (one.id === announcementId) return one;
  return null;
}

import { votingRulesOf } from '../../shared/domain/body-rules.ts';
import { expected } from '../../shared/domain/presence.ts';
import type { Participant } from '../../shared/records/participant.ts';
import { present } from '../../shared/std/must.ts';
import type { Evolutions } from './evolution.ts';
import type { EntryPayload } from './log-entry.ts';
import { read, type RecordChange, type RoomState } from './room-state.ts';

/** Somebody is to take a participant's place; nothing changes before the chairperson consents. */
function substitutionRequested(
  state: RoomState,
  { participantId, person, reason }: EntryPayload<'substitution/requested'>,
  at: number,
): RecordChange[] {
  const { meetingId, personId } = participantOf(state, participantId);
  const { fullName } = present(read(state, 'person', personId), 'person');
  return [
    {
      kind: 'substitution',
      body: {
        participantId,
        meetingId,
        state: 'asked',
        // Whom the room knows keeps name and office: a request does not rename anybody.
        person: read(state, 'person', person.id) ?? person,
        insteadOf: { personId, fullName },
        reason,
        askedAt: at,
        decidedAt: null,
      },
    },
  ];
}

/** With consent the substitute becomes the participant; votes only if the rules of the body say so. */
function substitutionDecided(
  state: RoomState,
  { participantId, consent }: EntryPayload<'substitution/decided'>,
  at: number,
): RecordChange[] {
  const asked = present(read(state, 'substitution', participantId), 'substitution');
  const decided: RecordChange = {
    kind: 'substitution',
    body: { ...asked, state: consent ? 'consented' : 'declined', decidedAt: at },
  };
  if (!consent) return [decided];
  const before = participantOf(state, participantId);
  const { body } = present(read(state, 'meeting', before.meetingId), 'meeting');
  const after: Participant = {
    ...before,
    personId: asked.person.id,
    standsInFor: asked.insteadOf,
    hasVote: before.hasVote && votingRulesOf(body).substituteVotes,
  };
  const isKnown = read(state, 'person', asked.person.id) !== null;
  return [
    decided,
    // Before the person: who is of a released meeting may be seen by the room.
    { kind: 'participant', body: after },
    ...(isKnown ? [] : [{ kind: 'person' as const, body: asked.person }]),
    // Nothing is known yet of who comes; what was said of the absence is in the substitution.
    { kind: 'attendance', body: expected(participantId, before.meetingId) },
  ];
}

/** The place goes with the person: records hang on the participant, and a session holds at the own seat alone. */
function seatMoved(state: RoomState, { participantId, seat }: EntryPayload<'seat/moved'>): RecordChange[] {
  const before = participantOf(state, participantId);
  const attendance = present(read(state, 'attendance', participantId), 'attendance');
  return [
    { kind: 'participant', body: { ...before, seat, movedFrom: before.seat } },
    { kind: 'attendance', body: { ...attendance, deviceId: null } },
  ];
}

function participantOf(state: RoomState, id: string): Participant {
  return present(read(state, 'participant', id), 'participant');
}

/** Seats and who stands in. */
export const seatingEvolutions: Evolutions<'seat/moved' | 'substitution/requested' | 'substitution/decided'> =
  {
    'seat/moved': (state, { payload }) => seatMoved(state, payload),
    'substitution/requested': (state, { payload, at }) => substitutionRequested(state, payload, at),
    'substitution/decided': (state, { payload, at }) => substitutionDecided(state, payload, at),
  };

import type { Body } from '../../shared/records/meeting.ts';
import type { Participant } from '../../shared/records/participant.ts';
import type { CommandPayload } from '../../shared/protocol/commands/command-schemas.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { refused } from '../../shared/std/result.ts';
import { speaksFor } from './decide-attendance.ts';
import { all, participantsOf, read, type RoomState } from './room-state.ts';
import { happens, meetingById, meetingOfParticipant, type Rules } from './rule.ts';

/** Who takes whose place, who sits where, and the rules of the body that meets. */
export const seatingRules: Rules<
  'substitution/request' | 'substitution/decide' | 'seat/move' | 'body/change'
> = {
  'substitution/request': {
    meetingOf: meetingOfParticipant,
    decide(of) {
      if (!speaksFor(of, of.payload.participantId)) return refused('access/another-person');
      const refusal = substitutionRefusal(of.state, of.payload);
      return refusal === null
        ? happens({ type: 'substitution/requested', payload: of.payload })
        : refused(refusal);
    },
  },
  'substitution/decide': {
    meetingOf: meetingOfParticipant,
    decide({ state, payload }) {
      const asked = read(state, 'substitution', payload.participantId);
      if (asked?.state !== 'asked') return refused('substitution/not-asked');
      if (payload.consent) {
        if (isInRoom(state, payload.participantId)) return refused('substitution/is-present');
        if (takesPart(state, asked.meetingId, asked.person.id)) return refused('substitution/takes-part');
      }
      return happens({ type: 'substitution/decided', payload });
    },
  },
  'seat/move': {
    meetingOf: meetingOfParticipant,
    decide({ state, payload }, meeting) {
      for (const one of participantsOf(state, meeting.id))
        if (one.seat === payload.seat) return refused('seat/occupied');
      return happens({ type: 'seat/moved', payload });
    },
  },
  'body/change': {
    meetingOf: meetingById,
    decide({ state, payload }, meeting) {
      const voters = participantsOf(state, meeting.id).filter((one) => one.hasVote).length;
      if (voters > payload.body.inOffice || hasTwoOfAKind(payload.body))
        return refused('meeting/plan-invalid');
      return happens({ type: 'body/changed', payload });
    },
  },
};

/** Why nobody may be asked for in a participant's place now; null when somebody may. */
function substitutionRefusal(
  state: RoomState,
  { participantId, person }: CommandPayload<'substitution/request'>,
): RefusalCode | null {
  const participant = read(state, 'participant', participantId);
  if (participant === null) return 'participant/unknown';
  if (isInRoom(state, participantId)) return 'substitution/is-present';
  const before = read(state, 'substitution', participantId);
  if (before?.state === 'asked' || participant.standsInFor !== null) return 'substitution/asked-already';
  return takesPart(state, participant.meetingId, person.id) ? 'substitution/takes-part' : null;
}

function isInRoom(state: RoomState, participantId: string): boolean {
  return read(state, 'attendance', participantId)?.state === 'present';
}

function takesPart(state: RoomState, meetingId: Participant['meetingId'], personId: string): boolean {
  for (const one of all(state, 'participant'))
    if (one.meetingId === meetingId && one.personId === personId) return true;
  return false;
}

function hasTwoOfAKind({ decisions = [] }: Body): boolean {
  return new Set(decisions.map(({ id }) => id)).size !== decisions.length;
}

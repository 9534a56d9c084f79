import { refused } from '../../shared/std/result.ts';
import { read } from './room-state.ts';
import { happens, meetingById, meetingOfParticipant, type Case, type Rules } from './rule.ts';

/** Who is in the room, and who is excused. */
export const attendanceRules: Rules<
  | 'attendance/sign-in'
  | 'attendance/mark'
  | 'attendance/mark-many'
  | 'attendance/leave'
  | 'absence/report'
  | 'absence/decide'
> = {
  'attendance/sign-in': {
    meetingOf: meetingOfParticipant,
    decide({ payload, actor, asker }) {
      if (asker === null || asker.id !== payload.participantId) return refused('access/another-person');
      if (actor.deviceId === null) return refused('access/unknown-device');
      if (actor.surface === 'seat' && asker.seat === null) return refused('access/wrong-seat');
      return happens({ type: 'attendance/signed-in', payload: { ...payload, deviceId: actor.deviceId } });
    },
  },
  'attendance/mark': {
    meetingOf: meetingOfParticipant,
    decide: ({ payload }) => happens({ type: 'attendance/marked', payload }),
  },
  'attendance/mark-many': {
    meetingOf: meetingById,
    decide({ state, payload }, meeting) {
      const ids = payload.marks.map((mark) => mark.participantId);
      if (new Set(ids).size !== ids.length) return refused('command/malformed');
      if (ids.some((id) => read(state, 'participant', id)?.meetingId !== meeting.id))
        return refused('participant/unknown');
      return happens({ type: 'attendance/marked-many', payload });
    },
  },
  'attendance/leave': {
    meetingOf: meetingOfParticipant,
    decide(of) {
      if (!speaksFor(of, of.payload.participantId)) return refused('access/another-person');
      if (read(of.state, 'attendance', of.payload.participantId)?.state !== 'present')
        return refused('attendance/not-present');
      return happens({ type: 'attendance/left', payload: of.payload });
    },
  },
  'absence/report': {
    meetingOf: meetingOfParticipant,
    decide(of) {
      if (!speaksFor(of, of.payload.participantId)) return refused('access/another-person');
      return happens({ type: 'absence/reported', payload: of.payload });
    },
  },
  'absence/decide': {
    meetingOf: meetingOfParticipant,
    decide({ state, payload }) {
      if (read(state, 'attendance', payload.participantId)?.excuse !== 'asked')
        return refused('absence/not-asked');
      return happens({ type: 'absence/decided', payload });
    },
  },
};

/** A delegate speaks for himself or herself at the own seat, the secretary for everybody. */
export function speaksFor({ actor, asker }: Pick<Case<never>, 'actor' | 'asker'>, id: string): boolean {
  return actor.surface === 'clerk' || asker?.id === id;
}

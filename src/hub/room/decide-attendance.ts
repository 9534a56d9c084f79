import { refused } from '../../shared/std/result.ts';
import { happens, meetingOfParticipant, type Rules } from './rule.ts';

/** Who is in the room. */
export const attendanceRules: Rules<'attendance/sign-in' | 'attendance/mark'> = {
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
};

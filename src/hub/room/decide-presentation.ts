import type { Meeting } from '../../shared/records/meeting.ts';
import type { Participant } from '../../shared/records/participant.ts';
import { refused } from '../../shared/std/result.ts';
import type { Actor } from './log-entry.ts';
import { read, type RoomState } from './room-state.ts';
import { happens, meetingById, type Rules } from './rule.ts';

/** Who leads the room through the pages. */
export const presentationRules: Rules<'presentation/show' | 'presentation/stop'> = {
  'presentation/show': {
    meetingOf: meetingById,
    decide({ state, payload, actor, asker }, meeting) {
      const version = read(state, 'document-version', payload.versionId);
      if (version === null || version.meetingId !== meeting.id) return refused('document/unknown');
      if (payload.page > version.pages) return refused('document/no-such-page');
      if (!mayPresent(state, meeting, actor, asker)) return refused('presentation/not-presenter');
      const presenterId = asker?.id ?? null;
      return happens({ type: 'presentation/shown', payload: { ...payload, presenterId } });
    },
  },
  'presentation/stop': {
    meetingOf: meetingById,
    decide({ state, payload, actor, asker }, meeting) {
      if (!mayPresent(state, meeting, actor, asker)) return refused('presentation/not-presenter');
      return happens({ type: 'presentation/stopped', payload });
    },
  },
};

/** The chairperson and the secretary lead pages at their consoles; at a seat only a presenter of the current item. */
function mayPresent(state: RoomState, meeting: Meeting, actor: Actor, asker: Participant | null): boolean {
  if (actor.surface === 'chair' || actor.surface === 'clerk') return true;
  if (asker === null || meeting.currentItemId === null) return false;
  return read(state, 'agenda-item', meeting.currentItemId)?.presenterIds.includes(asker.id) ?? false;
}

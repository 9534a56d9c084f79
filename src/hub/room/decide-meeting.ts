import { takesBallots } from '../../shared/domain/vote-steps.ts';
import { ok, refused } from '../../shared/std/result.ts';
import { acknowledgement } from './decide-recall.ts';
import { refusalToClose, refusalToLeave } from './decide-papers.ts';
import { runningVote } from './decide-vote.ts';
import { planFlaw } from './meeting-plan.ts';
import { all, read } from './room-state.ts';
import { happens, meetingById, meetingOfItem, type Rules } from './rule.ts';

/** From the draft to the recall, and the course of the agenda. */
export const meetingRules: Rules<
  | 'meeting/create'
  | 'meeting/release'
  | 'meeting/open'
  | 'meeting/close'
  | 'meeting/recall'
  | 'recall/acknowledge'
  | 'item/start'
  | 'item/pause'
  | 'item/resume'
> = {
  'meeting/create': {
    meetingOf: (state, { meeting }) =>
      read(state, 'meeting', meeting.id) ? refused('meeting/exists') : ok(null),
    decide({ state, payload }) {
      if (planFlaw(state, payload) !== null) return refused('meeting/plan-invalid');
      return happens({ type: 'meeting/created', payload });
    },
  },
  'meeting/release': {
    meetingOf: meetingById,
    decide: ({ payload }) => happens({ type: 'meeting/released', payload }),
  },
  'meeting/open': {
    meetingOf: meetingById,
    decide({ state, payload }) {
      for (const other of all(state, 'meeting')) {
        if (other.state === 'open') return refused('meeting/another-open');
      }
      return happens({ type: 'meeting/opened', payload });
    },
  },
  'meeting/close': {
    meetingOf: meetingById,
    decide({ state, payload }, meeting) {
      if (runningVote(state, meeting.id) !== null) return refused('meeting/vote-running');
      const missing = refusalToClose(state, meeting.id);
      if (missing !== null) return refused(missing);
      return happens({ type: 'meeting/closed', payload });
    },
  },
  'meeting/recall': {
    meetingOf: meetingById,
    decide: ({ payload }) => happens({ type: 'meeting/recalled', payload }),
  },
  'recall/acknowledge': {
    meetingOf: meetingById,
    ofTerminal: true,
    decide({ payload, actor }, meeting) {
      const said = acknowledgement(payload, meeting, actor);
      return said.ok ? happens({ type: 'recall/acknowledged', payload: said.value }) : said;
    },
  },
  'item/start': {
    meetingOf: meetingOfItem,
    decide({ state, payload }, meeting) {
      const running = runningVote(state, meeting.id);
      if (running !== null && takesBallots(running.state)) return refused('meeting/vote-running');
      if (meeting.currentItemId === payload.itemId) return refused('meeting/wrong-state');
      if (payload.after !== undefined && payload.after !== meeting.currentItemId)
        return refused('meeting/moved-on');
      const missing = refusalToLeave(state, meeting.currentItemId);
      if (missing !== null) return refused(missing);
      return happens({ type: 'item/started', payload: { itemId: payload.itemId } });
    },
  },
  'item/pause': {
    meetingOf: meetingOfItem,
    decide({ state, payload }, meeting) {
      if (meeting.currentItemId !== payload.itemId) return refused('item/not-current');
      if (read(state, 'agenda-item', payload.itemId)?.pausedAt !== null) return refused('item/paused');
      const running = runningVote(state, meeting.id);
      if (running !== null && takesBallots(running.state)) return refused('meeting/vote-running');
      return happens({ type: 'item/paused', payload });
    },
  },
  'item/resume': {
    meetingOf: meetingOfItem,
    decide({ state, payload }, meeting) {
      if (meeting.currentItemId !== payload.itemId) return refused('item/not-current');
      if (read(state, 'agenda-item', payload.itemId)?.pausedAt === null) return refused('item/not-paused');
      return happens({ type: 'item/resumed', payload });
    },
  },
};

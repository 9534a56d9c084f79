import type { RecordLine } from '../../shared/records/record-line.ts';
import { refused } from '../../shared/std/result.ts';
import { read, type RoomState } from './room-state.ts';
import { happens, meetingById, meetingOf, type Rules } from './rule.ts';

/** The running record: what the secretary adds to what events write by themselves. */
export const recordRules: Rules<'record/write' | 'record/edit' | 'record/strike'> = {
  'record/write': {
    meetingOf: meetingById,
    decide({ state, payload, asker }, meeting) {
      if (read(state, 'record-line', payload.lineId) !== null) return refused('record/exists');
      const item = payload.itemId === null ? null : read(state, 'agenda-item', payload.itemId);
      if (payload.itemId !== null && item?.meetingId !== meeting.id) return refused('item/unknown');
      return happens({ type: 'record/written', payload: { ...payload, authorId: asker?.id ?? null } });
    },
  },
  'record/edit': {
    meetingOf: meetingOfLine,
    decide({ state, payload }) {
      if (read(state, 'record-line', payload.lineId)?.source === 'event') return refused('record/event-line');
      return happens({ type: 'record/edited', payload });
    },
  },
  'record/strike': {
    meetingOf: meetingOfLine,
    decide: ({ payload }) => happens({ type: 'record/struck', payload }),
  },
};

function meetingOfLine(
  state: RoomState,
  { lineId }: { readonly lineId: RecordLine['id'] },
): ReturnType<typeof meetingById> {
  return meetingOf(state, read(state, 'record-line', lineId), 'record/unknown');
}

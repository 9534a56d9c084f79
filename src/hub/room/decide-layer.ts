import type { CommandPayload } from '../../shared/protocol/commands/command-schemas.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { MeetingId, PersonId } from '../../shared/records/ids.ts';
import type { Participant } from '../../shared/records/participant.ts';
import { ok, refused } from '../../shared/std/result.ts';
import { all, read, type RoomState } from './room-state.ts';
import { meetingById, type Decision, type Rules } from './rule.ts';

/** The personal layer. */
export const layerRules: Rules<'layer/append'> = {
  'layer/append': {
    meetingOf: meetingById,
    decide: ({ state, payload, asker }) => decideLayerPart(state, payload, asker),
  },
};

/**
 * A part goes into the layer of whoever is signed in, and into no other: whose it is comes from the session and not
 * from the message (LAYER-1). What it says nobody can judge here.
 */
function decideLayerPart(
  state: RoomState,
  payload: CommandPayload<'layer/append'>,
  asker: Participant | null,
): Decision {
  if (asker === null) return refused('access/not-signed-in');
  const { personId } = asker;
  if (read(state, 'layer-part', `${personId}~${payload.partId}`) !== null)
    return refused('layer/part-exists');
  const chars = layerChars(state, personId, payload.meetingId);
  if (chars + payload.sealed.length > limits.layerChars) return refused('layer/full');
  return ok([{ type: 'layer/appended', payload: { ...payload, personId } }]);
}

function layerChars(state: RoomState, personId: PersonId, meetingId: MeetingId): number {
  let chars = 0;
  for (const part of all(state, 'layer-part')) {
    if (part.personId === personId && part.meetingId === meetingId) chars += part.sealed.length;
  }
  return chars;
}

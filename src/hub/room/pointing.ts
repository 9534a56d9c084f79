import { limits } from '../../shared/protocol/limits.ts';
import type { PointMessage } from '../../shared/protocol/point.ts';
import { frameOf } from './frame.ts';
import type { Hall, Listener } from './hall.ts';
import type { Identity } from './identity.ts';
import { all, type RoomState } from './room-state.ts';

/** Passes the pointer of whoever leads the pages on to the room. */
export interface Pointing {
  point(message: PointMessage, from: Identity, listener: Listener): void;
}

interface PointingPorts {
  readonly hall: Pick<Hall, 'tellRoom'>;
  state(): RoomState;
  now(): number;
}

/**
 * A pointer is passed on as it comes and kept nowhere. One that comes from somebody else than the leader, or sooner
 * than the last allows, is dropped without a word: the next one is on its way.
 */
export function createPointing({ hall, state, now }: PointingPorts): Pointing {
  let lastAt = Number.NEGATIVE_INFINITY;
  return {
    point({ at }, from, listener) {
      if (!leads(state(), from)) return;
      if (at !== null && now() - lastAt < limits.pointMs) return;
      lastAt = at === null ? Number.NEGATIVE_INFINITY : now();
      hall.tellRoom(frameOf({ type: 'pointer', at }), listener);
    },
  };
}

function leads(state: RoomState, { participantId }: Identity): boolean {
  if (participantId === null) return false;
  for (const { presenterId, versionId } of all(state, 'presentation'))
    if (versionId !== null && presenterId === participantId) return true;
  return false;
}

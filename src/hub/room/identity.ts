import { capacityAt } from '../../shared/domain/permissions.ts';
import type { Surface, Viewer } from '../../shared/records/audience.ts';
import type { DeviceId, ParticipantId, SeatLabel } from '../../shared/records/ids.ts';
import type { Actor } from './log-entry.ts';
import { read, type RoomState } from './room-state.ts';

/** A registered device, and the participant signed in at it. */
export interface Identity {
  readonly deviceId: DeviceId;
  readonly surface: Surface;
  readonly seat: SeatLabel | null;
  readonly participantId: ParticipantId | null;
}

/** As whom commands from this device are decided and logged. */
export function actorOf(state: RoomState, identity: Identity): Actor {
  const { deviceId, surface, participantId } = identity;
  const personId =
    participantId === null ? null : (read(state, 'participant', participantId)?.personId ?? null);
  return { deviceId, surface, personId, participantId: personId === null ? null : participantId };
}

/** What this device may see. */
export function viewerOf(state: RoomState, identity: Identity): Viewer {
  const { surface, participantId } = identity;
  const participant = participantId === null ? null : read(state, 'participant', participantId);
  const capacity = capacityAt(surface, participant?.roles ?? null);
  const atConsole = (surface === 'chair' || surface === 'clerk') && capacity === surface;
  return { surface, personId: participant?.personId ?? null, atConsole };
}

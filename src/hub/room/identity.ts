import { capacityAt } from '../../shared/domain/permissions.ts';
import type { JoinedHow } from '../../shared/protocol/roster.ts';
import type { Surface, Viewer } from '../../shared/records/audience.ts';
import type { DeviceId, ParticipantId, PersonId, SeatLabel } from '../../shared/records/ids.ts';
import type { Participant } from '../../shared/records/participant.ts';
import type { Actor } from './log-entry.ts';
import { read, type RoomState } from './room-state.ts';

/** A registered device, and the participant signed in at it. */
export interface Identity {
  readonly deviceId: DeviceId;
  readonly surface: Surface;
  readonly seat: SeatLabel | null;
  readonly participantId: ParticipantId | null;
  /** How the device has come into the room; by its code where it is left out. */
  readonly joined?: JoinedHow;
  /** Whose PIN it was; left out where that is not known. */
  readonly personId?: PersonId | null;
}

/**
 * The participant for whom this device may act now. A session at a seat holds while the participant sits there, and
 * every session while the participant is the same person: who has moved, or is substituted, is here no more (SEAT-2).
 */
export function heldBy(
  state: RoomState,
  { surface, seat, participantId, personId }: Identity,
): Participant | null {
  const participant = participantId === null ? null : read(state, 'participant', participantId);
  if (participant === null) return null;
  if (surface === 'seat' && participant.seat !== seat) return null;
  return (personId ?? participant.personId) === participant.personId ? participant : null;
}

/** The identity as it counts now: without the participant where the session does not hold. */
export function inForce(state: RoomState, identity: Identity): Identity {
  return heldBy(state, identity) === null ? { ...identity, participantId: null } : identity;
}

/** As whom commands from this device are decided and logged. */
export function actorOf(state: RoomState, identity: Identity): Actor {
  const { deviceId, surface } = identity;
  const { id = null, personId = null } = heldBy(state, identity) ?? {};
  return { deviceId, surface, personId, participantId: id };
}

/** What this device may see. */
export function viewerOf(state: RoomState, identity: Identity): Viewer {
  const { surface } = identity;
  const participant = heldBy(state, identity);
  const capacity = capacityAt(surface, participant?.roles ?? null);
  const atConsole = (surface === 'chair' || surface === 'clerk') && capacity === surface;
  return { surface, personId: participant?.personId ?? null, atConsole };
}

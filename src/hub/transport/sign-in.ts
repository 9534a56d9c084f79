import type { SignedIn, SignInRequest } from '../../shared/protocol/http.ts';
import type { PersonId, SeatLabel } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { Credentials, Device } from '../store/credentials.ts';
import { isProofOf } from '../store/kept-pin.ts';
import type { Ask } from './ask.ts';
import type { AttemptLimiter } from './attempt-limiter.ts';
import type { RefusalDetail } from './http-refusal.ts';
import type { RoomView, SignInPerson } from './room-view.ts';

export interface SignInPorts {
  readonly credentials: Pick<Credentials, 'pinOf' | 'openSession' | 'offerLayerKeys' | 'seatOf'>;
  readonly view: Pick<RoomView, 'person'>;
  /** Wrong proofs, per person and place: another device at the same place gives no more attempts. */
  readonly attempts: AttemptLimiter;
  readonly ask: Ask;
  newToken(): string;
  now(): number;
}

/** Why nobody was signed in. */
export interface SignInRefusal extends RefusalDetail {
  readonly code: RefusalCode;
}

/**
 * Signs a person in at a device: the place must be right, then the PIN, then the room must take the attendance; only
 * then is there a session. Every step may refuse, and a crash between them leaves at most an attendance to repeat.
 */
export async function signIn(
  device: Device,
  request: SignInRequest,
  ports: SignInPorts,
): Promise<Result<SignedIn, SignInRefusal>> {
  const person = ports.view.person(request.participantId);
  if (person === null) return refused({ code: 'participant/unknown' });
  const misplaced = placeRefusal(device, person, ports.credentials.seatOf(person.participantId));
  if (misplaced !== null) return refused(misplaced);
  const wrong = proofRefusal(device, person.personId, request.proof, ports);
  if (wrong !== null) return refused(wrong);
  const answer = await ports.ask(
    { type: 'attendance/sign-in', payload: { participantId: person.participantId } },
    {
      deviceId: device.id,
      surface: device.surface,
      personId: person.personId,
      participantId: person.participantId,
    },
  );
  if (answer.status !== 'accepted') return refused({ code: answer.code });
  const { keys, hasRecovery } = ports.credentials.offerLayerKeys(person.personId, request.keys);
  const sessionToken = ports.newToken();
  const { participantId, personId } = person;
  ports.credentials.openSession({ deviceId: device.id, participantId, personId }, sessionToken, ports.now());
  return ok({ sessionToken, participantId, keys, hasRecovery });
}

/**
 * A seat is for its own person, a console for its role; nobody signs in at the room's screen. Who is at the own seat
 * already is told so: it is one person at two seats, and the secretary may move him or her.
 */
function placeRefusal(
  device: Device,
  person: SignInPerson,
  signedInAt: SeatLabel | null,
): SignInRefusal | null {
  switch (device.surface) {
    case 'seat': {
      const { seat } = person;
      if (device.seat === seat) return null;
      const isThere = seat !== null && signedInAt === seat;
      return { code: isThere ? 'access/signed-in-elsewhere' : 'access/wrong-seat', seat };
    }
    case 'chair':
    case 'clerk':
      return person.roles.includes(device.surface) ? null : { code: 'access/not-allowed' };
    case 'screen':
      return { code: 'access/not-allowed' };
  }
}

/** Why a proof is not taken: there is no PIN, too many wrong ones came before, or it is wrong itself. */
export function proofRefusal(
  device: Device,
  person: PersonId,
  proof: string,
  {
    attempts,
    credentials,
  }: Pick<SignInPorts, 'attempts'> & { readonly credentials: Pick<Credentials, 'pinOf'> },
): SignInRefusal | null {
  const here = `${person}~${device.seat ?? device.surface}`;
  const retryAfterMs = attempts.begin(here);
  if (retryAfterMs > 0) return { code: 'access/too-many-attempts', retryAfterMs };
  const kept = credentials.pinOf(person);
  if (kept === null) return { code: 'access/no-pin' };
  if (!isProofOf(kept, proof)) return { code: 'access/wrong-pin' };
  attempts.passed(here);
  return null;
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  changeKeysRequest,
  layerKeysRequest,
  resetPinRequest,
  type LayerKeys,
} from '../../shared/protocol/http.ts';
import { isAcceptableCost } from '../../shared/private-layer/pin-cost.ts';
import type { DeviceId, ParticipantId, PersonId } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { Credentials, Device } from '../store/credentials.ts';
import { keptPinOf } from '../store/kept-pin.ts';
import type { AttemptLimiter } from './attempt-limiter.ts';
import { callerOf } from './caller.ts';
import { refuse } from './http-refusal.ts';
import type { Logger } from './logger.ts';
import type { RoomView } from './room-view.ts';
import { proofRefusal } from './sign-in.ts';

export interface KeysPorts {
  readonly credentials: Credentials;
  readonly view: Pick<RoomView, 'person' | 'participantsOf'>;
  readonly attempts: AttemptLimiter;
  readonly logger: Logger;
  personChanged(deviceId: DeviceId, present: ParticipantId | null): void;
}

/**
 * `POST` and `PUT /v1/layer-keys` for whoever is signed in, and `POST /v1/pins` for the secretary. What goes through
 * here is sealed or a proof; a PIN or a key in clear is never asked for.
 */
export function keysRoute(server: FastifyInstance, ports: KeysPorts): void {
  server.post('/v1/layer-keys', (request, reply) => tell(request, reply, ports));
  server.put('/v1/layer-keys', (request, reply) => change(request, reply, ports));
  server.post('/v1/pins', (request, reply) => reset(request, reply, ports));
}

interface Asking {
  readonly device: Device;
  readonly personId: PersonId;
  readonly isClerk: boolean;
}

function askingOf(request: FastifyRequest, { credentials, view }: KeysPorts): Result<Asking, RefusalCode> {
  const caller = callerOf(request, credentials);
  if (!caller.ok) return caller;
  const { device, session } = caller.value;
  const person = session === null ? null : view.person(session.participantId);
  if (person === null) return refused('access/not-signed-in');
  const isClerk = device.surface === 'clerk' && person.roles.includes('clerk');
  return ok({ device, personId: person.personId, isClerk });
}

function tell(request: FastifyRequest, reply: FastifyReply, ports: KeysPorts): FastifyReply {
  const asking = askingOf(request, ports);
  if (!asking.ok) return refuse(reply, asking.reason);
  const parsed = layerKeysRequest.safeParse(request.body);
  if (!parsed.success) return refuse(reply, 'command/malformed');
  const wrong = wrongProof(asking.value, parsed.data.proof, reply, ports);
  if (wrong !== null) return wrong;
  const kept = ports.credentials.layerKeysOf(asking.value.personId);
  if (kept === null) return refuse(reply, 'layer/keys-changed');
  const { keys, revision, recoveries } = kept;
  return reply
    .header('cache-control', 'no-store')
    .send({ keys, revision, recoveries: [...recoveries] } satisfies LayerKeys);
}

function change(request: FastifyRequest, reply: FastifyReply, ports: KeysPorts): FastifyReply {
  const asking = askingOf(request, ports);
  if (!asking.ok) return refuse(reply, asking.reason);
  const parsed = changeKeysRequest.safeParse(request.body);
  if (!parsed.success) return refuse(reply, 'command/malformed');
  const { device, personId } = asking.value;
  const { proof, pin, ...next } = parsed.data;
  if (pin !== null && !isAcceptableCost(pin.settings)) return refuse(reply, 'access/pin-not-protected');
  const wrong = wrongProof(asking.value, proof, reply, ports);
  if (wrong !== null) return wrong;
  const isDone = ports.credentials.changeLayerKeys(personId, { ...next, pin: pin && keptPinOf(pin) });
  if (!isDone) return refuse(reply, 'layer/keys-changed');
  ports.logger.info(pin === null ? 'keys/changed' : 'pin/changed', { deviceId: device.id });
  return reply.code(204).send();
}

/** The refusal of a wrong proof, which counts like one at sign-in; null when it is right. */
function wrongProof(
  { device, personId }: Asking,
  proof: string,
  reply: FastifyReply,
  ports: KeysPorts,
): FastifyReply | null {
  const wrong = proofRefusal(device, personId, proof, ports);
  if (wrong === null) return null;
  const { code, ...detail } = wrong;
  ports.logger.warn('keys/refused', { deviceId: device.id, code });
  return refuse(reply, code, detail);
}

/** A new PIN that the secretary hands over. Whoever was signed in under the one before is so no more. */
function reset(request: FastifyRequest, reply: FastifyReply, ports: KeysPorts): FastifyReply {
  const asking = askingOf(request, ports);
  if (!asking.ok) return refuse(reply, asking.reason);
  if (!asking.value.isClerk) return refuse(reply, 'access/not-allowed');
  const parsed = resetPinRequest.safeParse(request.body);
  if (!parsed.success) return refuse(reply, 'command/malformed');
  const { participantId, pin } = parsed.data;
  if (!isAcceptableCost(pin.settings)) return refuse(reply, 'access/pin-not-protected');
  const person = ports.view.person(participantId);
  if (person === null) return refuse(reply, 'participant/unknown');
  ports.credentials.issuePin(person.personId, keptPinOf(pin));
  for (const participant of ports.view.participantsOf(person.personId)) {
    for (const device of ports.credentials.closeSessionsOf(participant)) ports.personChanged(device, null);
  }
  ports.logger.info('pin/reset', { participantId });
  return reply.code(204).send();
}

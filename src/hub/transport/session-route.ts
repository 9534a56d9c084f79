import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { signInRequest, type SignInChoices } from '../../shared/protocol/http.ts';
import type { DeviceId, ParticipantId } from '../../shared/records/ids.ts';
import type { Credentials } from '../store/credentials.ts';
import { callerOf } from './caller.ts';
import { refuse } from './http-refusal.ts';
import type { Logger } from './logger.ts';
import type { RoomView } from './room-view.ts';
import { signIn, type SignInPorts } from './sign-in.ts';

export interface SessionPorts extends SignInPorts {
  readonly credentials: Credentials;
  readonly view: Pick<RoomView, 'person' | 'choicesAt'>;
  readonly logger: Logger;
  /** `present` (or nobody) is now at the device: its live lines must not go on in the name of the one before. */
  personChanged(deviceId: DeviceId, present: ParticipantId | null): void;
}

/** `GET /v1/participants`, `POST /v1/sessions` and `DELETE /v1/sessions`: who may sign in, signing in and out. */
export function sessionRoute(server: FastifyInstance, ports: SessionPorts): void {
  server.get('/v1/participants', async (request, reply) => {
    const caller = callerOf(request, ports.credentials);
    if (!caller.ok) return refuse(reply, caller.reason);
    const participants = ports.view
      .choicesAt(caller.value.device)
      .map((one) => ({ ...one, pin: ports.credentials.pinOf(one.personId)?.settings ?? null }));
    return reply.header('cache-control', 'no-store').send({ participants } satisfies SignInChoices);
  });
  server.post('/v1/sessions', (request, reply) => begin(request, reply, ports));
  server.delete('/v1/sessions', async (request, reply) => {
    const caller = callerOf(request, ports.credentials);
    if (!caller.ok) return refuse(reply, caller.reason);
    const { device, session } = caller.value;
    if (session === null) return refuse(reply, 'access/not-signed-in');
    ports.credentials.closeSession(session.token);
    ports.personChanged(device.id, null);
    ports.logger.info('session/ended', { deviceId: device.id, participantId: session.participantId });
    return reply.code(204).send();
  });
}

async function begin(
  request: FastifyRequest,
  reply: FastifyReply,
  ports: SessionPorts,
): Promise<FastifyReply> {
  const caller = callerOf(request, ports.credentials);
  if (!caller.ok) return refuse(reply, caller.reason);
  const parsed = signInRequest.safeParse(request.body);
  if (!parsed.success) return refuse(reply, 'command/malformed');
  const begun = ports.now();
  const { device } = caller.value;
  const made = await signIn(device, parsed.data, ports);
  const about = { deviceId: device.id, participantId: parsed.data.participantId, ms: ports.now() - begun };
  if (made.ok) {
    ports.personChanged(device.id, made.value.participantId);
    ports.logger.info('session/begun', about);
    return reply.code(201).header('cache-control', 'no-store').send(made.value);
  }
  const { code, ...detail } = made.reason;
  ports.logger.warn('session/refused', { ...about, code });
  return refuse(reply, code, detail);
}

import type { FastifyRequest } from 'fastify';
import { sessionHeader } from '../../shared/protocol/http.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { Credentials, Device, SignedIn } from '../store/credentials.ts';

/** Who sends a request: a device of the room, and the person signed in there if the request says so. */
export interface Caller {
  readonly device: Device;
  readonly session: (SignedIn & { readonly token: string }) | null;
}

/** Longest token that is looked up at all. */
const longestToken = 128;

/**
 * Reads the tokens of a request. A session counts only at the device at which it was begun. One that has ended is
 * refused, or (`lostSession: 'ignored'`) leaves the device without a person, as on the live channel.
 */
export function callerOf(
  request: FastifyRequest,
  credentials: Pick<Credentials, 'deviceOf' | 'sessionOf'>,
  lostSession: 'refused' | 'ignored' = 'refused',
): Result<Caller, 'access/unknown-device' | 'access/not-signed-in'> {
  const deviceToken = deviceTokenOf(request);
  const device = deviceToken === null ? null : credentials.deviceOf(deviceToken);
  if (device === null) return refused('access/unknown-device');
  const token = request.headers[sessionHeader];
  if (token === undefined) return ok({ device, session: null });
  const session =
    typeof token === 'string' && token.length <= longestToken ? credentials.sessionOf(token) : null;
  if (session !== null && session.deviceId === device.id)
    return ok({ device, session: { ...session, token: String(token) } });
  return lostSession === 'ignored' ? ok({ device, session: null }) : refused('access/not-signed-in');
}

/** The device token that a request carries; null without one, or with one that is too long to be looked up. */
export function deviceTokenOf(request: FastifyRequest): string | null {
  const [, token] = /^Bearer ([\w-]+)$/.exec(request.headers.authorization ?? '') ?? [];
  return token === undefined || token.length > longestToken ? null : token;
}

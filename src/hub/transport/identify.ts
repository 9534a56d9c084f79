import type { Identity } from '../room/identity.ts';
import type { Credentials } from '../store/credentials.ts';

/**
 * Whom two tokens stand for; null for an unknown device. A session that has ended, or that belongs to another device,
 * leaves the device without a person, so that it can ask for the PIN again.
 */
export function identify(
  credentials: Pick<Credentials, 'deviceOf' | 'sessionOf' | 'memberOf'>,
  deviceToken: string,
  sessionToken: string | null,
): Identity | null {
  const device = credentials.deviceOf(deviceToken);
  if (device === null) return null;
  const session = sessionToken === null ? null : credentials.sessionOf(sessionToken);
  const { participantId, personId } =
    session?.deviceId === device.id ? session : { participantId: null, personId: null };
  const joined = credentials.memberOf(device.id)?.how ?? 'code';
  return { deviceId: device.id, surface: device.surface, seat: device.seat, joined, participantId, personId };
}

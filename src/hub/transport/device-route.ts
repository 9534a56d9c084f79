import type { FastifyInstance } from 'fastify';
import { registerRequest, type RegisterRequest, type Registration } from '../../shared/protocol/http.ts';
import type { DeviceId, RoomId } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { Credentials, Device } from '../store/credentials.ts';
import type { AttemptLimiter } from './attempt-limiter.ts';
import type { DoorPeers } from './doors/door-peers.ts';
import { refuse, type RefusalDetail } from './http-refusal.ts';
import type { Logger } from './logger.ts';
import type { RoomView } from './room-view.ts';
import { sameText } from './same-text.ts';

export interface DevicePorts {
  readonly roomId: RoomId;
  readonly credentials: Pick<Credentials, 'roomCode' | 'admit' | 'deviceAt' | 'memberOf'>;
  readonly peers: Pick<DoorPeers, 'peerOf'>;
  readonly view: Pick<RoomView, 'isLinked'>;
  /** Guesses at the room's code, per address. */
  readonly attempts: AttemptLimiter;
  readonly logger: Logger;
  newDeviceId(): DeviceId;
  newToken(): string;
  now(): number;
}

/** Where a request comes from. */
interface From {
  readonly address: string;
  /** It came by the door for browsers. */
  readonly isBrowser: boolean;
}

interface Refusing extends RefusalDetail {
  readonly code: RefusalCode;
}

/** `POST /v1/devices`: admits a terminal that knows the room's code. */
export function deviceRoute(server: FastifyInstance, ports: DevicePorts): void {
  server.post('/v1/devices', async (request, reply) => {
    const parsed = registerRequest.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'command/malformed');
    const { door } = ports.peers.peerOf(request.raw.socket);
    const made = register(parsed.data, { address: request.ip, isBrowser: door === 'browser' }, ports);
    if (made.ok) return reply.code(201).header('cache-control', 'no-store').send(made.value);
    ports.logger.warn('device/refused', { address: request.ip, code: made.reason.code });
    const { code, ...detail } = made.reason;
    return refuse(reply, code, detail);
  });
}

function register(
  request: RegisterRequest,
  { address, isBrowser }: From,
  ports: DevicePorts,
): Result<Registration, Refusing> {
  if ((request.surface === 'seat') !== (request.seat !== null)) return refused({ code: 'command/malformed' });
  const retryAfterMs = ports.attempts.begin(address);
  if (retryAfterMs > 0) return refused({ code: 'access/too-many-attempts', retryAfterMs });
  if (!sameText(plain(request.roomCode), plain(ports.credentials.roomCode))) {
    return refused({ code: 'access/wrong-room-code' });
  }
  ports.attempts.passed(address);
  const before = request.seat === null ? null : ports.credentials.deviceAt(request.seat);
  if (before !== null && isHeld(before, ports)) return refused({ code: 'access/seat-taken' });
  return ok(admit(request, isBrowser, ports));
}

/** A terminal that is there keeps its seat, and one that was paired keeps it until IT says otherwise. */
function isHeld(device: Device, { view, credentials }: DevicePorts): boolean {
  return view.isLinked(device) || credentials.memberOf(device.id)?.how === 'certificate';
}

function admit(request: RegisterRequest, isBrowser: boolean, ports: DevicePorts): Registration {
  const device: Device = { id: ports.newDeviceId(), surface: request.surface, seat: request.seat };
  const deviceToken = ports.newToken();
  const how = isBrowser ? 'browser' : 'code';
  ports.credentials.admit(device, deviceToken, { how, certificate: null, name: '', at: ports.now() });
  ports.logger.info('device/admitted', {
    deviceId: device.id,
    surface: device.surface,
    ...(device.seat === null ? {} : { seat: device.seat }),
  });
  return { roomId: ports.roomId, deviceId: device.id, deviceToken };
}

/** People type the code with spaces, dashes and small letters. */
function plain(roomCode: string): string {
  return roomCode.replace(/[\s-]/g, '').toUpperCase();
}

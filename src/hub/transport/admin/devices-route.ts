import type { FastifyInstance, FastifyReply } from 'fastify';
import { changeDoors, type DeviceList, type DoorState } from '../../../shared/protocol/admin/devices.ts';
import { deviceId } from '../../../shared/records/ids.ts';
import type { DeviceId } from '../../../shared/records/ids.ts';
import type { RefusalCode } from '../../../shared/refusals/refusal-table.ts';
import type { Result } from '../../../shared/std/result.ts';
import type { Credentials } from '../../store/credentials.ts';
import type { Device } from '../../store/membership.ts';
import { refuse } from '../http-refusal.ts';
import type { Logger } from '../logger.ts';

export interface AdminDevicesPorts {
  readonly credentials: Pick<Credentials, 'members' | 'revocations' | 'revoke'>;
  readonly view: { isLinked(device: Device): boolean };
  readonly logger: Logger;
  now(): number;
  /** Cuts every connection of a device, at all doors. */
  expel(device: DeviceId): void;
  doorState(): DoorState;
  setBrowsers(mayJoin: boolean): Promise<Result<null, RefusalCode>>;
}

/** `/v1/admin/devices` and `/v1/admin/doors`: who belongs to the room, and what stands open. */
export function adminDevicesRoute(server: FastifyInstance, ports: AdminDevicesPorts): void {
  const { credentials, logger } = ports;
  server.get('/v1/admin/devices', (_request, reply) => unkept(reply).send(listOf(ports)));
  server.delete<{ Params: { id: string } }>('/v1/admin/devices/:id', (request, reply) => {
    const id = deviceId.safeParse(request.params.id);
    const revoked = id.success ? credentials.revoke(id.data, ports.now()) : null;
    if (revoked === null) return refuse(reply, 'device/unknown');
    ports.expel(revoked.id);
    logger.warn('device/revoked', {
      deviceId: revoked.id,
      surface: revoked.surface,
      seat: revoked.seat ?? '',
    });
    return reply.code(204).send();
  });
  server.get('/v1/admin/doors', (_request, reply) => unkept(reply).send(ports.doorState()));
  server.put('/v1/admin/doors', async (request, reply) => {
    const parsed = changeDoors.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'command/malformed');
    const changed = await ports.setBrowsers(parsed.data.browsers);
    return changed.ok ? unkept(reply).send(ports.doorState()) : refuse(reply, changed.reason);
  });
}

function listOf({ credentials, view }: AdminDevicesPorts): DeviceList {
  return {
    devices: credentials.members().map((member) => ({
      deviceId: member.id,
      surface: member.surface,
      seat: member.seat,
      joined: member.how,
      name: member.name,
      joinedAt: member.at,
      isLinked: view.isLinked(member),
    })),
    revoked: credentials.revocations().map(({ id, ...rest }) => ({ deviceId: id, ...rest })),
  };
}

function unkept(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store');
}

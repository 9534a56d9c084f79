import type { FastifyInstance } from 'fastify';
import type { Room } from '../room/room.ts';
import type { Health } from '../../shared/protocol/http.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';

export interface HealthPorts {
  readonly room: Pick<Room, 'roomId' | 'epoch' | 'head' | 'mode'>;
  /** The version of the program. */
  readonly version: string;
  /** Plain HTTP can be reached from other machines. */
  readonly plainOnLan: boolean;
  uptimeMs(): number;
}

/** `GET /health`: is the hub there, does it write, and how far is its log. For anybody. */
export function healthRoute(
  server: FastifyInstance,
  { room, version, plainOnLan, uptimeMs }: HealthPorts,
): void {
  server.get('/health', async (_request, reply) => {
    const health: Health = {
      status: room.mode(),
      roomId: room.roomId,
      protocol: protocolVersion,
      epoch: room.epoch,
      seq: room.head().seq,
      version,
      uptimeMs: uptimeMs(),
      plainOnLan,
    };
    return reply.header('cache-control', 'no-store').send(health);
  });
}

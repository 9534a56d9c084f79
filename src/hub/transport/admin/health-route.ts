import type { FastifyInstance } from 'fastify';
import type { RoomHealth } from '../../../shared/protocol/admin/health.ts';

export interface AdminHealthPorts {
  readonly health: {
    /** The room as it is now. */
    read(): Promise<RoomHealth>;
    /** Asks every terminal that is linked to show that it holds its papers. */
    askForProofs(): void;
  };
}

/** `GET /v1/admin/health`, and `POST /v1/admin/health/proofs`, which asks the terminals for their papers now. */
export function adminHealthRoute(server: FastifyInstance, { health }: AdminHealthPorts): void {
  server.get('/v1/admin/health', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send(await health.read()),
  );
  server.post('/v1/admin/health/proofs', (_request, reply) => {
    health.askForProofs();
    return reply.code(204).send();
  });
}

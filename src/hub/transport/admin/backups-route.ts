import type { FastifyInstance } from 'fastify';
import { backupCheckRequest, backupRequest } from '../../../shared/protocol/admin/backups.ts';
import type { RecoveryKeyMade } from '../../../shared/protocol/admin/room-setup.ts';
import type { RoomBackups } from '../../backup/room-backups.ts';
import { refuse } from '../http-refusal.ts';

export interface AdminBackupsPorts {
  readonly backups: RoomBackups;
  /** The page for the envelope of a recovery key. */
  envelopeOf(recoveryKey: string): Promise<string>;
}

/**
 * Backups of the room, for IT. A backup takes minutes: what begins one answers at once, and `GET /v1/admin/backups` tells
 * how it goes.
 */
export function adminBackupsRoute(server: FastifyInstance, ports: AdminBackupsPorts): void {
  const { backups } = ports;
  server.get('/v1/admin/backups', (_request, reply) =>
    reply.header('cache-control', 'no-store').send(backups.overview()),
  );
  server.post('/v1/admin/backups', (request, reply) => {
    const parsed = backupRequest.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'command/malformed');
    const { running, hasRecoveryKey, folder } = backups.overview();
    if (running !== null) return refuse(reply, 'backup/running');
    if (!hasRecoveryKey) return refuse(reply, 'backup/no-recovery-key');
    if (parsed.data.folder === null && folder === null) return refuse(reply, 'backup/no-folder');
    void backups.make(parsed.data.folder, parsed.data.anew);
    return reply.code(202).send(backups.overview());
  });
  server.post('/v1/admin/backups/check', (request, reply) => {
    const parsed = backupCheckRequest.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'command/malformed');
    const { running, hasRecoveryKey, last } = backups.overview();
    if (running !== null) return refuse(reply, 'backup/running');
    if (!hasRecoveryKey) return refuse(reply, 'backup/no-recovery-key');
    if (last === null) return refuse(reply, 'backup/not-found');
    void backups.check();
    return reply.code(202).send(backups.overview());
  });
  server.post('/v1/admin/backups/recovery-key', async (_request, reply) => {
    const made = await backups.makeRecoveryKey();
    if (!made.ok) return refuse(reply, made.reason);
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ recoveryKey: made.value, page: await ports.envelopeOf(made.value) } satisfies RecoveryKeyMade);
  });
}

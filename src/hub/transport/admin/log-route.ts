import type { FastifyInstance } from 'fastify';
import { techLogQuery, type TechLog } from '../../../shared/protocol/admin/tech-log.ts';
import type { RecentLines } from '../../health/recent-lines.ts';
import { refuse } from '../http-refusal.ts';

export interface AdminLogPorts {
  readonly recentLines: Pick<RecentLines, 'after'>;
  readonly version: string;
  now(): number;
}

/** `GET /v1/admin/log`: the last lines of the hub's log, which names no person and no text. */
export function adminLogRoute(server: FastifyInstance, { recentLines, version, now }: AdminLogPorts): void {
  server.get('/v1/admin/log', (request, reply) => {
    const query = techLogQuery.safeParse(request.query);
    if (!query.success) return refuse(reply, 'command/malformed');
    const lines = recentLines.after(query.data.after).map((line) => ({ ...line }));
    return reply.header('cache-control', 'no-store').send({ version, at: now(), lines } satisfies TechLog);
  });
}

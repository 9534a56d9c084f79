import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  adminIdleMs,
  adminPasswordChange,
  adminSignIn,
  type AdminSession,
} from '../../../shared/protocol/admin/session.ts';
import type { RefusalCode } from '../../../shared/refusals/refusal-table.ts';
import type { Result } from '../../../shared/std/result.ts';
import type { AttemptLimiter } from '../attempt-limiter.ts';
import { refuse } from '../http-refusal.ts';
import type { Logger } from '../logger.ts';
import { adminTokenOf } from './admin-guard.ts';
import type { AdminSessions } from './admin-sessions.ts';
import type { ItPasswordCheck } from './it-password-check.ts';

export interface AdminSessionPorts {
  readonly adminSessions: AdminSessions;
  readonly itPassword: ItPasswordCheck;
  /** Per address. */
  readonly attempts: AttemptLimiter;
  readonly logger: Logger;
  newToken(): string;
  /** Keeps a new IT password, or says why not. */
  changeItPassword(password: string): Promise<Result<null, RefusalCode>>;
}

/** `POST`, `GET` and `DELETE /v1/admin/session`, and `PUT /v1/admin/password`. */
export function adminSessionRoute(server: FastifyInstance, ports: AdminSessionPorts): void {
  server.post('/v1/admin/session', (request, reply) => begin(request, reply, ports));
  server.get('/v1/admin/session', (_request, reply) => reply.code(204).send());
  server.delete('/v1/admin/session', (request, reply) => {
    ports.adminSessions.end(adminTokenOf(request));
    return reply.code(204).send();
  });
  server.put('/v1/admin/password', (request, reply) => change(request, reply, ports));
}

async function begin(
  request: FastifyRequest,
  reply: FastifyReply,
  ports: AdminSessionPorts,
): Promise<FastifyReply> {
  const parsed = adminSignIn.safeParse(request.body);
  if (!parsed.success) return refuse(reply, 'command/malformed');
  const wrong = await tryPassword(parsed.data.password, request, reply, ports);
  if (wrong !== null) return wrong;
  const token = ports.newToken();
  const { number } = ports.adminSessions.begin(token, request.ip);
  ports.logger.info('admin/signed-in', { address: request.ip, count: number });
  return reply
    .code(201)
    .header('cache-control', 'no-store')
    .send({ token, idleMs: adminIdleMs } satisfies AdminSession);
}

async function change(
  request: FastifyRequest,
  reply: FastifyReply,
  ports: AdminSessionPorts,
): Promise<FastifyReply> {
  const parsed = adminPasswordChange.safeParse(request.body);
  if (!parsed.success) return refuse(reply, 'command/malformed');
  const { password, newPassword } = parsed.data;
  const wrong = await tryPassword(password, request, reply, ports);
  if (wrong !== null) return wrong;
  const changed = await ports.changeItPassword(newPassword);
  if (!changed.ok) return refuse(reply, changed.reason);
  ports.adminSessions.endOthers(adminTokenOf(request));
  return reply.code(204).send();
}

/** The refusal of a password that does not open; null when it does. */
async function tryPassword(
  password: string,
  request: FastifyRequest,
  reply: FastifyReply,
  { attempts, itPassword, logger }: AdminSessionPorts,
): Promise<FastifyReply | null> {
  const address = request.ip;
  const retryAfterMs = attempts.begin(address);
  const code = retryAfterMs > 0 ? 'access/too-many-attempts' : await itPassword.try(password);
  if (code === null) {
    attempts.passed(address);
    return null;
  }
  logger.warn('admin/sign-in-refused', { address, code });
  return refuse(reply, code, retryAfterMs > 0 ? { retryAfterMs } : {});
}

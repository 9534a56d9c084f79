import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { adminScheme, unattendedHeader } from '../../../shared/protocol/admin/session.ts';
import { refuse } from '../http-refusal.ts';
import type { Logger } from '../logger.ts';
import type { AdminSession, AdminSessions } from './admin-sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in as IT; null outside `/v1/admin/`. */
    adminSession: AdminSession | null;
  }
}

export interface AdminGuardPorts {
  readonly adminSessions: AdminSessions;
  readonly logger: Logger;
  /** Whether the administration is offered at the door through which a request came; at every door where left out. */
  isAdminDoor?(request: FastifyRequest): boolean;
}

/** Below this path everything is for IT alone. */
export const adminPath = '/v1/admin/';

/** Signing in is open. */
const signInRoute = `${adminPath}session`;

/** Making a room is open too, as far as its route lets in: this machine, while the room has no password. */
export const setupRoute = `${adminPath}setup`;

/** Longest token that is looked up at all. */
const longestToken = 128;

/**
 * Stands before every route below {@link adminPath}, whoever adds it: without the token of a session in force none of
 * them runs. What a session changes is told in the log, with the address from which it was done.
 */
export function guardAdmin(server: FastifyInstance, ports: AdminGuardPorts): void {
  server.decorateRequest('adminSession', null);
  server.addHook('onRequest', async (request, reply) => {
    if (!isAdminRequest(request)) return;
    if (ports.isAdminDoor?.(request) === false) return refuse(reply, 'admin/not-here');
    if (isSignIn(request) || request.routeOptions.url === setupRoute) return;
    request.adminSession = sessionOf(request, ports.adminSessions);
    if (request.adminSession === null) return refuse(reply, 'admin/not-signed-in');
  });
  server.addHook('onResponse', async (request, reply) => tellLog(request, reply, ports.logger));
}

/** The token of a request, "" where it carries none. */
export function adminTokenOf(request: FastifyRequest): string {
  const [, token = ''] =
    new RegExp(`^${adminScheme} ([\\w-]+)$`).exec(request.headers.authorization ?? '') ?? [];
  return token.length > longestToken ? '' : token;
}

/** By the route that was found, which no spelling of the address avoids, and by the address where none was. */
function isAdminRequest({ routeOptions, url }: FastifyRequest): boolean {
  return (routeOptions.url ?? url).startsWith(adminPath);
}

function isSignIn({ routeOptions, method }: FastifyRequest): boolean {
  return routeOptions.url === signInRoute && method === 'POST';
}

function sessionOf(request: FastifyRequest, sessions: AdminSessions): AdminSession | null {
  const token = adminTokenOf(request);
  if (token === '') return null;
  return request.headers[unattendedHeader] === undefined ? sessions.use(token) : sessions.look(token);
}

/** Every change is told, and every refusal of the guard; reading is not, for the page reads every few seconds. */
function tellLog(request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  if (!isAdminRequest(request) || isSignIn(request)) return;
  const { adminSession: session, method, routeOptions } = request;
  const about = { address: request.ip, method, route: routeOptions.url ?? '', status: reply.statusCode };
  if (session === null) logger.warn('admin/refused', about);
  else if (method !== 'GET' && method !== 'HEAD')
    logger.info('admin/done', { ...about, count: session.number });
}

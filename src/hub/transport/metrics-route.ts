import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../health/metrics.ts';
import { refuse } from './http-refusal.ts';
import { sameText } from './same-text.ts';

export interface MetricsRoutePorts {
  readonly metrics: Metrics;
  /** Whoever comes from another machine has to show it: `Authorization: Bearer <token>`. */
  readonly metricsToken: string;
}

/** `GET /metrics` for Prometheus, where it is switched on: from this machine as it is, from elsewhere with the token. */
export function metricsRoute(server: FastifyInstance, { metrics, metricsToken }: MetricsRoutePorts): void {
  countRequests(server, metrics);
  server.get('/metrics', async (request, reply) => {
    if (!mayRead(request, metricsToken)) return refuse(reply, 'access/not-allowed');
    const text = await metrics.read();
    return reply.header('content-type', metrics.contentType).header('cache-control', 'no-store').send(text);
  });
}

function countRequests(server: FastifyInstance, metrics: Metrics): void {
  const sentBefore = new WeakMap<FastifyRequest, number>();
  server.addHook('onRequest', async (request) => {
    sentBefore.set(request, request.raw.socket.bytesWritten);
  });
  server.addHook('onResponse', async (request, reply) => {
    const bytes = Math.max(0, request.raw.socket.bytesWritten - (sentBefore.get(request) ?? 0));
    const route = request.routeOptions.url ?? 'none';
    metrics.requested({ route, method: request.method, status: reply.statusCode, bytes });
  });
}

/** A page of another site may not read it through a browser on this machine, so requests with an origin need the token too. */
function mayRead({ headers, ip }: FastifyRequest, token: string): boolean {
  const [, given = ''] = /^Bearer ([\w-]{1,128})$/.exec(headers.authorization ?? '') ?? [];
  if (given !== '' && sameText(given, token)) return true;
  return isLoopback(ip) && headers.origin === undefined && isOwnName(headers.host);
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address);
}

/** Another name means that somebody's name server sends this machine's browser here. */
function isOwnName(host: string | undefined): boolean {
  return /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d{1,5})?$/.test(host ?? '');
}

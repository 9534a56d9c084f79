import type { FastifyReply } from 'fastify';
import type { HttpRefusal } from '../../shared/protocol/http.ts';
import { refusalTable, type RefusalCode } from '../../shared/refusals/refusal-table.ts';

/** A refusal on its way to a client, with what some codes carry besides. */
export interface RefusalDetail {
  readonly seat?: HttpRefusal['seat'];
  readonly retryAfterMs?: number;
}

/** Codes whose status is not that of their family. */
const statuses: Partial<Record<RefusalCode, number>> = {
  'command/malformed': 400,
  'command/unknown': 404,
  'command/too-large': 413,
  'access/unknown-device': 401,
  'access/not-signed-in': 401,
  'admin/not-signed-in': 401,
  'admin/wrong-password': 403,
  'admin/no-password': 403,
  'admin/not-here': 404,
  'access/too-many-attempts': 429,
  'access/seat-taken': 409,
  'access/signed-in-elsewhere': 409,
  'protocol/unsupported': 426,
  'meeting/plan-invalid': 422,
  'document/exists': 409,
  'document/too-large': 413,
  'document/no-such-page': 404,
  'document/paper-only': 409,
  'document/replaced-already': 409,
  'document/same-text': 409,
  'document/being-voted': 409,
  'update/not-here': 404,
  'update/not-offered': 403,
};

const families: Readonly<Record<string, number>> = { access: 403, document: 422, hub: 503, policy: 422 };

/** The HTTP status that goes with a code. */
export function statusOf(code: RefusalCode): number {
  const own = statuses[code];
  if (own !== undefined) return own;
  if (code.endsWith('/unknown')) return 404;
  return families[code.slice(0, code.indexOf('/'))] ?? 409;
}

/** The body of a refusal: the code, its sentences, and what belongs to it. */
export function httpRefusalOf(code: RefusalCode, detail: RefusalDetail = {}): HttpRefusal {
  const { vi, en } = refusalTable[code];
  return { code, vi, en, ...detail };
}

/** Answers a request with a refusal. */
export function refuse(reply: FastifyReply, code: RefusalCode, detail: RefusalDetail = {}): FastifyReply {
  if (detail.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(detail.retryAfterMs / 1000));
  return reply.code(statusOf(code)).header('cache-control', 'no-store').send(httpRefusalOf(code, detail));
}

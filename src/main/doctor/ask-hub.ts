import type { ClockFacts, LinkFacts, VersionFacts } from '../../shared/health/facts.ts';
import { health } from '../../shared/protocol/http.ts';
import { oldestProtocolVersion, protocolVersion } from '../../shared/protocol/version.ts';
import type { FetchAtHub } from '../hub-link/hub-door.ts';

/** What a hub says of itself, and how it was reached. */
export interface AskedHub {
  readonly link: LinkFacts;
  readonly version: Pick<VersionFacts, 'hub' | 'understands'>;
  readonly differenceMs: ClockFacts['differenceMs'];
}

export interface AskHubPorts {
  fetch: FetchAtHub;
  now(): number;
  /** Milliseconds of a clock that only goes forward. */
  elapsed(): number;
}

const patienceMs = 5_000;

/** Asks a hub how it is, twice: the first answer also pays for the connection. */
export async function askHub({ fetch, now, elapsed }: AskHubPorts): Promise<AskedHub> {
  const nothing = { version: { hub: null, understands: null }, differenceMs: null };
  try {
    const ask = async (): Promise<Response> =>
      fetch('/health', { redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
    await (await ask()).text();
    const begun = elapsed();
    const answer = await ask();
    const latencyMs = elapsed() - begun;
    const told = Date.parse(answer.headers.get('date') ?? '');
    if (!answer.ok) return { ...nothing, link: { state: 'refused', detail: `HTTP ${answer.status}` } };
    const { version, protocol } = health.parse(await answer.json());
    return {
      link: { state: 'reached', latencyMs },
      version: {
        hub: version,
        understands: protocol >= oldestProtocolVersion && protocol <= protocolVersion,
      },
      differenceMs: Number.isNaN(told) ? null : told - now(),
    };
  } catch (reason) {
    return { ...nothing, link: linkAfter(reason) };
  }
}

/** OpenSSL's words for a certificate by a clock, and for one that the room's authority does not vouch for. */
const outOfTime: readonly string[] = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];
const foreign: readonly string[] = [
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_SIGNATURE_FAILURE',
  'INVALID_PURPOSE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** Of several addresses the one at which somebody answered says more than those that are dead. */
function linkAfter(reason: unknown): LinkFacts {
  const codes = codesOf(reason);
  const among = (known: readonly string[]): string | undefined => codes.find((code) => known.includes(code));
  const late = among(outOfTime);
  if (late !== undefined) return { state: 'not-the-hub', why: 'out-of-time', detail: late };
  const stranger = among(foreign);
  if (stranger !== undefined) return { state: 'not-the-hub', why: 'foreign', detail: stranger };
  return { state: 'unreachable', detail: codes[0] ?? 'unknown' };
}

/** The innermost codes of what went wrong: `ECONNREFUSED` helps more than "fetch failed". */
function codesOf(reason: unknown): readonly string[] {
  if (!(reason instanceof Error)) return [];
  if (reason instanceof AggregateError && reason.errors.length > 0) return reason.errors.flatMap(codesOf);
  if ('code' in reason && typeof reason.code === 'string') return [reason.code];
  return reason.cause === undefined ? [reason.name] : codesOf(reason.cause);
}

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
    return { ...nothing, link: { state: 'unreachable', detail: codeOf(reason) } };
  }
}

/** The innermost code of what went wrong: `ECONNREFUSED` helps more than "fetch failed". */
function codeOf(reason: unknown): string {
  if (!(reason instanceof Error)) return 'unknown';
  if ('code' in reason && typeof reason.code === 'string') return reason.code;
  return reason.cause === undefined ? reason.name : codeOf(reason.cause);
}

import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { Timers } from '../../shared/std/timers.ts';
import { firstToAnswer } from '../hub-link/first-to-answer.ts';
import { createSealedDial, type DoorAddress } from '../hub-link/sealed-dial.ts';
import { fetchOver } from '../hub-link/sealed-door.ts';
import type { AskPairing } from './ceremony.ts';
import { lookAtDoor, type SeenDoor } from './look-at-door.ts';

/** A pairing door that can be asked. */
export interface PairingLine {
  readonly door: SeenDoor;
  readonly ask: AskPairing;
  close(): void;
}

export interface PairingLineOptions {
  readonly addresses: readonly DoorAddress[];
  /** The only authority that will do, by its SHA-256; null where people will compare codes. */
  readonly authoritySha256: string | null;
  readonly timers: Timers;
}

const answerMs = 10_000;
const largestAnswer = 64 * 1024;
/** See `firstToAnswer`. */
const nextAddressMs = 300;

/**
 * Reaches a pairing door at one of its addresses. It is looked at first; from then on every connection is verified to
 * the authority it has shown, so that whoever answers later is the same.
 */
export async function openPairingLine(
  options: PairingLineOptions,
): Promise<Result<PairingLine, RefusalCode>> {
  const { addresses, authoritySha256, timers } = options;
  const seen = await firstSeen(addresses, timers);
  if (!seen.ok) return seen;
  const { door, address } = seen.value;
  if (authoritySha256 !== null && door.authoritySha256 !== authoritySha256)
    return refused('terminal/ticket-of-another-room');
  const dial = createSealedDial([address], door, timers);
  const { fetch, close } = fetchOver(`https://${door.servername}`, dial);
  return ok({ door, close, ask: askingBy(fetch) });
}

type Fetch = ReturnType<typeof fetchOver>['fetch'];

async function firstSeen(
  addresses: readonly DoorAddress[],
  timers: Timers,
): Promise<Result<{ readonly door: SeenDoor; readonly address: DoorAddress }, RefusalCode>> {
  try {
    const { value, at } = await firstToAnswer(
      addresses.map((address) => (signal: AbortSignal) => lookAtDoor(address, signal)),
      { timers, patienceMs: nextAddressMs, discard: () => undefined },
    );
    const address = addresses[at];
    return value === null || address === undefined
      ? refused('terminal/not-a-hub')
      : ok({ door: value, address });
  } catch (reason) {
    const speaksNoTls =
      reason instanceof AggregateError && reason.errors.some((each) => codeOf(each).startsWith('ERR_SSL'));
    return refused(speaksNoTls ? 'terminal/not-a-hub' : 'terminal/hub-away');
  }
}

function codeOf(reason: unknown): string {
  return reason instanceof Error && 'code' in reason ? String(reason.code) : '';
}

function askingBy(fetch: Fetch): AskPairing {
  return async (path, body) => {
    const signal = AbortSignal.timeout(answerMs);
    const sent: RequestInit =
      body === null
        ? { method: 'GET' }
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(path, { ...sent, redirect: 'error', signal });
    return { status: response.status, json: jsonOf(await textAtMost(response, largestAnswer)) };
  };
}

/** The text of an answer; rejects when it is longer than a hub of ours would ever write. */
async function textAtMost(response: Response, most: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > most) throw new Error('the answer is too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { argon2, hkdfSync } from 'node:crypto';
import { promisify } from 'node:util';
import { WebSocket } from 'ws';
import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import { downMessage, type DownMessage } from '../../shared/protocol/down.ts';
import {
  registration,
  sessionHeader,
  signedIn,
  signInChoices,
  type RegisterRequest,
  type SignInRequest,
} from '../../shared/protocol/http.ts';
import type { PinSettings } from '../../shared/protocol/pin.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import type { ParticipantId } from '../../shared/records/ids.ts';
import type { Checkpoint } from '../../shared/records/wire-record.ts';

/**
 * A client of the hub with nothing of the product's own client in it: plain fetch, one WebSocket, and the schemas.
 * For audits and tests of a hub that runs as a process.
 */
export interface Terminal {
  readonly hub: string;
  readonly deviceToken: string;
  /** Null until somebody has signed in. */
  readonly sessionToken: string | null;
}

/** A refusal over HTTP, as an error, so that a test that does not expect one fails. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

/** Registers a terminal with the room. */
export async function registerTerminal(hub: string, request: RegisterRequest): Promise<Terminal> {
  const body = await sendJson(`${hub}/v1/devices`, request, {});
  return { hub, deviceToken: registration.parse(body).deviceToken, sessionToken: null };
}

/** Whoever signs in, with the PIN as the person types it. */
export interface Person {
  readonly participantId: ParticipantId;
  readonly pin: string;
}

/** Signs a person in at the terminal. */
export async function signInAt(terminal: Terminal, person: Person): Promise<Terminal> {
  const request = await proofFor(terminal, person);
  const body = await sendJson(`${terminal.hub}/v1/sessions`, request, headersOf(terminal));
  return { ...terminal, sessionToken: signedIn.parse(body).sessionToken };
}

/**
 * Makes what a sign-in sends, after docs/protocol.md: the PIN stretched by the settings that the hub tells, whatever
 * they cost. These terminals keep no notes, so the keys that they offer are no keys.
 */
export async function proofFor(terminal: Terminal, { participantId, pin }: Person): Promise<SignInRequest> {
  const response = await fetch(`${terminal.hub}/v1/participants`, { headers: deviceHeaders(terminal) });
  const { participants } = signInChoices.parse(await response.json());
  const settings = participants.find((one) => one.participantId === participantId)?.pin ?? null;
  const proof = settings === null ? noProof : await proofOf(pin, settings);
  return { participantId, proof, keys: Buffer.alloc(60).toString('base64') };
}

const noProof = Buffer.alloc(32).toString('base64');

/** The proof of a PIN under `settings`, base 64; by OpenSSL, where the product derives in WebAssembly. */
export async function proofOf(pin: string, { salt, memoryKiB, passes, lanes }: PinSettings): Promise<string> {
  const stretched = await promisify(argon2)('argon2id', {
    message: pin,
    nonce: Buffer.from(salt, 'base64'),
    memory: memoryKiB,
    passes,
    parallelism: lanes,
    tagLength: 32,
  });
  const proof = hkdfSync('sha256', stretched, new Uint8Array(0), 'nghisu/pin/proof/1', 32);
  return Buffer.from(proof).toString('base64');
}

function deviceHeaders({ deviceToken }: Terminal): Record<string, string> {
  return { authorization: `Bearer ${deviceToken}` };
}

/** The headers with which a terminal says who it is. */
export function headersOf(terminal: Terminal): Record<string, string> {
  const { deviceToken, sessionToken } = terminal;
  return {
    authorization: `Bearer ${deviceToken}`,
    ...(sessionToken === null ? {} : { [sessionHeader]: sessionToken }),
  };
}

/** Sends JSON, and gives the answer's JSON; null for an answer without a body. */
export async function sendJson(
  url: string,
  body: unknown,
  headers: Record<string, string>,
  method: 'POST' | 'PUT' = 'POST',
): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = response.status === 204 ? null : await response.json();
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

/** A live connection. */
export interface LiveLine {
  /** Sends anything, also what no client should send. */
  send(message: unknown): void;
  sendRaw(data: string | Buffer): void;
  /** Sends a command and waits for its answer; rejects when the line breaks first. */
  command(id: string, command: string, payload: unknown): Promise<CommandAnswer>;
  /** The next message of a type that has come or will come; rejects when the line breaks first. */
  next<Type extends DownMessage['type']>(type: Type): Promise<Extract<DownMessage, { type: Type }>>;
  /** Reads nothing any more; what comes stays on the way. */
  pause(): void;
  /** Resolves when the line is closed, with the WebSocket's close code. */
  readonly closed: Promise<number>;
  close(): void;
}

/** Opens a live connection and says nothing yet. */
export async function openLine(hub: string, headers: Record<string, string> = {}): Promise<LiveLine> {
  const socket = new WebSocket(`${hub.replace(/^http/, 'ws')}/v1/live`, {
    headers,
    perMessageDeflate: false,
  });
  const arrived: DownMessage[] = [];
  const waiting = new Set<Waiting>();
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => {
      for (const each of waiting) each.reject(new Error('the line is closed'));
      waiting.clear();
      resolve(code);
    });
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  socket.on('message', (data: Buffer) => {
    const message = downMessage.parse(JSON.parse(data.toString('utf8'))) as DownMessage;
    const taker = [...waiting].find((each) => each.wants(message));
    if (taker === undefined) {
      if (message.type !== 'answer') arrived.push(message);
      return;
    }
    waiting.delete(taker);
    taker.resolve(message);
  });

  const wait = (wants: (message: DownMessage) => boolean): Promise<DownMessage> =>
    new Promise((resolve, reject) => {
      const at = arrived.findIndex(wants);
      const [already] = at < 0 ? [] : arrived.splice(at, 1);
      if (already !== undefined) return resolve(already);
      if (socket.readyState !== WebSocket.OPEN) return reject(new Error('the line is closed'));
      waiting.add({ wants, resolve, reject });
    });
  const send = (message: unknown): void => socket.send(JSON.stringify(message), () => undefined);

  return {
    send,
    sendRaw: (data) => socket.send(data, () => undefined),
    async command(id, command, payload) {
      const answer = wait((message) => message.type === 'answer' && message.id === id);
      send({ type: 'command', id, command, payload, madeAt: Date.now() });
      const message = await answer;
      if (message.type !== 'answer') throw new Error('unreachable');
      return message.answer;
    },
    next: async <Type extends DownMessage['type']>(type: Type) =>
      (await wait((message) => message.type === type)) as Extract<DownMessage, { type: Type }>,
    closed,
    pause: () => socket.pause(),
    close: () => socket.terminate(),
  };
}

interface Waiting {
  wants(message: DownMessage): boolean;
  resolve(message: DownMessage): void;
  reject(error: Error): void;
}

/** Opens a live connection and says hello; resolves once the hub has welcomed the terminal. */
export async function attach(terminal: Terminal, have: Checkpoint | null = null): Promise<LiveLine> {
  const line = await openLine(terminal.hub);
  const welcomed = line.next('welcome');
  const { deviceToken, sessionToken } = terminal;
  line.send({ type: 'hello', protocol: protocolVersion, deviceToken, sessionToken, epochSeen: 0, have });
  await welcomed;
  return line;
}

import type { z } from 'zod';
import { LinkDown } from '../bridge/bridge.ts';
import {
  added,
  httpRefusal,
  registration,
  session,
  sessionHeader,
  signInChoices,
  type Added,
  type AddDocumentQuery,
  type HttpRefusal,
  type RegisterRequest,
  type Registration,
  type Session,
  type SignInChoices,
  type SignInRequest,
} from '../protocol/http.ts';
import { ok, refused, type Result } from '../std/result.ts';

/** What a request proves its sender with. */
export interface Tokens {
  readonly deviceToken: string;
  readonly sessionToken: string | null;
}

/** The hub's answer comes within this time or not at all, in milliseconds. */
const answerMs = 10_000;

export interface HubRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Absolute at the hub, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** How long to wait for the whole answer, in milliseconds. */
  readonly patienceMs: number;
}

export interface HubUpload {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Told bytes sent and bytes in all. */
  onProgress(sent: number, total: number): void;
}

export interface HubAnswer {
  readonly status: number;
  readonly text: string;
}

/** A host's network towards its hub. Both reject when no whole answer comes. */
export interface HubTransport {
  ask(request: HubRequest): Promise<HubAnswer>;
  /** Posts a body that takes a while. */
  upload(upload: HubUpload): Promise<HubAnswer>;
}

/** The requests of a terminal to its hub. All reject with {@link LinkDown} for weather. */
export interface HubHttp {
  register(request: RegisterRequest): Promise<Result<Registration, HttpRefusal>>;
  signInChoices(tokens: Tokens): Promise<Result<SignInChoices, HttpRefusal>>;
  signIn(tokens: Tokens, request: SignInRequest): Promise<Result<Session, HttpRefusal>>;
  signOut(tokens: Tokens): Promise<void>;
  addDocument(tokens: Tokens, upload: Upload): Promise<Result<Added, HttpRefusal>>;
}

export interface Upload {
  readonly query: AddDocumentQuery;
  readonly pdf: Uint8Array;
  /** See {@link HubUpload}. */
  readonly onProgress: HubUpload['onProgress'];
}

export function createHubHttp(transport: HubTransport): HubHttp {
  const ask = (
    method: HubRequest['method'],
    path: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<HubAnswer> =>
    orWeather(transport.ask({ method, path, headers, body: null, patienceMs: answerMs }));
  const post = (path: string, headers: Readonly<Record<string, string>>, body: unknown): Promise<HubAnswer> =>
    orWeather(
      transport.ask({
        method: 'POST',
        path,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        patienceMs: answerMs,
      }),
    );
  return {
    register: async (request) => read(await post('/v1/devices', {}, request), registration),
    signInChoices: async (tokens) =>
      read(await ask('GET', '/v1/participants', asDevice(tokens)), signInChoices),
    signIn: async (tokens, request) => read(await post('/v1/sessions', asDevice(tokens), request), session),
    signOut: async (tokens) => void (await ask('DELETE', '/v1/sessions', headersOf(tokens))),
    async addDocument(tokens, { query, pdf, onProgress }) {
      const path = `/v1/documents?${queryOf(query)}`;
      const headers = { ...headersOf(tokens), 'content-type': 'application/pdf' };
      return read(await orWeather(transport.upload({ path, headers, body: pdf, onProgress })), added);
    },
  };
}

/** The headers of a request in the name of a device and the person signed in at it. */
export function headersOf({ deviceToken, sessionToken }: Tokens): Record<string, string> {
  const device = { authorization: `Bearer ${deviceToken}` };
  return sessionToken === null ? device : { ...device, [sessionHeader]: sessionToken };
}

/** Before anybody is signed in, the device speaks for itself. */
function asDevice(tokens: Tokens): Record<string, string> {
  return headersOf({ ...tokens, sessionToken: null });
}

/** A name of a file may hold half a surrogate pair, which cannot be said in an address. */
function queryOf(query: AddDocumentQuery): string {
  return Object.entries(query)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${encodeURIComponent(value.toWellFormed())}`],
    )
    .join('&');
}

async function orWeather(answer: Promise<HubAnswer>): Promise<HubAnswer> {
  try {
    return await answer;
  } catch (reason) {
    throw new LinkDown('the hub does not answer', { cause: reason });
  }
}

/** Reads an answer: what was asked for, or a refusal of the table. Anything else did not come from a hub. */
function read<Schema extends z.ZodType>(
  { status, text }: HubAnswer,
  schema: Schema,
): Result<z.infer<Schema>, HttpRefusal> {
  const body = jsonOf(text);
  if (status >= 200 && status < 300) {
    const parsed = schema.safeParse(body);
    if (parsed.success) return ok(parsed.data);
  } else {
    const parsed = httpRefusal.safeParse(body);
    if (parsed.success) return refused(parsed.data);
  }
  throw new LinkDown(`status ${status} with a body that no hub sends`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

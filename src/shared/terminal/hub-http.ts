import { z } from 'zod';
import { LinkDown } from '../bridge/bridge.ts';
import {
  added,
  httpRefusal,
  intakeFacts,
  logEnd,
  replaced,
  registration,
  layerKeys,
  sessionHeader,
  signedIn,
  signInChoices,
  type Added,
  type AddDocumentQuery,
  type ChangeKeysRequest,
  type ExportedLog,
  type HttpRefusal,
  type LayerKeys,
  type LayerKeysRequest,
  type RegisterRequest,
  type Registration,
  type IntakeFacts,
  type Replaced,
  type ReplaceDocumentQuery,
  type ResetPinRequest,
  type SignedIn,
  type SignInChoices,
  type SignInRequest,
} from '../protocol/http.ts';
import type { Sha256 } from '../records/ids.ts';
import type { GiveUp } from '../std/give-up.ts';
import { ok, refused, type Result } from '../std/result.ts';

/** What a request proves its sender with. */
export interface Tokens {
  readonly deviceToken: string;
  readonly sessionToken: string | null;
}

/** The hub has so long for a piece of a file, in milliseconds. */
const pieceMs = 60_000;

/** The hub's answer comes within this time or not at all, in milliseconds. */
const answerMs = 10_000;

/** The log of a room that has met for years is long. In milliseconds. */
const logMs = 180_000;

export interface HubRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
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
  /** Aborted when the person gives the upload up. */
  readonly signal?: GiveUp | undefined;
}

export interface HubAnswer {
  readonly status: number;
  readonly text: string;
}

/** Bytes `[begin, end)` of a file. */
export interface BlobRange {
  readonly sha256: Sha256;
  readonly begin: number;
  readonly end: number;
}

/** What was asked for as bytes; as text, and null bytes, where the hub gives no part of a file. */
export interface HubPiece extends HubAnswer {
  readonly bytes: Uint8Array | null;
}

/** A host's network towards its hub. All reject when no whole answer comes. */
export interface HubTransport {
  ask(request: HubRequest): Promise<HubAnswer>;
  /** Gets the part of a file that the headers name. */
  fetchPiece(request: Omit<HubRequest, 'method' | 'body'>): Promise<HubPiece>;
  /** Posts a body that takes a while. */
  upload(upload: HubUpload): Promise<HubAnswer>;
}

/** The requests of a terminal to its hub. All reject with {@link LinkDown} for weather. */
export interface HubHttp {
  register(request: RegisterRequest): Promise<Result<Registration, HttpRefusal>>;
  signInChoices(tokens: Tokens): Promise<Result<SignInChoices, HttpRefusal>>;
  signIn(tokens: Tokens, request: SignInRequest): Promise<Result<SignedIn, HttpRefusal>>;
  signOut(tokens: Tokens): Promise<void>;
  layerKeys(tokens: Tokens, request: LayerKeysRequest): Promise<Result<LayerKeys, HttpRefusal>>;
  changeKeys(tokens: Tokens, request: ChangeKeysRequest): Promise<Result<null, HttpRefusal>>;
  resetPin(tokens: Tokens, request: ResetPinRequest): Promise<Result<null, HttpRefusal>>;
  intake(tokens: Tokens): Promise<Result<IntakeFacts, HttpRefusal>>;
  addDocument(tokens: Tokens, upload: Upload<AddDocumentQuery>): Promise<Result<Added, HttpRefusal>>;
  replaceDocument(
    tokens: Tokens,
    upload: Upload<ReplaceDocumentQuery>,
  ): Promise<Result<Replaced, HttpRefusal>>;
  /** A piece of a file, past every vault. */
  readBlob(tokens: Tokens, range: BlobRange): Promise<Result<Uint8Array, HttpRefusal>>;
  /** The signed log; one that was cut off is weather. */
  exportLog(tokens: Tokens): Promise<Result<ExportedLog, HttpRefusal>>;
}

export interface Upload<Query> {
  readonly query: Query;
  readonly pdf: Uint8Array;
  /** See {@link HubUpload}. */
  readonly onProgress: HubUpload['onProgress'];
  readonly signal?: GiveUp | undefined;
}

export function createHubHttp(transport: HubTransport): HubHttp {
  const ask = (
    method: HubRequest['method'],
    path: string,
    headers: Readonly<Record<string, string>>,
    patienceMs = answerMs,
  ): Promise<HubAnswer> => orWeather(transport.ask({ method, path, headers, body: null, patienceMs }));
  const post = (
    path: string,
    headers: Readonly<Record<string, string>>,
    body: unknown,
    method: 'POST' | 'PUT' = 'POST',
  ): Promise<HubAnswer> =>
    orWeather(
      transport.ask({
        method,
        path,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        patienceMs: answerMs,
      }),
    );
  const upload = (
    tokens: Tokens,
    { query, pdf, onProgress, signal }: Upload<AddDocumentQuery | ReplaceDocumentQuery>,
  ): Promise<HubAnswer> => {
    const path = `/v1/documents?${queryOf(query)}`;
    const headers = { ...headersOf(tokens), 'content-type': 'application/octet-stream' };
    return orWeather(transport.upload({ path, headers, body: pdf, onProgress, signal }));
  };
  return {
    register: async (request) => read(await post('/v1/devices', {}, request), registration),
    signInChoices: async (tokens) =>
      read(await ask('GET', '/v1/participants', asDevice(tokens)), signInChoices),
    signIn: async (tokens, request) => read(await post('/v1/sessions', asDevice(tokens), request), signedIn),
    signOut: async (tokens) => void (await ask('DELETE', '/v1/sessions', headersOf(tokens))),
    layerKeys: async (tokens, request) =>
      read(await post('/v1/layer-keys', headersOf(tokens), request), layerKeys),
    changeKeys: async (tokens, request) =>
      read(await post('/v1/layer-keys', headersOf(tokens), request, 'PUT'), nothing),
    resetPin: async (tokens, request) => read(await post('/v1/pins', headersOf(tokens), request), nothing),
    intake: async (tokens) => read(await ask('GET', '/v1/intake', headersOf(tokens)), intakeFacts),
    addDocument: async (tokens, file) => read(await upload(tokens, file), added),
    replaceDocument: async (tokens, file) => read(await upload(tokens, file), replaced),
    async readBlob(tokens, { sha256, begin, end }) {
      const headers = { ...headersOf(tokens), range: `bytes=${begin}-${end - 1}` };
      const piece = await orWeather(
        transport.fetchPiece({ path: `/v1/blobs/${sha256}`, headers, patienceMs: pieceMs }),
      );
      return piece.bytes === null ? read(piece, z.never()) : ok(piece.bytes);
    },
    async exportLog(tokens) {
      const answer = await ask('GET', '/v1/log', headersOf(tokens), logMs);
      const seq = signedHeadOf(answer.text);
      return answer.status === 200 && seq !== null ? ok({ text: answer.text, seq }) : read(answer, z.never());
    },
  };
}

/** What is read of an answer without a body. */
const nothing = z.null();

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
function queryOf(query: AddDocumentQuery | ReplaceDocumentQuery): string {
  return Object.entries(query)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${encodeURIComponent(value.toWellFormed())}`],
    )
    .join('&');
}

async function orWeather<Answer>(answer: Promise<Answer>): Promise<Answer> {
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

/** The place in the log that the last line of an export names; null for what is no whole export. */
function signedHeadOf(text: string): number | null {
  if (!text.endsWith('\n')) return null;
  const last = text.slice(text.lastIndexOf('\n', text.length - 2) + 1);
  return logEnd.safeParse(jsonOf(last)).data?.head.seq ?? null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import type { z } from 'zod';
import { LinkDown } from '../../shared/bridge/bridge.ts';
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
} from '../../shared/protocol/http.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';

/** What a request proves its sender with. */
export interface Tokens {
  readonly deviceToken: string;
  readonly sessionToken: string | null;
}

/** The hub's answer comes within this time or not at all, in milliseconds. */
const answerMs = 10_000;
/** An upload is inspected before it is answered. */
const uploadMs = 120_000;
const uploadPieceBytes = 256 * 1024;

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
  /** Told bytes sent and bytes in all. */
  onProgress(sent: number, total: number): void;
}

/** The requests to the hub at the base address `hub`. */
export function createHubHttp(hub: string): HubHttp {
  const at = (path: string): URL => new URL(path, hub);
  const post = (path: string, headers: Record<string, string>, body: unknown): Promise<Answer> =>
    ask(at(path), {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  /** Before anybody is signed in, the device speaks for itself. */
  const asDevice = (tokens: Tokens): Record<string, string> => headersOf({ ...tokens, sessionToken: null });
  return {
    register: async (request) => read(await post('/v1/devices', {}, request), registration),
    signInChoices: async (tokens) =>
      read(await ask(at('/v1/participants'), { headers: asDevice(tokens) }), signInChoices),
    signIn: async (tokens, request) => read(await post('/v1/sessions', asDevice(tokens), request), session),
    signOut: async (tokens) =>
      void (await ask(at('/v1/sessions'), { method: 'DELETE', headers: headersOf(tokens) })),
    addDocument: async (tokens, upload) => read(await send(at('/v1/documents'), tokens, upload), added),
  };
}

/** The headers of a request in the name of a device and the person signed in at it. */
export function headersOf({ deviceToken, sessionToken }: Tokens): Record<string, string> {
  const device = { authorization: `Bearer ${deviceToken}` };
  return sessionToken === null ? device : { ...device, [sessionHeader]: sessionToken };
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function ask(url: URL, init: RequestInit, patienceMs = answerMs): Promise<Answer> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: response.status, text: await response.text() };
  } catch (reason) {
    throw new LinkDown('the hub does not answer', { cause: reason });
  }
}

function send(url: URL, tokens: Tokens, { query, pdf, onProgress }: Upload): Promise<Answer> {
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === pdf.length) return controller.close();
      const piece = pdf.subarray(sent, sent + uploadPieceBytes);
      controller.enqueue(piece);
      sent += piece.length;
      onProgress(sent, pdf.length);
    },
  });
  const headers = { ...headersOf(tokens), 'content-type': 'application/pdf' };
  return ask(url, { method: 'POST', headers, body, duplex: 'half' }, uploadMs);
}

/** Reads an answer: what was asked for, or a refusal of the table. Anything else did not come from a hub. */
function read<Schema extends z.ZodType>(
  { status, text }: Answer,
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

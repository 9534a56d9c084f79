import type { z } from 'zod';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
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
} from '../../../shared/protocol/http.ts';
import { ok, refused, type Result } from '../../../shared/std/result.ts';

/** What a request proves its sender with. */
export interface Tokens {
  readonly deviceToken: string;
  readonly sessionToken: string | null;
}

/** The hub's answer comes within this time or not at all, in milliseconds. */
const answerMs = 10_000;

/** The requests of a terminal to the hub that served its page. All reject with {@link LinkDown} for weather. */
export interface HubHttp {
  register(request: RegisterRequest): Promise<Result<Registration, HttpRefusal>>;
  signInChoices(tokens: Tokens): Promise<Result<SignInChoices, HttpRefusal>>;
  signIn(tokens: Tokens, request: SignInRequest): Promise<Result<Session, HttpRefusal>>;
  signOut(tokens: Tokens): Promise<void>;
  addDocument(
    tokens: Tokens,
    query: AddDocumentQuery,
    pdf: Uint8Array,
    onProgress: (sent: number, total: number) => void,
  ): Promise<Result<Added, HttpRefusal>>;
}

/** The requests by `fetch`; `origin` is the hub's. */
export function createHubHttp(origin: string): HubHttp {
  const at = (path: string): URL => new URL(path, origin);
  const post = (path: string, headers: HeadersInit, body: unknown): Promise<Answer> =>
    ask(at(path), {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    register: async (request) => read(await post('/v1/devices', {}, request), registration),
    signInChoices: async (tokens) => {
      return read(
        await ask(at('/v1/participants'), { headers: headersOf({ ...tokens, sessionToken: null }) }),
        signInChoices,
      );
    },
    signIn: async (tokens, request) => {
      return read(await post('/v1/sessions', headersOf({ ...tokens, sessionToken: null }), request), session);
    },
    signOut: async (tokens) =>
      void (await ask(at('/v1/sessions'), { method: 'DELETE', headers: headersOf(tokens) })),
    async addDocument(tokens, query, pdf, onProgress) {
      const url = at('/v1/documents');
      for (const [name, value] of Object.entries(query))
        if (value !== undefined) url.searchParams.set(name, value);
      return read(await upload(url, headersOf(tokens), pdf, onProgress), added);
    },
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

async function ask(url: URL, init: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, cache: 'no-store', signal: AbortSignal.timeout(answerMs) });
    return { status: response.status, text: await response.text() };
  } catch (reason) {
    throw new LinkDown('the hub does not answer', { cause: reason });
  }
}

/** By XMLHttpRequest, because `fetch` does not tell how much has been sent. */
function upload(
  url: URL,
  headers: Record<string, string>,
  pdf: Uint8Array,
  onProgress: (sent: number, total: number) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/pdf');
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new LinkDown('the hub does not answer'));
    request.send(pdf as Uint8Array<ArrayBuffer>);
  });
}

/** Reads an answer: what was asked for, or a refusal of the table. Anything else did not come from a hub. */
function read<Schema extends z.ZodType>(
  answer: Answer,
  schema: Schema,
): Result<z.infer<Schema>, HttpRefusal> {
  const body = jsonOf(answer.text);
  if (answer.status >= 200 && answer.status < 300) {
    const parsed = schema.safeParse(body);
    if (parsed.success) return ok(parsed.data);
  } else {
    const parsed = httpRefusal.safeParse(body);
    if (parsed.success) return refused(parsed.data);
  }
  throw new LinkDown(`status ${answer.status} with a body that no hub sends`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { adminScheme, adminSession } from '../../shared/protocol/admin/session.ts';
import { httpRefusal } from '../../shared/protocol/http.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';

/** A hub that runs, with IT signed in at its local door. */
export interface AskedHub {
  /** Asks below `/v1/admin/`; answers the JSON, or the sentence of the refusal. */
  ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Result<unknown, Sentence>>;
}

/** Signs in at a hub's local door ("http://127.0.0.1:4860"). */
export async function signInAtHub(hub: string, password: string): Promise<Result<AskedHub, Sentence>> {
  const request = { method: 'POST', path: '/v1/admin/session', body: { password } };
  const session = await send(hub, request, null);
  if (!session.ok) return session;
  const { token } = adminSession.parse(session.value);
  return ok({ ask: (method, path, body) => send(hub, { method, path, body }, token) });
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

async function send(
  hub: string,
  { method, path, body }: Request,
  token: string | null,
): Promise<Result<unknown, Sentence>> {
  try {
    const response = await fetch(new URL(path, hub), {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `${adminScheme} ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text === '' ? null : JSON.parse(text);
    if (response.ok) return ok(answer);
    const refusal = httpRefusal.safeParse(answer);
    return refused(refusal.success ? { vi: refusal.data.vi, en: refusal.data.en } : noHub(hub));
  } catch {
    return refused(noHub(hub));
  }
}

function noHub(hub: string): Sentence {
  return {
    vi: `Không có máy chủ phòng họp nào trả lời ở ${hub}. Hãy chạy máy chủ trước, hoặc chỉ đúng địa chỉ bằng --hub.`,
    en: `No room server answers at ${hub}. Start it first, or name its address with --hub.`,
  };
}

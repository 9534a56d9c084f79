import type {
  AdminAnswer,
  AdminLink,
  AdminRequest,
  AdminState,
  AdminTransport,
} from '../../../shared/bridge/admin-link.ts';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
import { adminSession } from '../../../shared/protocol/admin/session.ts';
import { httpRefusal, type HttpRefusal } from '../../../shared/protocol/http.ts';
import { ok, refused, type Result } from '../../../shared/std/result.ts';
import { createSignal } from '../../../shared/std/signal.ts';

const sessionPath = '/v1/admin/session';

/** The link of one page: signs in, carries the token, and notices when the session has ended. */
export function createAdminLink(send: AdminTransport): AdminLink {
  const state = createSignal<AdminState>('signed-out');
  let token: string | null = null;

  const ask = async (request: Omit<AdminRequest, 'token'>): Promise<Result<unknown, HttpRefusal>> => {
    const sent = token;
    const outcome = read(await send({ ...request, token }));
    // A refusal of a token that has been replaced meanwhile says nothing of the one in force.
    if (!outcome.ok && outcome.reason.code === 'admin/not-signed-in' && sent !== null && sent === token) {
      token = null;
      state.set('ended');
    }
    return outcome;
  };

  return {
    state,
    async signIn(password) {
      const outcome = read(
        await send({
          method: 'POST',
          path: sessionPath,
          body: { password },
          token: null,
          isUnattended: false,
        }),
      );
      if (!outcome.ok) return outcome;
      token = adminSession.parse(outcome.value).token;
      state.set('signed-in');
      return ok(null);
    },
    async signOut() {
      const leaving = token;
      token = null;
      state.set('signed-out');
      const request = { method: 'DELETE', path: sessionPath, body: undefined, isUnattended: false } as const;
      // A hub that is away ends the session by itself.
      await send({ ...request, token: leaving }).catch(() => undefined);
    },
    ask: (method, path, body) => ask({ method, path, body, isUnattended: false }),
    watch: (path) => ask({ method: 'GET', path, body: undefined, isUnattended: true }),
  };
}

/** Whoever answers something else than the hub does is taken for nobody at all. */
function read({ status, text }: AdminAnswer): Result<unknown, HttpRefusal> {
  const body = parse(text);
  if (status >= 200 && status < 300) return ok(body);
  const refusal = httpRefusal.safeParse(body);
  if (!refusal.success) throw new LinkDown(`the hub answered ${status}`);
  return refused(refusal.data);
}

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new LinkDown('the answer is no JSON');
  }
}

import { adminGlobal } from '../../../shared/bridge/admin-channels.ts';
import type { AdminApi } from '../../../shared/bridge/admin-ipc.ts';
import type { AdminTransport } from '../../../shared/bridge/admin-link.ts';
import { LinkDown } from '../../../shared/bridge/bridge.ts';
import { adminHeaders } from '../../../shared/terminal/admin-headers.ts';

/** An answer is waited for so long, in milliseconds: a backup or an update takes its time. */
const patienceMs = 120_000;

/** Through Electron's main where its preload has left the one channel for it, else straight to the hub at `origin`. */
export function chooseAdminTransport(origin: string): AdminTransport {
  const api = (globalThis as { readonly [adminGlobal]?: AdminApi })[adminGlobal];
  return api === undefined ? throughBrowser(origin) : throughMain(api);
}

function throughBrowser(origin: string): AdminTransport {
  return async (request) => {
    const { method, path, body } = request;
    try {
      const response = await fetch(new URL(path, origin), {
        method,
        headers: adminHeaders(request),
        cache: 'no-store',
        signal: AbortSignal.timeout(patienceMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, text: await response.text() };
    } catch (cause) {
      throw new LinkDown('the hub cannot be reached', { cause });
    }
  };
}

function throughMain(api: AdminApi): AdminTransport {
  return async (request) => {
    const reply = await api.ask(request);
    if (reply.status === 'link-down') throw new LinkDown('the hub cannot be reached');
    return reply.answer;
  };
}

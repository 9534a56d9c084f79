import type { AdminReply } from '../../shared/bridge/admin-ipc.ts';
import type { AdminRequest } from '../../shared/bridge/admin-link.ts';
import { adminHeaders } from '../../shared/terminal/admin-headers.ts';

/** Asks the hub for IT's window. */
export type AdminHub = (request: AdminRequest) => Promise<AdminReply>;

/** An answer is waited for so long, in milliseconds: a backup or an update takes its time. */
const patienceMs = 120_000;

/**
 * Reaches the administration of a hub at `address` ("http://127.0.0.1:4860"). `fetchFrom` is `fetch`, or one that
 * trusts the room's authority alone where the address is that of the browser door.
 */
export function createAdminHub(address: string, fetchFrom: typeof fetch): AdminHub {
  return async (request) => {
    const { method, path, body } = request;
    try {
      const response = await fetchFrom(new URL(path, address), {
        method,
        headers: adminHeaders(request),
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: 'answered', answer: { status: response.status, text: await response.text() } };
    } catch {
      return { status: 'link-down' };
    }
  };
}

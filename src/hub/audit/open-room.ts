import { randomBytes } from 'node:crypto';
import type { NetworkPlan } from '../start/network.ts';
import { hashItPassword } from '../../shared/policy/it-password.ts';
import { adminSession } from '../../shared/protocol/admin/session.ts';
import type { HubDoorsPorts } from '../transport/doors/hub-doors.ts';
import { seededRoomCode, startSeededHub, type SeededHub, type SeededHubOptions } from './seeded-room.ts';

/** A seeded hub whose doors to the network stand open, on ports of their own. */
export interface OpenHub extends SeededHub {
  readonly terminalPort: number;
  readonly roomCode: string;
  /** The pairing door's port; it stands open after `openWindow`. */
  pairingPort(): number;
  browserPort(): number;
  /** Opens a pairing window by the desk itself, as the admin route does. */
  openWindow(seatList?: Parameters<NonNullable<SeededHub['network']['pairing']>['open']>[1]): Promise<void>;
  /** Asks as IT, at the local door. */
  admin(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
}

export interface OpenHubOptions extends SeededHubOptions {
  readonly browsers?: boolean;
  readonly bounds?: HubDoorsPorts['bounds'];
}

/** The IT password of an open room. */
export const itPassword = 'mật khẩu của phòng máy';

/** Opens a data folder as {@link startSeededHub} does, and the doors on the loopback interface. */
export async function startOpenHub(folder: string, options: OpenHubOptions = {}): Promise<OpenHub> {
  const hub = await startSeededHub(folder, options);
  const plan: NetworkPlan = {
    host: '127.0.0.1',
    terminalPort: 0,
    pairingPort: 0,
    browserPort: 0,
    browsers: options.browsers ?? false,
    announces: false,
  };
  const opened = await hub.network.open(plan, options.bounds);
  if (!opened.ok) throw new Error(opened.reason.en);
  if (hub.store.itPassword.encoded() === null)
    hub.store.itPassword.keep(await hashItPassword(itPassword, new Uint8Array(randomBytes(16))));
  const must = (port: number | null): number => {
    if (port === null) throw new Error('the door is closed');
    return port;
  };
  let token: string | null = null;
  const ask: OpenHub['admin'] = async (method, path, body) => {
    const authorization: Record<string, string> = token === null ? {} : { authorization: `Admin ${token}` };
    const response = await fetch(`${hub.url}${path}`, {
      method,
      headers: { ...authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text };
  };
  return {
    ...hub,
    roomCode: seededRoomCode,
    terminalPort: must(hub.network.doorState().terminalPort),
    pairingPort: () => must(hub.network.doorState().pairingPort),
    browserPort: () => must(hub.network.doorState().browserPort),
    async openWindow(seats = []) {
      const window = await hub.network.pairing?.open(10, seats);
      if (window?.ok !== true) throw new Error('the window did not open');
    },
    async admin(method, path, body) {
      if (token === null) {
        const signedIn = await ask('POST', '/v1/admin/session', { password: itPassword });
        token = adminSession.parse(signedIn.body).token;
      }
      return ask(method, path, body);
    },
  };
}

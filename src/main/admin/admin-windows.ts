import { BrowserWindow } from 'electron';
import type { RequestGate } from '../bridge/serve-request.ts';
import { pageOrigin } from '../windows/page-address.ts';
import { safePreferences } from '../windows/safe-preferences.ts';
import { createAdminHub, type AdminHub } from './admin-hub.ts';
import { registerAdminRequests } from './register-admin-requests.ts';

export interface AdminWindowsPorts {
  readonly gate: Omit<RequestGate<AdminHub>, 'windowOf'>;
  /** The built preload of IT's window. */
  readonly preload: string;
}

/** IT's windows: each asks one hub below `/v1/admin/`, and nothing else. They stand on no terminal, disk or key. */
export class AdminWindows {
  readonly #ports: AdminWindowsPorts;
  readonly #hubs = new Map<number, AdminHub>();

  constructor(ports: AdminWindowsPorts) {
    this.#ports = ports;
    registerAdminRequests({ ...ports.gate, windowOf: (id) => this.#hubs.get(id) ?? null });
  }

  /** Opens a window onto the hub at `address`, which is one of this machine: the password goes there in clear. */
  open(address: string): void {
    const window = new BrowserWindow({
      width: 1366,
      height: 768,
      show: false,
      autoHideMenuBar: true,
      title: 'Nghị Sự',
      webPreferences: { ...safePreferences, preload: this.#ports.preload },
    });
    const { id } = window.webContents;
    this.#hubs.set(id, createAdminHub(address, fetch));
    window.once('closed', () => this.#hubs.delete(id));
    window.once('ready-to-show', () => window.show());
    // A failure is told by the page's own lack; there is nobody else to tell.
    window.webContents.loadURL(`${pageOrigin}/admin`).catch(() => undefined);
  }
}

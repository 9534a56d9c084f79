import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { LinkDown } from '../../shared/bridge/bridge.ts';
import {
  ipcRequestNames,
  ipcTiers,
  type IpcRequestName,
  type IpcTier,
} from '../../shared/bridge/ipc-channels.ts';
import { ipcRequests, type IpcInput, type IpcReply } from '../../shared/bridge/ipc.ts';
import { requests, type Asking } from './requests.ts';

/** Why main does not answer at all; the page learns the code as the text of the rejection. */
export type IpcRefusalCode = 'ipc/foreign-sender' | 'ipc/not-offered' | 'ipc/malformed';

/** Rejects a request that no window of ours makes. */
export class IpcRefused extends Error {
  override readonly name = 'IpcRefused';
  readonly code: IpcRefusalCode;

  constructor(code: IpcRefusalCode, request: IpcRequestName) {
    super(`${code}: ${request}`);
    this.code = code;
  }
}

/** A window of this program and what it may ask for. */
export interface AskingWindow extends Asking {
  readonly tier: IpcTier;
}

export interface RequestPorts {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  /** `scheme://host` of the program's own pages. */
  readonly origin: string;
  /** The window whose page has this id; null when it is not one of ours. */
  windowOf(webContentsId: number): AskingWindow | null;
  onRefused(refused: IpcRefused): void;
  /** Told of everything else that a request rejects with. */
  onTrouble(reason: unknown): void;
}

/**
 * Registers every request of the table with the one way in: only the top frame of a window of ours that shows our own
 * page is heard, only what its trust tier offers is done, and only what its schema parses is passed on.
 */
export function registerRequests(ports: RequestPorts): void {
  for (const name of ipcRequestNames) {
    ports.ipcMain.handle(name, async (event, input: unknown) => {
      try {
        return await answer(name, admit(name, event, ports), input);
      } catch (reason) {
        if (reason instanceof IpcRefused) ports.onRefused(reason);
        else ports.onTrouble(reason);
        throw reason;
      }
    });
  }
}

function admit(name: IpcRequestName, event: IpcMainInvokeEvent, ports: RequestPorts): AskingWindow {
  const window = ports.windowOf(event.sender.id);
  if (window === null || !isOurPage(event.senderFrame, ports.origin)) {
    throw new IpcRefused('ipc/foreign-sender', name);
  }
  const offered: readonly IpcRequestName[] = ipcTiers[window.tier];
  if (!offered.includes(name)) throw new IpcRefused('ipc/not-offered', name);
  return window;
}

/** A frame that has gone, a frame inside the page and a page from elsewhere are not ours. */
function isOurPage(frame: WebFrameMain | null, origin: string): boolean {
  return frame !== null && frame.parent === null && frame.origin === origin;
}

async function answer<Name extends IpcRequestName>(
  name: Name,
  window: AskingWindow,
  input: unknown,
): Promise<IpcReply<unknown>> {
  const parsed = ipcRequests[name].input.safeParse(input);
  if (!parsed.success) throw new IpcRefused('ipc/malformed', name);
  try {
    // The schema of a name parses to the input of that name; the compiler does not follow that through the table.
    return { status: 'answered', answer: await requests[name](window, parsed.data as IpcInput<Name>) };
  } catch (reason) {
    if (reason instanceof LinkDown) return { status: 'link-down' };
    throw reason;
  }
}

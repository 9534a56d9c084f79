import { LinkDown } from '../../shared/bridge/bridge.ts';
import {
  ipcRequestNames,
  ipcTiers,
  type IpcRequestName,
  type IpcTier,
} from '../../shared/bridge/ipc-channels.ts';
import { ipcRequests, type IpcInput, type IpcReply } from '../../shared/bridge/ipc.ts';
import { requests, type Asking } from './requests.ts';
import { serveRequest, type RequestGate } from './serve-request.ts';

/** A window of this program and what it may ask for. */
export interface AskingWindow extends Asking {
  readonly tier: IpcTier;
}

/** Registers every request of the table; each trust tier is offered its own. */
export function registerRequests(gate: RequestGate<AskingWindow>): void {
  for (const name of ipcRequestNames) {
    serveRequest(gate, {
      name,
      input: ipcRequests[name].input,
      isOfferedTo({ tier }) {
        const offered: readonly IpcRequestName[] = ipcTiers[tier];
        return offered.includes(name);
      },
      // The schema of a name parses to the input of that name; the compiler does not follow that through the table.
      answer: (window, input) => answer(name, window, input as IpcInput<typeof name>),
    });
  }
}

async function answer<Name extends IpcRequestName>(
  name: Name,
  window: AskingWindow,
  input: IpcInput<Name>,
): Promise<IpcReply<unknown>> {
  try {
    return { status: 'answered', answer: await requests[name](window, input) };
  } catch (reason) {
    if (reason instanceof LinkDown) return { status: 'link-down' };
    throw reason;
  }
}

import { adminChannel } from '../../shared/bridge/admin-channels.ts';
import { adminAskInput } from '../../shared/bridge/admin-ipc.ts';
import { serveRequest, type RequestGate } from '../bridge/serve-request.ts';
import type { AdminHub } from './admin-hub.ts';

/** Registers the one thing that IT's window may ask. `windowOf` of the gate answers the hub of that window. */
export function registerAdminRequests(gate: RequestGate<AdminHub>): void {
  serveRequest(gate, {
    name: adminChannel,
    input: adminAskInput,
    isOfferedTo: () => true,
    answer: (hub, request) => hub(request),
  });
}

import type { HubBridge } from '../bridge/bridge.ts';
import type { Link } from '../link/link.ts';
import type { Device } from './device.ts';
import type { HubHttp } from './hub-http.ts';

/** The hub as windows see it: live over the link, documents added by HTTP. */
export function createHubBridge(link: Link, device: Device, http: HubHttp): HubBridge {
  return {
    status: link.status,
    room: link.room,
    roster: link.roster,
    pointer: link.pointer,
    point: (at) => link.point(at),
    pull: (since, limit) => link.pull(since, limit),
    onChange: (listener) => link.onChange(listener),
    replicaReached: (checkpoint) => link.replicaReached(checkpoint),
    intake: async () => http.intake(device.mustBeRegistered()),
    addDocument: async (query, pdf, onProgress = () => undefined, signal?) =>
      http.addDocument(device.mustBeRegistered(), { query, pdf, onProgress, signal }),
    replaceDocument: async (query, pdf, onProgress = () => undefined, signal?) =>
      http.replaceDocument(device.mustBeRegistered(), { query, pdf, onProgress, signal }),
    readBlob: async (sha256, begin, end) => http.readBlob(device.mustBeRegistered(), { sha256, begin, end }),
    exportLog: async () => http.exportLog(device.mustBeRegistered()),
  };
}

import type { Duplex } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DeviceId } from '../../../shared/records/ids.ts';
import type { RefusalCode } from '../../../shared/refusals/refusal-table.ts';
import type { Credentials } from '../../store/credentials.ts';
import { deviceTokenOf } from '../caller.ts';
import { refuse } from '../http-refusal.ts';
import type { DoorPeer, DoorPeers } from './door-peers.ts';

export interface DoorGuardPorts {
  readonly peers: DoorPeers;
  readonly credentials: Pick<Credentials, 'deviceOf' | 'memberOf'>;
}

/** Below this path machines pair; everything else is of the room. */
export const pairingPath = '/pair/';

/** Paths that strangers need before they belong to the room, which no terminal with a certificate has any use for. */
const forStrangers = new Set(['/v1/devices']);

/** Decides at each request and each live connection whether it may come by the door that it came by. */
export class DoorGuard {
  readonly #ports: DoorGuardPorts;

  constructor(ports: DoorGuardPorts) {
    this.#ports = ports;
  }

  /** Stands before every route of a server. */
  watch(server: FastifyInstance): void {
    server.addHook('onRequest', async (request, reply) => {
      const code = this.#refusalOf(request);
      if (code !== null) return refuse(reply, code);
    });
    // IT has no device: what its session was let in for shows that it is no stranger.
    server.addHook('onResponse', async (request, reply) => {
      if (reply.statusCode < 400 && request.adminSession !== null)
        this.#ports.peers.peerOf(request.raw.socket).known();
    });
  }

  /** Whether the administration is offered to a connection: at the hub's own machine, and to browsers. */
  isAdminDoor(socket: Duplex): boolean {
    const { door } = this.#ports.peers.peerOf(socket);
    return door === 'local' || door === 'browser';
  }

  /** Why no live channel is opened on a connection; null when it may be. */
  refusalOfLive(socket: Duplex): RefusalCode | null {
    return this.#ports.peers.peerOf(socket).door === 'pairing' ? 'access/not-at-this-door' : null;
  }

  /** Why a connection may not act for the device of a token; null when it may, or when there is no such device. */
  refusalOfToken(socket: Duplex, deviceToken: string): RefusalCode | null {
    const { peers, credentials } = this.#ports;
    const device = credentials.deviceOf(deviceToken);
    if (device === null) return null;
    const peer = peers.peerOf(socket);
    const code = this.#bindingRefusal(peer, device.id);
    if (code !== null) return code;
    peers.note(socket, device.id);
    peer.known();
    return null;
  }

  #refusalOf(request: FastifyRequest): RefusalCode | null {
    const { socket } = request.raw;
    const { door, deviceId } = this.#ports.peers.peerOf(socket);
    const route = request.routeOptions.url ?? '';
    if (route.startsWith(pairingPath) !== (door === 'pairing')) return 'command/unknown';
    if (door === 'terminal') {
      // Whoever is taken off the list is cut off; should a request have been on its way, it finds nothing.
      if (deviceId === null || this.#ports.credentials.memberOf(deviceId) === null)
        return 'access/unknown-device';
      if (forStrangers.has(route)) return 'access/not-at-this-door';
    }
    const token = deviceTokenOf(request);
    return token === null ? null : this.refusalOfToken(socket, token);
  }

  /** A certificate and the token of its device go together: neither is of use without the other. */
  #bindingRefusal(peer: DoorPeer, device: DeviceId): RefusalCode | null {
    if (peer.door === 'terminal') return peer.deviceId === device ? null : 'access/wrong-certificate';
    const isPaired = this.#ports.credentials.memberOf(device)?.how === 'certificate';
    return isPaired ? 'access/certificate-needed' : null;
  }
}

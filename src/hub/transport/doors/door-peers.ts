import type { Duplex } from 'node:stream';
import { Socket } from 'node:net';
import type { DeviceId } from '../../../shared/records/ids.ts';

/** By which door a connection came: the hub's own machine, a terminal's certificate, a browser, or a machine that pairs. */
export type DoorName = 'local' | 'terminal' | 'browser' | 'pairing';

/** What the door knows of a connection. */
export interface DoorPeer {
  readonly door: DoorName;
  /** The device whose certificate it has shown; null at every door but the terminals'. */
  readonly deviceId: DeviceId | null;
  /** Breaks it off: what has been written and not yet sent is dropped. */
  cut(): void;
  /** It has shown that it belongs to the room, so the bounds for strangers hold for it no more. */
  known(): void;
}

/** The connections of one hub, by door and by the device they act for. */
export interface DoorPeers {
  /** A connection has come in by a door other than the local one. */
  enter(socket: Duplex, peer: DoorPeer): void;
  /** Who is at the other end; whoever has not entered is at the local door. */
  peerOf(socket: Duplex): DoorPeer;
  /** The connection acts for a device; it ends with the device. */
  note(socket: Duplex, device: DeviceId): void;
  /** Cuts every connection that acts for a device, at all doors; how many there were. */
  expel(device: DeviceId): number;
  /** How many connections act for a device. */
  count(device: DeviceId): number;
}

/** Keeps no connection longer than it lasts. */
export function createDoorPeers(): DoorPeers {
  const peers = new WeakMap<Duplex, DoorPeer>();
  const noted = new WeakMap<Duplex, Set<DeviceId>>();
  const byDevice = new Map<DeviceId, Set<Duplex>>();

  const peerOf = (socket: Duplex): DoorPeer => peers.get(socket) ?? localPeer(socket);
  const forget = (device: DeviceId, socket: Duplex): void => {
    const sockets = byDevice.get(device);
    sockets?.delete(socket);
    if (sockets?.size === 0) byDevice.delete(device);
  };
  return {
    enter: (socket, peer) => void peers.set(socket, peer),
    peerOf,
    note(socket, device) {
      let devices = noted.get(socket);
      if (devices === undefined) {
        const acting = (devices = new Set<DeviceId>());
        noted.set(socket, acting);
        socket.once('close', () => {
          for (const each of acting) forget(each, socket);
        });
      }
      if (devices.has(device)) return;
      devices.add(device);
      byDevice.set(device, (byDevice.get(device) ?? new Set()).add(socket));
    },
    expel(device) {
      const sockets = [...(byDevice.get(device) ?? [])];
      for (const socket of sockets) peerOf(socket).cut();
      return sockets.length;
    },
    count: (device) => byDevice.get(device)?.size ?? 0,
  };
}

function localPeer(socket: Duplex): DoorPeer {
  const cut = (): void => void (socket instanceof Socket ? socket.resetAndDestroy() : socket.destroy());
  return { door: 'local', deviceId: null, cut, known: () => undefined };
}

import type { Server } from 'node:http';
import type { DoorState } from '../../shared/protocol/admin/devices.ts';
import { hubServerName } from '../../shared/protocol/pairing.ts';
import type { DeviceId } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import { PairingDesk, type PairingDeskPorts } from '../pairing/pairing-desk.ts';
import type { Store } from '../store/open-store.ts';
import type { PairingWindow } from '../transport/admin/pairing-route.ts';
import { createDoorPeers, type DoorPeers } from '../transport/doors/door-peers.ts';
import { DoorGuard } from '../transport/doors/door-guard.ts';
import {
  openHubDoors,
  type ChangeableDoor,
  type DoorsPlan,
  type HubDoors,
  type HubDoorsPorts,
} from '../transport/doors/hub-doors.ts';
import type { Logger } from '../transport/logger.ts';
import { announce } from './announce.ts';
import { hubAddresses } from './hub-addresses.ts';

export interface NetworkPorts extends Pick<
  PairingDeskPorts,
  'isLinked' | 'now' | 'randomBytes' | 'newDeviceId' | 'newToken'
> {
  readonly store: Pick<Store, 'credentials' | 'roomId' | 'folder' | 'itPassword'>;
  readonly logger: Logger;
  /** What people call the room. */
  roomName(): string;
  /** Where all doors lead. */
  server(): Server;
  /** Plain HTTP can be reached from other machines. */
  readonly plainOnLan: boolean;
}

/** How the network is opened. */
export interface NetworkPlan extends DoorsPlan {
  /** Whether the hub tells the network by mDNS that it is there. */
  readonly announces: boolean;
}

/** A hub's side of the network: closed until it is opened, and then with doors, an authority and a desk for pairing. */
export class HubNetwork {
  readonly peers: DoorPeers;
  readonly guard: DoorGuard;
  readonly plainOnLan: boolean;
  readonly #ports: NetworkPorts;
  #open: OpenNetwork | null = null;

  constructor(ports: NetworkPorts) {
    this.#ports = ports;
    this.plainOnLan = ports.plainOnLan;
    this.peers = createDoorPeers();
    this.guard = new DoorGuard({ peers: this.peers, credentials: ports.store.credentials });
  }

  /** Opens the doors; a port that cannot be had is refused with a sentence. `bounds` are for tests. */
  async open(plan: NetworkPlan, bounds?: HubDoorsPorts['bounds']): Promise<Result<null, Sentence>> {
    const { store, logger, roomName } = this.#ports;
    // What makes certificates takes a third of a second to load, which a hub without doors need not wait for.
    const { openAuthority } = await import('../store/authority.ts');
    const authority = await openAuthority(store.folder, store.roomId);
    const addresses = hubAddresses(plan.host);
    const certificate = await authority.issueForHub([...addresses, 'localhost', '127.0.0.1']);
    const doors = await openHubDoors({
      plan,
      authority,
      certificate,
      peers: this.peers,
      credentials: store.credentials,
      serverName: hubServerName(store.roomId),
      server: this.#ports.server(),
      logger,
      ...(bounds === undefined ? {} : { bounds }),
    });
    if (!doors.ok) return doors;
    const desk = new PairingDesk({
      ...this.#ports,
      authority,
      credentials: store.credentials,
      expel: (device) => this.expel(device),
      pairingPort: () => doors.value.portOf('pairing'),
      facts: () => ({
        roomId: store.roomId,
        roomName: roomName(),
        addresses: [...hubAddresses(plan.host)],
        terminalPort: doors.value.portOf('terminal') ?? plan.terminalPort,
        unlockHash: store.itPassword.encoded(),
      }),
    });
    const silence = plan.announces
      ? await announce({ roomId: store.roomId, roomName: roomName(), pairingPort: plan.pairingPort }, logger)
      : null;
    this.#open = new OpenNetwork({
      plan,
      doors: doors.value,
      desk,
      authority: authority.certificate,
      silence,
    });
    return ok(null);
  }

  /** The pairing of this hub; null while it has no doors to the network. */
  get pairing(): PairingWindow | null {
    return this.#open;
  }

  /** Cuts every connection of a device, at all doors. */
  expel(device: DeviceId): void {
    const count = this.peers.expel(device);
    this.#ports.logger.info('device/expelled', { deviceId: device, count });
  }

  doorState(): DoorState {
    const doors = this.#open?.doors ?? null;
    const { now = 0, turnedOut = 0 } = doors?.strangers() ?? {};
    return {
      terminalPort: doors?.portOf('terminal') ?? null,
      pairingPort: doors?.portOf('pairing') ?? null,
      browserPort: doors?.portOf('browser') ?? null,
      plainOnLan: this.#ports.plainOnLan,
      strangers: now,
      strangersTurnedOut: turnedOut,
    };
  }

  /** Opens or closes the door for browsers. */
  async setBrowsers(mayJoin: boolean): Promise<Result<null, RefusalCode>> {
    if (this.#open === null) return refused('pairing/no-doors');
    return this.#open.set('browser', mayJoin);
  }

  async stop(): Promise<void> {
    await this.#open?.stop();
    this.#open = null;
  }
}

interface OpenParts extends Pick<PairingWindow, 'desk' | 'authority'> {
  readonly plan: NetworkPlan;
  readonly doors: HubDoors;
  /** Ends the announcement. */
  readonly silence: (() => Promise<void>) | null;
}

class OpenNetwork implements PairingWindow {
  readonly doors: HubDoors;
  readonly desk: PairingDesk;
  readonly authority: PairingWindow['authority'];
  readonly #parts: OpenParts;
  #closing: NodeJS.Timeout | undefined;

  constructor(parts: OpenParts) {
    this.#parts = parts;
    this.doors = parts.doors;
    this.desk = parts.desk;
    this.authority = parts.authority;
  }

  addresses(): readonly string[] {
    return hubAddresses(this.#parts.plan.host);
  }

  pairingPort(): number | null {
    return this.doors.portOf('pairing');
  }

  async open(...[minutes, seats]: Parameters<PairingWindow['open']>): Promise<Result<null, RefusalCode>> {
    const opened = await this.set('pairing', true);
    if (!opened.ok) return opened;
    this.desk.open(minutes, seats);
    clearTimeout(this.#closing);
    this.#closing = setTimeout(() => void this.close(), minutes * 60_000);
    this.#closing.unref();
    return ok(null);
  }

  async close(): Promise<void> {
    clearTimeout(this.#closing);
    this.desk.close();
    await this.doors.close('pairing');
  }

  async set(door: ChangeableDoor, isOpen: boolean): Promise<Result<null, RefusalCode>> {
    if (!isOpen) {
      await this.doors.close(door);
      return ok(null);
    }
    const opened = await this.doors.open(door);
    return opened.ok ? ok(null) : refused('pairing/port-taken');
  }

  async stop(): Promise<void> {
    clearTimeout(this.#closing);
    await Promise.all([this.doors.stop(), this.#parts.silence?.()]);
  }
}

import type { Bridge, HostFacts, HubBridge } from '../../shared/bridge/bridge.ts';
import { Link } from '../../shared/link/link.ts';
import type { OpenSocket } from '../../shared/link/link-ports.ts';
import { openOutbox, type Outbox } from '../../shared/link/outbox.ts';
import { isWaiting } from '../../shared/link/outbox-entry.ts';
import type { OutboxStore } from '../../shared/link/outbox-ports.ts';
import { commandId, type Sha256 } from '../../shared/records/ids.ts';
import type { Random } from '../../shared/std/random.ts';
import type { Stop } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';
import { Vault } from '../../shared/vault/vault.ts';
import type { BlobDisk, BlobStream, Hasher } from '../../shared/vault/vault-ports.ts';
import { Device, type TerminalPlace } from '../device/device.ts';
import type { DeviceMemory } from '../device/device-memory.ts';
import { headersOf, type HubHttp } from '../hub-link/hub-http.ts';
import { registerBy } from './register-by.ts';

/** What a terminal needs of its machine. */
export interface TerminalPorts {
  readonly place: TerminalPlace;
  readonly host: HostFacts;
  readonly memory: DeviceMemory;
  readonly outboxStore: OutboxStore;
  readonly disk: BlobDisk;
  readonly http: HubHttp;
  readonly open: OpenSocket;
  readonly timers: Timers;
  readonly random: Random;
  fetchBlob(headers: Readonly<Record<string, string>>, sha256: Sha256, offset: number): Promise<BlobStream>;
  createHasher(): Hasher;
  /** Unguessable, for ids of commands. */
  randomBytes(count: number): Uint8Array;
  /** The terminal now belongs to another room, and its outbox is empty: it has to be opened anew. */
  onOtherRoom(): void;
  onTrouble(reason: unknown): void;
}

/** One window's side of the room: the whole of the bridge, in the main process. It lives on while its window reloads. */
export interface Terminal extends Bridge {
  /** Registers with this code now, if that is needed, and again if the hub should not know the device. */
  useRoomCode(roomCode: string): void;
  /** Ends the link and everything in the background. */
  stop(): void;
}

/** Opens a terminal: loads what its machine keeps of it and begins to connect. */
export async function openTerminal(ports: TerminalPorts): Promise<Terminal> {
  const { memory, timers, random, onTrouble } = ports;
  const device: Device = new Device({
    ...ports,
    onCredentials: () => link.credentialsChanged(),
    async forgetFormerRoom() {
      outbox.stop();
      await ports.outboxStore.remove((await ports.outboxStore.load()).map(({ id }) => id));
    },
  });
  const link = new Link({
    open: ports.open,
    timers,
    random,
    epochs: device.epochs,
    credentials: () => device.credentials(),
  });
  const outbox = await openOutbox({
    store: ports.outboxStore,
    channel: link,
    timers,
    random,
    newId: () => commandId.parse(Buffer.from(ports.randomBytes(16)).toString('hex')),
    signedIn: () => memory.get().session?.participantId ?? null,
  });
  const vault = await Vault.open({
    ...ports,
    fetch: (sha256, offset) => ports.fetchBlob(headersOf(device.mustBeRegistered()), sha256, offset),
    createHasher: async () => ports.createHasher(),
  });
  tie({ device, link, outbox, vault, onTrouble });
  link.start();
  let stopRegistering: Stop = () => undefined;
  return {
    host: ports.host,
    device,
    hub: hubBridge(link, device, ports.http),
    outbox,
    vault,
    useRoomCode(roomCode) {
      stopRegistering();
      stopRegistering = registerBy(roomCode, { device, status: link.status, timers, onTrouble });
    },
    stop() {
      stopRegistering();
      vault.stop();
      outbox.stop();
      link.stop();
    },
  };
}

function hubBridge(link: Link, device: Device, http: HubHttp): HubBridge {
  return {
    status: link.status,
    room: link.room,
    roster: link.roster,
    pull: (since, limit) => link.pull(since, limit),
    onChange: (listener) => link.onChange(listener),
    replicaReached: (checkpoint) => link.replicaReached(checkpoint),
    addDocument: (query, pdf, onProgress = () => undefined) =>
      http.addDocument(device.mustBeRegistered(), { query, pdf, onProgress }),
  };
}

interface Parts {
  readonly device: Device;
  readonly link: Link;
  readonly outbox: Outbox;
  readonly vault: Vault;
  onTrouble(reason: unknown): void;
}

/** What one part has to know of another. */
function tie({ device, link, outbox, vault, onTrouble }: Parts): void {
  const report = (): void => {
    const pack = vault.progress.get();
    link.report({
      packHeld: pack.filter(({ state }) => state === 'held').length,
      packTotal: pack.length,
      waiting: outbox.entries.get().filter(isWaiting).length,
    });
  };
  report();
  vault.progress.subscribe(report);
  outbox.entries.subscribe(report);
  link.status.subscribe(({ state, code }) => {
    vault.setOnline(state === 'live');
    if (code !== 'access/not-signed-in') return;
    try {
      device.sessionLost();
    } catch (reason) {
      onTrouble(reason);
    }
  });
}

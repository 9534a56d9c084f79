import { createHash, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostFacts } from '../../shared/bridge/bridge.ts';
import { openDeviceMemory } from '../../shared/terminal/device-memory.ts';
import { createHubHttp } from '../../shared/terminal/hub-http.ts';
import { terminalName, type TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import type { Stop } from '../../shared/std/signal.ts';
import { fetchBlob } from '../../shared/vault/fetch-blob.ts';
import { gatherMachine, linuxPowerSupplies, type AboutProgram } from '../health/gather-machine.ts';
import { createDeviceStorage } from '../disk/device-storage.ts';
import { createLockStorage } from '../disk/lock-storage.ts';
import { createOpenMeetingsStorage } from '../disk/open-meetings-storage.ts';
import { openSoundDatabase, type Salvage } from '../disk/open-sound-database.ts';
import { plainDoor, type HubDoor } from '../hub-link/hub-door.ts';
import { createHubTransport, downloadsFrom } from '../hub-link/hub-transport.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import { isRevoked, watchRevocation } from '../hub-link/ask-revocation.ts';
import { createSealedDial, type DoorAddress } from '../hub-link/sealed-dial.ts';
import { sealedDoor } from '../hub-link/sealed-door.ts';
import { createLayerKeyStore } from '../keys/layer-key-store.ts';
import { createSealer, deriveKey } from '../keys/sealer.ts';
import { stretchInThread } from '../keys/stretch-in-thread.ts';
import { createOutboxStore } from '../outbox/outbox-store.ts';
import { adoptPairing } from '../pairing/adopt-pairing.ts';
import { peerOf, type Pairing } from '../pairing/pairing.ts';
import { openFileDisk } from '../vault/file-disk.ts';
import { openTerminal, type Terminal } from './terminal.ts';

export interface TerminalOnDiskOptions {
  readonly place: TerminalPlace;
  readonly host: HostFacts;
  /** The hub's base address where it is reached without a seal, else what this terminal was paired with. */
  readonly hub: string | Pairing;
  /** Holds a folder for each terminal of this machine. */
  readonly folder: string;
  readonly machineKey: Uint8Array;
  /** The built `pin-thread`. */
  readonly pinThread: string;
  readonly about: AboutProgram;
  onOtherRoom(): void;
  /** The room has turned out the device that this terminal was paired as; told once. */
  onRevoked(pairing: Pairing): void;
  onTrouble(reason: unknown): void;
  /** The terminal's database was damaged and begins anew. */
  onSalvaged(salvage: Salvage): void;
}

/** Opens a terminal over this machine's disk and network. */
export async function openTerminalOnDisk(options: TerminalOnDiskOptions): Promise<Terminal> {
  const { hub, onTrouble } = options;
  const name = terminalName(options.place);
  const folder = join(options.folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sealerFor = (purpose: string) => createSealer(deriveKey(options.machineKey, `${name}|${purpose}`));
  const database = openSoundDatabase(join(folder, 'terminal.sqlite'), Date.now(), options.onSalvaged);
  const values = sealerFor('values');
  const door = doorOf(hub);
  const download = { open: downloadsFrom(door.fetch), timers: nodeTimers };
  const memory = await openDeviceMemory(
    createDeviceStorage(database, values),
    (count) => new Uint8Array(randomBytes(count)),
  );
  const layerKeys = createLayerKeyStore(database, values);
  const outboxStore = createOutboxStore({ database, sealer: values, onTrouble });
  if (typeof hub !== 'string') await adoptPairing(hub, { memory, layerKeys, outboxStore });
  const terminal = await openTerminal({
    ...options,
    memory,
    layerKeys,
    stretch: stretchInThread(options.pinThread),
    lock: createLockStorage(database, values),
    openMeetings: createOpenMeetingsStorage(database, values),
    outboxStore,
    disk: await openFileDisk({
      folder: join(folder, 'vault'),
      sealer: sealerFor('vault'),
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
    }),
    http: createHubHttp(createHubTransport(door.fetch)),
    fetchAtHub: door.fetch,
    open: door.openSocket,
    timers: nodeTimers,
    random: () => Math.random(),
    fetchBlob: (headers, sha256, offset) => fetchBlob({ headers, sha256, offset }, download),
    createHasher,
    randomBytes,
    gatherMachine: gatherMachine({
      ...options.about,
      folder,
      platform: process.platform,
      powerSupplies: linuxPowerSupplies,
    }),
  });
  const stopAsking = askForRevocation(terminal, options);
  let isStopped = false;
  return {
    ...terminal,
    stop() {
      if (isStopped) return;
      isStopped = true;
      stopAsking();
      terminal.stop();
      door.close();
      database.close();
    },
  };
}

/** A hub cuts a terminal off that it has turned out; why, the terminal asks for. */
function askForRevocation({ hub: link }: Terminal, { hub, onRevoked }: TerminalOnDiskOptions): Stop {
  if (typeof hub === 'string') return () => undefined;
  const question = { addresses: doorsOf(hub), hub: peerOf(hub), deviceId: hub.deviceId };
  return watchRevocation({
    status: link.status,
    timers: nodeTimers,
    ask: () => isRevoked(question),
    onRevoked: () => onRevoked(hub),
  });
}

function doorOf(hub: string | Pairing): HubDoor {
  if (typeof hub === 'string') return plainDoor(hub);
  const peer = peerOf(hub);
  return sealedDoor(peer.servername, createSealedDial(doorsOf(hub), peer, nodeTimers));
}

function doorsOf({ addresses, terminalPort }: Pairing): readonly DoorAddress[] {
  return addresses.map((host) => ({ host, port: terminalPort }));
}

function createHasher(): { update(bytes: Uint8Array): void; digest(): string } {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}

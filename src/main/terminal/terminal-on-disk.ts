import { createHash, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostFacts } from '../../shared/bridge/bridge.ts';
import { openDeviceMemory } from '../../shared/terminal/device-memory.ts';
import { createHubHttp } from '../../shared/terminal/hub-http.ts';
import { terminalName, type TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import { fetchBlob } from '../../shared/vault/fetch-blob.ts';
import { createDeviceStorage } from '../disk/device-storage.ts';
import { createLockStorage } from '../disk/lock-storage.ts';
import { createOpenMeetingsStorage } from '../disk/open-meetings-storage.ts';
import { openTerminalDatabase } from '../disk/terminal-database.ts';
import { createHubTransport, downloadsFrom } from '../hub-link/hub-transport.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import { webSocketTo } from '../hub-link/web-socket-to.ts';
import { createLayerKeyStore } from '../keys/layer-key-store.ts';
import { createSealer, deriveKey } from '../keys/sealer.ts';
import { stretchInThread } from '../keys/stretch-in-thread.ts';
import { createOutboxStore } from '../outbox/outbox-store.ts';
import { openFileDisk } from '../vault/file-disk.ts';
import { openTerminal, type Terminal } from './terminal.ts';

export interface TerminalOnDiskOptions {
  readonly place: TerminalPlace;
  readonly host: HostFacts;
  /** The hub's base address. */
  readonly hub: string;
  /** Holds a folder for each terminal of this machine. */
  readonly folder: string;
  readonly machineKey: Uint8Array;
  /** The built `pin-thread`. */
  readonly pinThread: string;
  onOtherRoom(): void;
  onTrouble(reason: unknown): void;
}

/** Opens a terminal over this machine's disk and network. */
export async function openTerminalOnDisk(options: TerminalOnDiskOptions): Promise<Terminal> {
  const { hub, onTrouble } = options;
  const name = terminalName(options.place);
  const folder = join(options.folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sealerFor = (purpose: string) => createSealer(deriveKey(options.machineKey, `${name}|${purpose}`));
  const database = openTerminalDatabase(join(folder, 'terminal.sqlite'));
  const values = sealerFor('values');
  const download = { open: downloadsFrom(hub), timers: nodeTimers };
  const terminal = await openTerminal({
    ...options,
    memory: await openDeviceMemory(
      createDeviceStorage(database, values),
      (count) => new Uint8Array(randomBytes(count)),
    ),
    layerKeys: createLayerKeyStore(database, values),
    stretch: stretchInThread(options.pinThread),
    lock: createLockStorage(database, values),
    openMeetings: createOpenMeetingsStorage(database, values),
    outboxStore: createOutboxStore({ database, sealer: values, onTrouble }),
    disk: await openFileDisk({
      folder: join(folder, 'vault'),
      sealer: sealerFor('vault'),
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
    }),
    http: createHubHttp(createHubTransport(hub)),
    open: webSocketTo(hub),
    timers: nodeTimers,
    random: () => Math.random(),
    fetchBlob: (headers, sha256, offset) => fetchBlob({ headers, sha256, offset }, download),
    createHasher,
    randomBytes,
  });
  return {
    ...terminal,
    stop() {
      terminal.stop();
      database.close();
    },
  };
}

function createHasher(): { update(bytes: Uint8Array): void; digest(): string } {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}

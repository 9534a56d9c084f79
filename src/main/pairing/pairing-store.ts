import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { terminalName, type TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import { readIfThere, syncFolder, writeDurably } from '../disk/durable-file.ts';
import { createSealer, deriveKey, type Sealer } from '../keys/sealer.ts';
import { overwrite } from '../vault/destroy-vault.ts';
import { pairing as pairingSchema, placeOf, type Pairing } from './pairing.ts';

const fileName = 'pairing.sealed';

/** The pairings of this machine, one file for each of its terminals, sealed under the machine's key. */
export interface PairingStore {
  /** `damaged` when there is a file that does not open: torn, or another machine's. */
  read(place: TerminalPlace): Promise<Pairing | 'damaged' | null>;
  /** All that can be read, by the names of their terminals. */
  list(): Promise<readonly Pairing[]>;
  /** Whether there is one that does not open. */
  hasDamaged(): Promise<boolean>;
  /** Durable as a whole when it resolves; before that the former one, or none, is there. */
  keep(pairing: Pairing): Promise<void>;
  /** Overwrites the private key and the token where they lie, and removes them. */
  destroy(place: TerminalPlace): Promise<void>;
}

export interface PairingStorePorts {
  /** Holds a folder for each terminal of this machine. */
  readonly folder: string;
  readonly machineKey: Uint8Array;
}

export function createPairingStore({ folder, machineKey }: PairingStorePorts): PairingStore {
  const sealerOf = (name: string): Sealer => createSealer(deriveKey(machineKey, `${name}|pairing`));
  const readNamed = async (name: string): Promise<Pairing | 'damaged' | null> => {
    const sealed = await readIfThere(join(folder, name, fileName));
    if (sealed === null) return null;
    return opened(sealerOf(name).open(name, sealed)) ?? 'damaged';
  };
  const readAll = async (): Promise<ReadonlyArray<Pairing | 'damaged' | null>> =>
    Promise.all((await namesIn(folder)).map(readNamed));
  return {
    read: (place) => readNamed(terminalName(place)),
    async list() {
      const found = await readAll();
      return found.filter((one) => one !== null && one !== 'damaged');
    },
    hasDamaged: async () => (await readAll()).includes('damaged'),
    async keep(pairing) {
      const name = terminalName(placeOf(pairing));
      await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
      const clear = Buffer.from(JSON.stringify(pairingSchema.parse(pairing)));
      await writeDurably(join(folder, name, fileName), sealerOf(name).seal(name, clear));
      await syncFolder(folder);
    },
    async destroy(place) {
      const own = join(folder, terminalName(place));
      await overwrite(join(own, fileName));
      await rm(join(own, fileName), { force: true });
      if ((await namesIn(folder)).includes(terminalName(place))) await syncFolder(own);
    },
  };
}

/** Null for what does not open, or is no pairing. What was sealed for one terminal does not open as another. */
function opened(clear: Uint8Array | null): Pairing | null {
  if (clear === null) return null;
  return pairingSchema.safeParse(JSON.parse(Buffer.from(clear).toString('utf8'))).data ?? null;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted();
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return [];
    throw reason;
  }
}

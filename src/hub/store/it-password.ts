import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  hashItPassword,
  isItPasswordHash,
  itPasswordSaltBytes,
  readItPassword,
  type ItPasswordRefusal,
} from '../../shared/policy/it-password.ts';
import { ok, type Result } from '../../shared/std/result.ts';
import { syncFolder } from './durable-file.ts';
import { damaged, unusable } from './store-refusal.ts';

/** The IT password of the room, of which only an Argon2id hash is kept, in a file of its own. */
export interface ItPassword {
  /** The hash in PHC encoding; null while no password has been set. */
  encoded(): string | null;
  /** Puts a hash in the place of the one before; returns after fsync. Throws a `StoreRefusal` when the disk says no. */
  keep(encoded: string): void;
}

const fileName = 'it-password.txt';

/** Reads the file in the data folder. Throws a `StoreRefusal` for one that holds no such hash. */
export function openItPassword(folder: string): ItPassword {
  const file = join(folder, fileName);
  let encoded = existsSync(file) ? readHash(file) : null;
  return {
    encoded: () => encoded,
    keep(next) {
      write(folder, file, next);
      encoded = next;
    },
  };
}

/**
 * Sets the password: `make-room` does it once, the command `it-password` and the admin page change it. A password that
 * is too weak is refused with a code.
 */
export async function setItPassword(
  kept: Pick<ItPassword, 'keep'>,
  password: string,
): Promise<Result<null, ItPasswordRefusal>> {
  const read = readItPassword(password);
  if (!read.ok) return read;
  kept.keep(await hashItPassword(read.value, new Uint8Array(randomBytes(itPasswordSaltBytes))));
  return ok(null);
}

function readHash(file: string): string {
  const text = inFile(file, () => readFileSync(file, 'utf8').trim());
  if (!isItPasswordHash(text)) throw damaged(file, null, 'not the hash of an IT password');
  return text;
}

function write(folder: string, file: string, encoded: string): void {
  const draft = `${file}.new`;
  inFile(file, () => {
    rmSync(draft, { force: true });
    const handle = openSync(draft, 'wx', 0o600);
    try {
      writeSync(handle, `${encoded}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
    syncFolder(folder);
  });
}

function inFile<Value>(file: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw unusable(file, error);
  }
}

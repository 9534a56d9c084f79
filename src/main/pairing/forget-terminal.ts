import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isWaiting } from '../../shared/link/outbox-entry.ts';
import { terminalName, type TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import { openTerminalDatabase } from '../disk/terminal-database.ts';
import { createSealer, deriveKey } from '../keys/sealer.ts';
import { createOutboxStore } from '../outbox/outbox-store.ts';
import { destroyVault } from '../vault/destroy-vault.ts';

export interface ForgetTerminalOptions {
  /** Holds a folder for each terminal of this machine. */
  readonly folder: string;
  readonly machineKey: Uint8Array;
  readonly place: TerminalPlace;
  onTrouble(reason: unknown): void;
}

/**
 * Destroys what a terminal may not keep when the room has turned it out: the keys of its documents, the key of its
 * replica, who was signed in, and the keys of private notes. What people had written and the room never got stays in
 * the outbox, sealed; answered with how much that is. To be called while the terminal is not open; may be done again.
 */
export async function forgetTerminal(options: ForgetTerminalOptions): Promise<number> {
  const { folder, machineKey, place, onTrouble } = options;
  const name = terminalName(place);
  const own = join(folder, name);
  await mkdir(own, { recursive: true, mode: 0o700 });
  const database = openTerminalDatabase(join(own, 'terminal.sqlite'));
  try {
    const sealer = createSealer(deriveKey(machineKey, `${name}|values`));
    // The values first: without the key of the replica nothing that it holds can be read.
    database.remove(
      'value',
      database.all('value').map((row) => row.name),
    );
    const outbox = createOutboxStore({ database, sealer, onTrouble });
    const entries = await outbox.load();
    await outbox.remove(entries.filter((entry) => !isWaiting(entry)).map(({ id }) => id));
    await destroyVault(join(own, 'vault'));
    return database.all('outbox').length;
  } finally {
    // The last connection writes its log back and removes it, with what was removed.
    database.close();
  }
}

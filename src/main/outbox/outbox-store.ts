import { outboxEntry } from '../../shared/link/outbox-entry.ts';
import type { OutboxStore } from '../../shared/link/outbox-ports.ts';
import type { Sealer } from '../keys/sealer.ts';
import { createSealedTable } from '../disk/sealed-table.ts';
import type { TerminalDatabase } from '../disk/terminal-database.ts';

export interface OutboxStoreOptions {
  readonly database: TerminalDatabase;
  readonly sealer: Sealer;
  /** Told of entries that do not open, as an `UnreadableCommand` each; they stay where they are. */
  onTrouble(reason: unknown): void;
}

/** A command that was kept and does not open: half-written, or sealed under another key. Nobody knows whether it was sent. */
export class UnreadableCommand extends Error {
  override readonly name = 'UnreadableCommand';

  constructor(id: string) {
    super(`the command ${id} cannot be read`);
  }
}

/** The durable memory of a terminal's commands: one sealed row per command. */
export function createOutboxStore({ database, sealer, onTrouble }: OutboxStoreOptions): OutboxStore {
  const table = createSealedTable({ database, table: 'outbox', sealer, schema: outboxEntry });
  return {
    load: async () =>
      table.all().flatMap(({ name, value }) => {
        if (value === null) onTrouble(new UnreadableCommand(name));
        return value ?? [];
      }),
    save: async (entry) => table.put(entry.id, entry),
    remove: async (ids) => table.remove(ids),
  };
}

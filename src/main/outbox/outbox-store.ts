import { outboxEntry } from '../../shared/link/outbox-entry.ts';
import type { OutboxStore } from '../../shared/link/outbox-ports.ts';
import type { Sealer } from '../keys/sealer.ts';
import { createSealedTable } from '../disk/sealed-table.ts';
import type { TerminalDatabase } from '../disk/terminal-database.ts';

export interface OutboxStoreOptions {
  readonly database: TerminalDatabase;
  readonly sealer: Sealer;
  /** Told of entries that do not open; they stay where they are. */
  onTrouble(reason: unknown): void;
}

/** The durable memory of a terminal's commands: one sealed row per command. */
export function createOutboxStore({ database, sealer, onTrouble }: OutboxStoreOptions): OutboxStore {
  const table = createSealedTable({ database, table: 'outbox', sealer, schema: outboxEntry });
  return {
    load: async () =>
      table.all().flatMap(({ name, value }) => {
        if (value === null) onTrouble(new Error(`the command ${name} cannot be read`));
        return value ?? [];
      }),
    save: async (entry) => table.put(entry.id, entry),
    remove: async (ids) => table.remove(ids),
  };
}

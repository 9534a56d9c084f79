import { outboxEntry, type OutboxEntry } from '../../../shared/link/outbox-entry.ts';
import type { OutboxStore } from '../../../shared/link/outbox-ports.ts';
import { openSealed, putSealed } from './sealed-values.ts';
import type { Sealer } from './sealer.ts';
import type { TerminalStore } from './terminal-store.ts';

const table = 'outbox';

/** The outbox of a browser: one sealed entry per command. `onTrouble` is told of entries that do not open. */
export function createOutboxStore(
  store: TerminalStore,
  sealer: Sealer,
  onTrouble: (reason: unknown) => void,
): OutboxStore {
  return {
    async load() {
      const rows = await store.all(table);
      const entries = await Promise.all(
        rows.map(async ({ name, value }): Promise<OutboxEntry | null> => {
          const entry = await openSealed(sealer, { table, name }, value, outboxEntry);
          if (entry === null) onTrouble(new Error(`the command ${name} cannot be read`));
          return entry;
        }),
      );
      return entries.filter((entry) => entry !== null);
    },
    save: (entry) => putSealed(store, sealer, { table, name: entry.id }, entry),
    remove: (ids) => store.remove(table, ids),
  };
}

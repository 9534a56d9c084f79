import type { z } from 'zod';
import type { Sealer } from '../keys/sealer.ts';
import type { Table, TerminalDatabase } from './terminal-database.ts';

/** A table of a terminal's database, of values that JSON can say; each is sealed under the names of table and row. */
export interface SealedTable<Value> {
  /** Null when there is none, or none that opens and fits the schema. */
  get(name: string): Value | null;
  all(): readonly { readonly name: string; readonly value: Value | null }[];
  /** Durable when it returns. */
  put(name: string, value: Value): void;
  remove(names: readonly string[]): void;
}

export interface SealedTableOptions<Schema extends z.ZodType> {
  readonly database: TerminalDatabase;
  readonly table: Table;
  readonly sealer: Sealer;
  readonly schema: Schema;
}

export function createSealedTable<Schema extends z.ZodType>(
  options: SealedTableOptions<Schema>,
): SealedTable<z.infer<Schema>> {
  const { database, table, sealer, schema } = options;
  const read = (name: string, sealed: Uint8Array): z.infer<Schema> | null => {
    const clear = sealer.open(`${table}|${name}`, sealed);
    if (clear === null) return null;
    const parsed = schema.safeParse(JSON.parse(Buffer.from(clear).toString('utf8')));
    return parsed.success ? parsed.data : null;
  };
  return {
    get(name) {
      const sealed = database.get(table, name);
      return sealed === null ? null : read(name, sealed);
    },
    all: () => database.all(table).map(({ name, sealed }) => ({ name, value: read(name, sealed) })),
    put: (name, value) =>
      database.put(table, name, sealer.seal(`${table}|${name}`, Buffer.from(JSON.stringify(value)))),
    remove: (names) => database.remove(table, names),
  };
}

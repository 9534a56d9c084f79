import type { z } from 'zod';
import type { Sealer } from './sealer.ts';
import type { Table, TerminalStore } from './terminal-store.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Keeps `value` (anything JSON can say) sealed and durable. */
export async function putSealed(
  store: TerminalStore,
  sealer: Sealer,
  at: { readonly table: Table; readonly name: string },
  value: unknown,
): Promise<void> {
  const sealed = await sealer.seal(`${at.table}|${at.name}`, encoder.encode(JSON.stringify(value)));
  await store.put(at.table, at.name, sealed);
}

/** Reads what {@link putSealed} has kept; null when there is none, or none that opens and fits the schema. */
export async function openSealed<Schema extends z.ZodType>(
  sealer: Sealer,
  at: { readonly table: Table; readonly name: string },
  sealed: unknown,
  schema: Schema,
): Promise<z.infer<Schema> | null> {
  if (!(sealed instanceof Uint8Array)) return null;
  const clear = await sealer.open(`${at.table}|${at.name}`, sealed);
  if (clear === null) return null;
  try {
    return schema.parse(JSON.parse(decoder.decode(clear)));
  } catch {
    return null;
  }
}

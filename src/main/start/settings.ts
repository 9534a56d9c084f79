import { z } from 'zod';
import { surface } from '../../shared/records/audience.ts';
import { seatLabel } from '../../shared/records/ids.ts';
import { readIfThere, writeDurably } from '../disk/durable-file.ts';
import type { Opening } from './launch-options.ts';

const settings = z.strictObject({
  terminals: z.array(z.strictObject({ surface, seat: seatLabel.nullable(), hub: z.url() })).max(16),
});

/** What this machine opened last; nothing when that is not known or cannot be read. */
export async function readSettings(file: string): Promise<readonly Opening[]> {
  const bytes = await readIfThere(file);
  if (bytes === null) return [];
  const parsed = settings.safeParse(jsonOf(bytes));
  if (!parsed.success) return [];
  return parsed.data.terminals.map(({ hub, ...place }) => ({ place, hub, roomCode: null }));
}

/** Remembers what is open for the next start, without the room's code: that is no longer needed then. */
export async function writeSettings(file: string, openings: readonly Opening[]): Promise<void> {
  const terminals = openings.map(({ place: { surface: shown, seat }, hub }) => ({
    surface: shown,
    seat,
    hub,
  }));
  await writeDurably(file, Buffer.from(`${JSON.stringify({ terminals }, null, 2)}\n`));
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

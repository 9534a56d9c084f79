import { z } from 'zod';
import { surface } from '../../shared/records/audience.ts';
import { seatLabel } from '../../shared/records/ids.ts';
import { readIfThere, writeDurably } from '../disk/durable-file.ts';
import { setAside } from '../disk/set-aside.ts';
import type { Opening } from './launch-options.ts';

const settings = z.strictObject({
  terminals: z
    .array(
      z.strictObject({
        surface,
        seat: seatLabel.nullable(),
        hub: z.url(),
        display: z.union([z.int().min(1).max(16), z.string().min(1).max(100)]).optional(),
      }),
    )
    .max(16),
  /** This machine hosts the room that its terminals belong to. */
  hostsRoom: z.boolean().optional(),
});

/** What this machine opened last. */
export interface Remembered {
  /** Nothing when that is not known. */
  readonly openings: readonly Opening[];
  readonly hostsRoom: boolean;
  /** Where a file that could not be read lies now. */
  readonly damagedAt: string | null;
}

/** The hubs without a seal that this machine opened last, as far as that can be read; nothing is changed. */
export async function rememberedHubs(file: string): Promise<readonly string[]> {
  const bytes = await readIfThere(file);
  const parsed = settings.safeParse(bytes === null ? null : jsonOf(bytes));
  return parsed.success ? [...new Set(parsed.data.terminals.map(({ hub }) => hub))] : [];
}

/** Reads what this machine opened last. A half-written or foreign file is put aside; nothing of it is believed. */
export async function readSettings(file: string, now: number): Promise<Remembered> {
  const bytes = await readIfThere(file);
  if (bytes === null) return { openings: [], hostsRoom: false, damagedAt: null };
  const parsed = settings.safeParse(jsonOf(bytes));
  if (!parsed.success) return { openings: [], hostsRoom: false, damagedAt: setAside([file], now) };
  const openings = parsed.data.terminals.map(({ hub, display = null, ...place }) => ({
    ...{ place, hub, display },
    roomCode: null,
  }));
  return { openings, hostsRoom: parsed.data.hostsRoom ?? false, damagedAt: null };
}

/** Remembers what is open for the next start, without the room's code: that is no longer needed then. */
export async function writeSettings(
  file: string,
  openings: readonly Opening[],
  hostsRoom = false,
): Promise<void> {
  // What a terminal was paired with lies sealed in a file of its own.
  const terminals = openings.flatMap(({ place: { surface: shown, seat }, hub, display }) =>
    typeof hub === 'string'
      ? [{ ...{ surface: shown, seat, hub }, ...(display === null ? {} : { display }) }]
      : [],
  );
  await writeDurably(
    file,
    Buffer.from(`${JSON.stringify({ terminals, ...(hostsRoom ? { hostsRoom } : {}) }, null, 2)}\n`),
  );
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

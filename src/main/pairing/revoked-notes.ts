import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { surface } from '../../shared/records/audience.ts';
import { deviceId, roomId, seatLabel } from '../../shared/records/ids.ts';
import { terminalName, type TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import { readIfThere, syncFolder, writeDurably } from '../disk/durable-file.ts';
import { createSealer, deriveKey, type Sealer } from '../keys/sealer.ts';

/** What a terminal remembers of a pairing that the room has taken back. */
export const revokedNote = z.strictObject({
  surface,
  seat: seatLabel.nullable(),
  /** The device that it was. */
  deviceId,
  roomId,
  roomName: z.string(),
  /** By this machine's clock. */
  at: z.number(),
  /** Commands that people had made and the room never got. They are in the outbox still, sealed. */
  unsent: z.number().int().nonnegative(),
});
export type RevokedNote = z.infer<typeof revokedNote>;

const fileName = 'revoked.sealed';

export interface RevokedNotesPorts {
  /** Holds a folder for each terminal of this machine. */
  readonly folder: string;
  readonly machineKey: Uint8Array;
}

export interface RevokedNotes {
  list(): Promise<readonly RevokedNote[]>;
  /** Durable when it resolves. */
  keep(note: RevokedNote): Promise<void>;
  /**
   * The terminal has been paired again. What it holds for the same room is sent when its author signs in; what it holds
   * for another room is put aside under the name of that room, sealed as it is, and is never sent to this one.
   */
  settle(place: TerminalPlace, room: RevokedNote['roomId']): Promise<void>;
}

export function createRevokedNotes({ folder, machineKey }: RevokedNotesPorts): RevokedNotes {
  const sealerOf = (name: string): Sealer => createSealer(deriveKey(machineKey, `${name}|revoked`));
  const read = async (name: string): Promise<RevokedNote | null> => {
    const sealed = await readIfThere(join(folder, name, fileName));
    const clear = sealed === null ? null : sealerOf(name).open(name, sealed);
    if (clear === null) return null;
    return revokedNote.safeParse(JSON.parse(Buffer.from(clear).toString('utf8'))).data ?? null;
  };
  return {
    async list() {
      const notes = await Promise.all((await namesIn(folder)).map(read));
      return notes.filter((note) => note !== null).toSorted((a, b) => b.at - a.at);
    },
    async keep(note) {
      const name = terminalName(note);
      await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
      const clear = Buffer.from(JSON.stringify(note));
      await writeDurably(join(folder, name, fileName), sealerOf(name).seal(name, clear));
    },
    async settle(place, room) {
      const own = join(folder, terminalName(place));
      const note = await read(terminalName(place));
      if (note === null) return;
      if (note.roomId !== room && note.unsent > 0) await putAside(own, note);
      await rm(join(own, fileName), { force: true });
      await syncFolder(own);
    },
  };
}

/** Moves the database with what was never sent to a name of its own. Nothing happens when it has been moved already. */
async function putAside(own: string, { roomId: room, at }: RevokedNote): Promise<void> {
  try {
    await rename(join(own, 'terminal.sqlite'), join(own, `unsent-${room.replaceAll(':', '_')}-${at}.sqlite`));
    await syncFolder(own);
  } catch (reason) {
    if (!(reason instanceof Error && 'code' in reason && reason.code === 'ENOENT')) throw reason;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return [];
    throw reason;
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { moment } from '../../shared/records/ids.ts';
import { roomName } from '../../shared/protocol/admin/room-setup.ts';
import { writeSecretFile } from '../store/durable-file.ts';
import { damaged, unusable } from '../store/store-refusal.ts';

const fileName = 'room.json';

const roomFacts = z.strictObject({
  version: z.literal(1),
  name: roomName,
  /** The id of the kind of body that meets here. */
  body: z.string(),
  madeAt: moment,
});

/** What is said of a room when it is made. */
export type RoomFacts = Omit<z.infer<typeof roomFacts>, 'version'>;

/** Reads it; null for a room that was begun without being made. Throws a `StoreRefusal` for a damaged file. */
export function readRoomFacts(data: string): RoomFacts | null {
  const file = join(data, fileName);
  if (!existsSync(file)) return null;
  try {
    const { name, body, madeAt } = roomFacts.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { name, body, madeAt };
  } catch (error) {
    throw damaged(file, null, 'not what is said of a room', error);
  }
}

/** Keeps it, durably. */
export function keepRoomFacts(data: string, facts: RoomFacts): void {
  const file = join(data, fileName);
  try {
    writeSecretFile(file, `${JSON.stringify({ version: 1, ...facts })}\n`);
  } catch (error) {
    throw unusable(file, error);
  }
}

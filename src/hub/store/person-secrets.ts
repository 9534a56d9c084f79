import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { PersonId } from '../../shared/records/ids.ts';
import { must } from '../../shared/std/must.ts';
import { keptPin, type KeptPin } from './kept-pin.ts';

/** A person's layer keys as they are kept: ciphertext under keys that the hub never has. */
export interface KeptLayerKeys {
  readonly revision: number;
  /** Under the wrapping key of the PIN. */
  readonly keys: string;
  /** Under recovery keys, the latest first. */
  readonly recoveries: readonly string[];
  /** Whether the latest recovery is for these keys, and not for those of before a reset. */
  readonly hasRecovery: boolean;
}

/** What changes together; null keeps what is. */
export interface KeysChange {
  readonly revision: number;
  readonly keys: string;
  readonly pin: KeptPin | null;
  readonly recovery: string | null;
}

/** What the hub keeps of a person's PIN and layer keys. */
export interface PersonSecrets {
  pinOf(person: PersonId): KeptPin | null;
  /** Issues a PIN. Keys under one before are dropped; recoveries stay, for whoever has the recovery key. */
  issuePin(person: PersonId, kept: KeptPin, how?: 'printed'): void;
  /** True while the person has the PIN that was issued as one to be printed at every start. */
  hasPrintedPin(person: PersonId): boolean;
  layerKeysOf(person: PersonId): KeptLayerKeys | null;
  /** Keeps `keys` if the person has none, and gives those that are kept: of two terminals the first wins (LAYER-5). */
  offerLayerKeys(person: PersonId, keys: string): KeptLayerKeys;
  /** False, with nothing changed, when the keys have been changed since `revision`. */
  changeLayerKeys(person: PersonId, change: KeysChange): boolean;
}

/** `generation` counts the PINs issued to a person, by which recoveries of before a reset are told from later ones. */
export const personTables = `
  CREATE TABLE pins (
    personId TEXT PRIMARY KEY,
    settings TEXT NOT NULL,
    verifier TEXT NOT NULL,
    generation INTEGER NOT NULL,
    printed INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE layerKeys (
    personId TEXT PRIMARY KEY,
    keys TEXT NOT NULL,
    revision INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE recoveries (
    personId TEXT NOT NULL,
    generation INTEGER NOT NULL,
    keys TEXT NOT NULL,
    PRIMARY KEY (personId, generation)
  ) STRICT`;

const pinRow = z.strictObject({
  settings: z.string(),
  verifier: z.string(),
  generation: z.number().int().positive(),
  printed: z.number().int(),
});
const keysRow = z.strictObject({ keys: z.string(), revision: z.number().int().positive() });
const recoveryRow = z.strictObject({ generation: z.number().int().positive(), keys: z.string() });

/** So many recoveries are kept per person, the oldest given up first. */
const mostRecoveries = 8;

type InOne = (write: () => void) => void;

/** PINs and layer keys in the database of credentials; `inOne` makes its writes durable together. */
export function personSecretsIn(database: DatabaseSync, inOne: InOne): PersonSecrets {
  const pins = database.prepare(
    'SELECT settings, verifier, generation, printed FROM pins WHERE personId = ?',
  );
  const putPin = database.prepare('INSERT OR REPLACE INTO pins VALUES (?, ?, ?, ?, ?)');
  const keys = database.prepare('SELECT keys, revision FROM layerKeys WHERE personId = ?');
  const putKeys = database.prepare('INSERT OR REPLACE INTO layerKeys VALUES (?, ?, ?)');
  const dropKeys = database.prepare('DELETE FROM layerKeys WHERE personId = ?');
  const recoveries = database.prepare(
    'SELECT generation, keys FROM recoveries WHERE personId = ? ORDER BY generation DESC',
  );
  const putRecovery = database.prepare('INSERT OR REPLACE INTO recoveries VALUES (?, ?, ?)');
  const dropOldest = database.prepare('DELETE FROM recoveries WHERE personId = ? AND generation <= ?');

  const pinRowOf = (person: PersonId): z.infer<typeof pinRow> | null => parsed(pinRow, pins.get(person));
  const layerKeysOf: PersonSecrets['layerKeysOf'] = (person) => {
    const row = parsed(keysRow, keys.get(person));
    if (row === null) return null;
    const kept = recoveries.all(person).flatMap((one) => parsed(recoveryRow, one) ?? []);
    const hasRecovery = kept[0] !== undefined && kept[0].generation === pinRowOf(person)?.generation;
    return { ...row, recoveries: kept.map((one) => one.keys), hasRecovery };
  };
  const keepPin = (
    person: PersonId,
    { settings, verifier }: KeptPin,
    generation: number,
    printed = 0,
  ): void => void putPin.run(person, JSON.stringify(settings), verifier, generation, printed);

  return {
    pinOf(person) {
      const row = pinRowOf(person);
      return row && keptPin.parse({ settings: JSON.parse(row.settings), verifier: row.verifier });
    },
    hasPrintedPin: (person) => pinRowOf(person)?.printed === 1,
    issuePin: (person, kept, how) =>
      inOne(() => {
        keepPin(person, kept, (pinRowOf(person)?.generation ?? 0) + 1, how === 'printed' ? 1 : 0);
        dropKeys.run(person);
      }),
    layerKeysOf,
    offerLayerKeys(person, offered) {
      if (layerKeysOf(person) === null) inOne(() => void putKeys.run(person, offered, 1));
      const kept = layerKeysOf(person);
      must(kept !== null, 'layer keys that were kept');
      return kept;
    },
    changeLayerKeys(person, { revision, keys: next, pin, recovery }) {
      const generation = pinRowOf(person)?.generation ?? 1;
      if (layerKeysOf(person)?.revision !== revision) return false;
      inOne(() => {
        putKeys.run(person, next, revision + 1);
        if (pin !== null) keepPin(person, pin, generation);
        if (recovery === null) return;
        putRecovery.run(person, generation, recovery);
        dropOldest.run(person, generation - mostRecoveries);
      });
      return true;
    },
  };
}

function parsed<Value>(schema: z.ZodType<Value>, row: unknown): Value | null {
  return row === undefined ? null : schema.parse({ ...(row as object) });
}

import { z } from 'zod';
import { moment, sha256 } from '../records/ids.ts';

const room = z.strictObject({
  freeBytes: z.number().int().nonnegative(),
  totalBytes: z.number().int().nonnegative(),
});

/** What a terminal knows of the machine it runs on. Null is what the machine does not tell, as a browser of its disk. */
export const machineFacts = z.strictObject({
  host: z.enum(['electron', 'browser']),
  /** The version of the program that runs on the terminal. */
  version: z.string().max(40),
  /** "Windows 10.0.19045", "Linux 6.1". */
  system: z.string().max(80).nullable(),
  /** Of the disk that the terminal keeps its papers on; of a browser what it still lets this page keep. */
  disk: room.nullable(),
  memory: room.nullable(),
  /** `none`: the machine has no battery and stands on mains. Some machines tell only whether they are plugged in. */
  battery: z
    .union([
      z.literal('none'),
      z.strictObject({ percent: z.number().int().min(0).max(100).nullable(), isPluggedIn: z.boolean() }),
    ])
    .nullable(),
  /** The last fault in the program's log: where it happened, in the program's own words, and the terminal's clock then. */
  lastError: z.strictObject({ at: moment, event: z.string().max(80) }).nullable(),
});
export type MachineFacts = z.infer<typeof machineFacts>;

/** What a terminal tells of its machine, for IT alone: no console hears of it, and it is never stored. */
export const machineMessage = z.strictObject({
  type: z.literal('machine'),
  ...machineFacts.shape,
  /** The terminal's own clock as it says this, and the time that it shows to people, put right by the hub's. */
  clock: moment,
  shownClock: moment,
  /** Median of the last pings, there and back, in milliseconds; null before the first. */
  latencyMs: z.number().int().nonnegative().nullable(),
});
export type MachineMessage = z.infer<typeof machineMessage>;

/** Bytes of each document that a terminal is asked for. */
export const provedBytes = 4096;

/** More documents than this are not asked for at once. */
export const mostProved = 500;

/** The hub asks a terminal to show that it holds its papers; see `proveDigest` for what is shown. */
export const proveMessage = z.strictObject({ type: z.literal('prove'), nonce: sha256 });
export type ProveMessage = z.infer<typeof proveMessage>;

export const proofMessage = z.strictObject({
  type: z.literal('proof'),
  nonce: sha256,
  /** The documents that the terminal counts as held, in order; at most {@link mostProved}. */
  blobs: z.array(sha256).max(mostProved),
  digest: sha256,
});
export type ProofMessage = z.infer<typeof proofMessage>;

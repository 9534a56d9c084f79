import { z } from 'zod';

/** A whole number of bytes. */
const bytes = z.number().int().nonnegative();

/** Somebody's message, as short as a line. */
const detail = z.string().max(300);

/** The disk on which a machine keeps what must last. */
export const diskFacts = z.strictObject({
  freeBytes: bytes,
  totalBytes: bytes,
  /** How long a small write takes until it is on the disk (write and fsync), the median of several, in milliseconds. */
  writeMs: z.number().nonnegative().nullable(),
});
export type DiskFacts = z.infer<typeof diskFacts>;

export const memoryFacts = z.strictObject({ freeBytes: bytes, totalBytes: bytes });
export type MemoryFacts = z.infer<typeof memoryFacts>;

/** `percent` of a full battery; null where the system does not tell. */
export const batteryFacts = z.strictObject({
  percent: z.number().min(0).max(100).nullable(),
  isCharging: z.boolean(),
});
export type BatteryFacts = z.infer<typeof batteryFacts>;

export const clockFacts = z.strictObject({
  /** The machine's clock, in milliseconds since 1970. */
  now: z.number().int(),
  /** The hub's clock minus the machine's, in milliseconds; null at the hub itself and where no hub answers. */
  differenceMs: z.number().nullable(),
});
export type ClockFacts = z.infer<typeof clockFacts>;

/** The way from a terminal to its hub. */
export const linkFacts = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('reached'), latencyMs: z.number().nonnegative() }),
  z.strictObject({ state: z.literal('unreachable'), detail }),
  /** What answers does not prove to be the hub of this machine's room, or no longer. */
  z.strictObject({ state: z.literal('not-the-hub'), why: z.enum(['foreign', 'out-of-time']), detail }),
  /** The hub answers and refuses this machine. */
  z.strictObject({ state: z.literal('refused'), detail }),
  z.strictObject({ state: z.literal('no-hub') }),
]);
export type LinkFacts = z.infer<typeof linkFacts>;

export const versionFacts = z.strictObject({
  own: z.string().max(50),
  /** The hub's program; null where it was not heard of. */
  hub: z.string().max(50).nullable(),
  /** Whether both speak a protocol in common; null where the hub was not heard of. */
  understands: z.boolean().nullable(),
});
export type VersionFacts = z.infer<typeof versionFacts>;

/** How a terminal belongs to the room: with a certificate, by the room's code alone, or not at all. */
export const pairingFacts = z.strictObject({
  state: z.enum(['paired', 'plain', 'none', 'unreadable', 'revoked']),
});
export type PairingFacts = z.infer<typeof pairingFacts>;

export const policyFacts = z.strictObject({
  /** How many settings somebody has set. */
  set: z.number().int().nonnegative(),
  /** How many of them the policy fixes. */
  fixed: z.number().int().nonnegative(),
  /** What is wrong, as sentences with their places. */
  faults: z.array(z.string().max(1000)).max(50),
});
export type PolicyFacts = z.infer<typeof policyFacts>;

export const displayFacts = z.strictObject({
  /** In device-independent pixels, the primary display first. */
  displays: z.array(z.strictObject({ width: z.number(), height: z.number() })).max(16),
  /** The highest number of a display that the settings name; 0 where they name none. */
  wanted: z.number().int().nonnegative(),
});
export type DisplayFacts = z.infer<typeof displayFacts>;

export const keyringFacts = z.strictObject({
  state: z.enum(['present', 'absent', 'locked']),
});
export type KeyringFacts = z.infer<typeof keyringFacts>;

/** The papers that a terminal keeps. */
export const vaultFacts = z.strictObject({
  state: z.enum(['readable', 'empty', 'unreadable']),
  /** Files of papers, and of them how many are damaged. */
  blobs: z.number().int().nonnegative(),
  damaged: z.number().int().nonnegative(),
});
export type VaultFacts = z.infer<typeof vaultFacts>;

export const outboxFacts = z.strictObject({
  state: z.enum(['readable', 'empty', 'unreadable']),
  waiting: z.number().int().nonnegative(),
});
export type OutboxFacts = z.infer<typeof outboxFacts>;

/** How much of the meeting's papers a terminal holds. */
export const packFacts = z.strictObject({
  held: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
});
export type PackFacts = z.infer<typeof packFacts>;

export const lastErrorFacts = z.strictObject({
  /** The event of the log. */
  event: z.string().max(200),
  /** How long ago, in milliseconds. */
  agoMs: z.number().nonnegative(),
});
export type LastErrorFacts = z.infer<typeof lastErrorFacts>;

/** The data folder of a hub. */
export const dataFacts = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('whole'), entries: z.number().int().nonnegative() }),
  /** A hub works in it now. */
  z.strictObject({ state: z.literal('in-use'), isReadOnly: z.boolean().nullable() }),
  z.strictObject({ state: z.literal('absent') }),
  z.strictObject({ state: z.literal('damaged'), detail: z.string().max(1000) }),
]);
export type DataFacts = z.infer<typeof dataFacts>;

/** The authority of a room, from which all its certificates come. */
export const certificateFacts = z.strictObject({
  state: z.enum(['good', 'absent', 'damaged']),
});
export type CertificateFacts = z.infer<typeof certificateFacts>;

export const portFacts = z.array(
  z.strictObject({
    port: z.number().int(),
    /** The setting that names it. */
    setting: z.string().max(100),
    state: z.enum(['free', 'ours', 'taken', 'forbidden']),
  }),
);
export type PortFacts = z.infer<typeof portFacts>;

export const toolFacts = z.strictObject({
  office: z.boolean(),
  scans: z.boolean(),
});
export type ToolFacts = z.infer<typeof toolFacts>;

export const backupFacts = z.strictObject({
  /** Whether backups are made by a schedule. */
  isPlanned: z.boolean(),
  /** How old the newest one is, in milliseconds; null where there is none. */
  newestAgoMs: z.number().nonnegative().nullable(),
  /** The folder can be written to; null where none is set. */
  isWritable: z.boolean().nullable(),
});
export type BackupFacts = z.infer<typeof backupFacts>;

/** Everything that is known of a machine; what was not looked at or does not exist there is left out. */
export const machineFacts = z
  .strictObject({
    policy: policyFacts,
    pairing: pairingFacts,
    link: linkFacts,
    version: versionFacts,
    clock: clockFacts,
    disk: diskFacts,
    memory: memoryFacts,
    battery: batteryFacts,
    display: displayFacts,
    keyring: keyringFacts,
    vault: vaultFacts,
    outbox: outboxFacts,
    pack: packFacts,
    lastError: lastErrorFacts,
    data: dataFacts,
    certificates: certificateFacts,
    ports: portFacts,
    tools: toolFacts,
    backup: backupFacts,
  })
  .partial();
export type MachineFacts = z.infer<typeof machineFacts>;

/** What kind of machine is judged: a hub needs more room than a seat. */
export type MachineRole = 'terminal' | 'hub';

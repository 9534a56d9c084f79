import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { z } from 'zod';

const hex = z.string().regex(/^[0-9a-f]+$/);

/** A PIN as it is kept: never itself, only what scrypt (RFC 7914) makes of it, with the parameters it was made with. */
export const pinHash = z.strictObject({
  salt: hex,
  hash: hex,
  /** Cost, block size and lanes. Memory is 128 × cost × block bytes. */
  cost: z.number().int().positive(),
  block: z.number().int().positive(),
  lanes: z.number().int().positive(),
});
export type PinHash = z.infer<typeof pinHash>;

const today = { cost: 2 ** 15, block: 8, lanes: 1 } as const;
const hashBytes = 32;

/** Hashes a PIN with a fresh salt; about 0.1 s of one core and 32 MiB. */
export async function hashPin(pin: string): Promise<PinHash> {
  const salt = randomBytes(16).toString('hex');
  const made = await derive(pin, { salt, ...today });
  return { salt, hash: made.toString('hex'), ...today };
}

/** True when `pin` is the one that was hashed; takes the same time for every wrong one. */
export async function pinMatches(pin: string, kept: PinHash): Promise<boolean> {
  const made = await derive(pin, kept);
  const expected = Buffer.from(kept.hash, 'hex');
  return expected.length === made.length && timingSafeEqual(made, expected);
}

function derive(pin: string, settings: Omit<PinHash, 'hash'>): Promise<Buffer> {
  const { salt, cost, block, lanes } = settings;
  const options: ScryptOptions = { N: cost, r: block, p: lanes, maxmem: 256 * cost * block };
  return new Promise((resolve, reject) => {
    scrypt(pin, Buffer.from(salt, 'hex'), hashBytes, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

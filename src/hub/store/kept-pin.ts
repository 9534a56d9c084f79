import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { pinSettings, type IssuedPin } from '../../shared/protocol/pin.ts';
import { newSettings, secretsOf, stretchPin } from '../../shared/private-layer/stretch-pin.ts';
import type { PinCost } from '../../shared/private-layer/pin-cost.ts';
import { sha256Text } from './check-log.ts';

/**
 * A PIN as the hub keeps it: how it is stretched, and the SHA-256 of the proof. The proof has the full strength of its
 * 256 bits, so a fast hash hides it; that of the PIN comes from the stretching, which a terminal has done.
 */
export const keptPin = z.strictObject({
  settings: pinSettings,
  verifier: z.string().regex(/^[0-9a-f]{64}$/),
});
export type KeptPin = z.infer<typeof keptPin>;

/** What is kept of a PIN that somebody has issued. */
export function keptPinOf({ settings, proof }: IssuedPin): KeptPin {
  return { settings, verifier: verifierOf(proof) };
}

/** True when `proof` is that of the PIN; takes the same time for every wrong one. */
export function isProofOf(kept: KeptPin, proof: string): boolean {
  return timingSafeEqual(Buffer.from(verifierOf(proof), 'hex'), Buffer.from(kept.verifier, 'hex'));
}

/** Issues a PIN that is printed at start anyway, as those of the sample are; everywhere else a terminal does it. */
export async function issueHere(pin: string, cost: PinCost): Promise<KeptPin> {
  const settings = newSettings(cost, (count) => new Uint8Array(randomBytes(count)));
  const { proof } = secretsOf(await stretchPin(pin, settings));
  return keptPinOf({ settings, proof });
}

function verifierOf(proof: string): string {
  return sha256Text(`nghisu/pin/verifier/1|${proof}`);
}

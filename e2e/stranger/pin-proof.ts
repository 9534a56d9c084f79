import { argon2, createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

/** How the hub says that a person's PIN is to be stretched. */
export interface PinSettings {
  readonly salt: string;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

export interface DerivedPin {
  readonly proof: string;
  readonly wrappingKey: Buffer;
}

/** Section 2: argon2id, then HKDF. Without settings there is no PIN to prove, and what is sent is refused. */
export async function derivePin(pin: string, settings: PinSettings | null): Promise<DerivedPin> {
  const stretched =
    settings === null
      ? randomBytes(32)
      : await promisify(argon2)('argon2id', {
          message: pin,
          nonce: Buffer.from(settings.salt, 'base64'),
          memory: settings.memoryKiB,
          passes: settings.passes,
          parallelism: settings.lanes,
          tagLength: 32,
        });
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', stretched, new Uint8Array(0), purpose, 32));
  return { proof: derive('nghisu/pin/proof/1').toString('base64'), wrappingKey: derive('nghisu/pin/wrap/1') };
}

/** Section 9: a first layer key for a person who has none, under the wrapping key of the PIN. */
export function newLayerKeys(personId: string, wrappingKey: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, iv);
  cipher.setAAD(Buffer.from(JSON.stringify(['nghisu/layer-keys/1', 'pin', personId])));
  const body = Buffer.concat([cipher.update(randomBytes(32)), cipher.final()]);
  return Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64');
}

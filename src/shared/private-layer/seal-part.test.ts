import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerPartId, meetingId, personId } from '../records/ids.ts';
import { sealedPartChars } from '../records/layer-part.ts';
import { base64Of, bytesOfBase64 } from '../std/base64.ts';
import { holdInMemory } from './held-keys.ts';
import type { KeyRing } from './key-ring.ts';
import { openPart, sealPart } from './seal-part.ts';

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
const minh = personId.parse('minh');
const place = { meetingId: meetingId.parse('m1'), partId: layerPartId.parse('x1') };
const hold = (ring: KeyRing, person = minh) =>
  holdInMemory({ personId: person, ring, hasRecovery: false }, randomBytes);
const key = randomBytes(32);
const keys = hold([key]);

describe('a sealed part', () => {
  it('opens to what was sealed, whatever it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (clear) => {
        const sealed = await sealPart(keys, place, clear);
        expect(await openPart(keys, { ...place, sealed })).toEqual(clear);
      }),
    );
  });

  it('[LAYER-3] opens for no other person, meeting, part or key', async () => {
    const sealed = await sealPart(keys, place, new Uint8Array([1, 2, 3]));
    const other = hold([key], personId.parse('an'));
    expect(await openPart(other, { ...place, sealed })).toBeNull();
    expect(await openPart(keys, { ...place, meetingId: meetingId.parse('m2'), sealed })).toBeNull();
    expect(await openPart(keys, { ...place, partId: layerPartId.parse('x2'), sealed })).toBeNull();
    expect(await openPart(hold([randomBytes(32)]), { ...place, sealed })).toBeNull();
  });

  it('[LAYER-3] does not open when any bit of it has been changed, or when it was cut', async () => {
    const bytes = bytesOfBase64(await sealPart(keys, place, new Uint8Array(40))) ?? new Uint8Array();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.nat(bytes.length - 1),
        async (at, change, length) => {
          const changed = bytes.map((byte, index) => (index === at ? byte ^ change : byte));
          expect(await openPart(keys, { ...place, sealed: base64Of(changed) })).toBeNull();
          expect(await openPart(keys, { ...place, sealed: base64Of(bytes.slice(0, length)) })).toBeNull();
        },
      ),
    );
    expect(await openPart(keys, { ...place, sealed: 'no base 64!' })).toBeNull();
  });

  it('opens with an older key of the ring, and is sealed with the first', async () => {
    const old = await sealPart(keys, place, new Uint8Array([7]));
    const both = hold([randomBytes(32), key]);
    expect(await openPart(both, { ...place, sealed: old })).toEqual(new Uint8Array([7]));
    const fresh = await sealPart(both, place, new Uint8Array([8]));
    expect(await openPart(keys, { ...place, sealed: fresh })).toBeNull();
  });

  it('tells little of the length of what it holds, and never the same bytes twice', async () => {
    const [one, two] = await Promise.all(
      [1, 200].map((length) => sealPart(keys, place, new Uint8Array(length))),
    );
    expect(one).toHaveLength(two?.length ?? 0);
    expect(await sealPart(keys, place, new Uint8Array(1))).not.toBe(one);
  });

  it('fits the wire at the most that a window may seal', async () => {
    const sealed = await sealPart(keys, place, randomBytes(36 * 1024 - 300));
    expect(sealed.length).toBeLessThanOrEqual(sealedPartChars);
  });
});

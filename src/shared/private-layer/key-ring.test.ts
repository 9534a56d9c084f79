import { describe, expect, it } from 'vitest';
import { personId } from '../records/ids.ts';
import { joinRings, keyName, openRing, sealRing, type KeyRing } from './key-ring.ts';

const bytes = (value: number, count = 32): Uint8Array => new Uint8Array(count).fill(value);
const minh = personId.parse('minh');
const ring: KeyRing = [bytes(1), bytes(2)];
const under = { seal: 'pin', personId: minh, wrappingKey: bytes(9) } as const;
const sealed = sealRing(ring, under, bytes(5, 12));

describe('a ring of layer keys', () => {
  it('opens under what it was sealed with, in its order', () => {
    expect(openRing(sealed, under)).toEqual(ring);
  });

  it('[LAYER-3] opens under no other key, for no other person, and not as another kind', () => {
    expect(openRing(sealed, { ...under, wrappingKey: bytes(8) })).toBeNull();
    expect(openRing(sealed, { ...under, personId: personId.parse('an') })).toBeNull();
    expect(openRing(sealed, { ...under, seal: 'recovery' })).toBeNull();
    expect(openRing(`A${sealed.slice(1)}`, under)).toBeNull();
    expect(openRing('', under)).toBeNull();
  });

  it('keeps the key in use in front when an older ring is joined to it, and each key once', () => {
    expect(joinRings([bytes(3)], ring)).toEqual([bytes(3), bytes(1), bytes(2)]);
    expect(joinRings(ring, [bytes(2)])).toEqual(ring);
  });

  it('names keys without showing them', () => {
    expect(keyName(bytes(1))).toMatch(/^[0-9a-f]{16}$/);
    expect(keyName(bytes(1))).not.toBe(keyName(bytes(2)));
    expect(keyName(bytes(1))).not.toContain('0101');
  });
});

import { describe, expect, it } from 'vitest';
import { addressText, readDoorAddress } from './door-address.ts';

describe('an address that a person types', () => {
  it.each([
    ['192.168.1.10', '192.168.1.10:4871'],
    [' 192.168.1.10:5000 ', '192.168.1.10:5000'],
    ['hub.local', 'hub.local:4871'],
    ['http://192.168.1.10:4871/', '192.168.1.10:4871'],
    ['fe80::1', '[fe80::1]:4871'],
    ['[fe80::1]:5000', '[fe80::1]:5000'],
  ])('%s is a door', (text, meant) => {
    const address = readDoorAddress(text);
    expect(address && addressText(address)).toBe(meant);
  });

  it.each(['', ' ', '192.168.1.10:0', '192.168.1.10:99999', 'a b', 'hub/seat/A07', 'user@'.padEnd(300, 'x')])(
    'the text “%s” is none',
    (text) => expect(readDoorAddress(text)).toBe(null),
  );
});

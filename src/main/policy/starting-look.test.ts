import { describe, expect, it } from 'vitest';
import { effectivePolicy } from '../../shared/policy/effective-policy.ts';
import { readSettingsFile } from '../../shared/policy/read-settings-file.ts';
import { seatLabel } from '../../shared/records/ids.ts';
import { pageAddress, pageFileAt } from '../windows/page-address.ts';
import { startingLook } from './starting-look.ts';

const seat = { surface: 'seat', seat: seatLabel.parse('A07') } as const;
const policyOf = (name: 'policy-file' | 'user-file', text: string) =>
  effectivePolicy([
    readSettingsFile({ name, where: name }, Buffer.from(text), (bytes) =>
      Buffer.from(bytes).toString('utf8'),
    ),
  ]);

describe('how pages begin', () => {
  it('is left to them where nothing is set', () => {
    expect(pageAddress(seat, startingLook(effectivePolicy([])))).toBe('app://nghisu/seat/A07');
  });

  it('is told in their address, with what IT has fixed', () => {
    const lock = startingLook(policyOf('policy-file', '{"terminal.idleLockMinutes": 0}'));
    expect(pageAddress(seat, lock)).toBe('app://nghisu/seat/A07?idleLock=0');
    const own = startingLook(policyOf('user-file', '{"language": "en"}'));
    expect(pageAddress(seat, own)).toBe('app://nghisu/seat/A07?language=en');
    const fixed = startingLook(policyOf('policy-file', '{"language": "vi", "largeText": true}'));
    const address = pageAddress(seat, fixed);
    expect(address).toBe('app://nghisu/seat/A07?language=vi&largeText=true&fixed=language+largeText');
    expect(pageFileAt(address)?.path).toBe('index.html');
  });
});

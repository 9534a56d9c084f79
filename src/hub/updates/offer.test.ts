import { describe, expect, it } from 'vitest';
import type { KeptRelease, RollOutTo } from '../../shared/protocol/updates.ts';
import { seatLabel } from '../../shared/records/ids.ts';
import { offerTo } from './offer.ts';

const seat = (label: string) => ({ surface: 'seat', seat: seatLabel.parse(label) }) as const;
const chair = { surface: 'chair', seat: null } as const;
const release: KeptRelease = {
  version: '1.2.0',
  releasedAt: '',
  notes: '',
  bytes: 1,
  installations: ['windows', 'deb'],
};
const on = (target: RollOutTo) => ({ rollOut: { version: '1.2.0', target }, releases: [release] });
const runs = (version: string, installation: 'deb' | 'appimage' | 'other' = 'deb') => ({
  version,
  installation,
});

describe('what a terminal is offered', () => {
  it('is nothing to nobody, the release to those named, and to everybody', () => {
    const some: RollOutTo = { to: 'some', terminals: ['seat:A07', 'chair'] };
    expect(offerTo(seat('A07'), runs('1.1.0'), on({ to: 'nobody' }))).toBeNull();
    expect(offerTo(seat('A07'), runs('1.1.0'), on(some))).toBe('1.2.0');
    expect(offerTo(chair, runs('1.1.0'), on(some))).toBe('1.2.0');
    expect(offerTo(seat('A08'), runs('1.1.0'), on(some))).toBeNull();
    expect(offerTo(seat('A08'), runs('1.1.0'), on({ to: 'all' }))).toBe('1.2.0');
  });

  it('is never the version that it runs, nor an older one, nor one without an installer for it', () => {
    const all = on({ to: 'all' });
    expect(offerTo(chair, runs('1.2.0'), all)).toBeNull();
    expect(offerTo(chair, runs('1.3.0'), all)).toBeNull();
    expect(offerTo(chair, runs('not a version'), all)).toBeNull();
    expect(offerTo(chair, runs('1.1.0', 'appimage'), all)).toBeNull();
    expect(offerTo(chair, runs('1.1.0', 'other'), all)).toBeNull();
    expect(offerTo(chair, runs('1.1.0'), { ...all, releases: [] })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { limits } from '../protocol/limits.ts';
import { RoundTrip } from './round-trip.ts';

describe('the latency of a link', () => {
  it('is the median of the last pings, so that one that waited behind a page does not count', () => {
    const trip = new RoundTrip();
    expect(trip.medianMs).toBeNull();
    for (const took of [4, 3, 900, 5, 4]) trip.measure({ at: 1_000 }, 1_000 + took);
    expect(trip.medianMs).toBe(4);
  });

  it('follows a line that has become slow', () => {
    const trip = new RoundTrip();
    for (let time = 0; time < 20; time += 1) trip.measure({ at: 0 }, time < 10 ? 2 : 300);
    expect(trip.medianMs).toBe(300);
  });

  it('takes no ping during which the clock was set', () => {
    const trip = new RoundTrip();
    trip.measure({ at: 5_000 }, 1_000);
    trip.measure({ at: 5_000 }, 5_000 + limits.silenceMs + 1);
    expect(trip.medianMs).toBeNull();
    trip.measure({ at: 5_000 }, 5_007);
    trip.forget();
    expect(trip.medianMs).toBeNull();
  });
});

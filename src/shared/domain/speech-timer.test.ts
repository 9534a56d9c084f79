import { describe, expect, it } from 'vitest';
import { elapsedMs, pausedUntil, timerOf, type TimedSpeech } from './speech-timer.ts';

const minute = 60_000;
const started: TimedSpeech = {
  limitMs: 5 * minute,
  startedAt: 1_000,
  pausedAt: null,
  pausedMs: 0,
  endedAt: null,
};

describe('[FLOOR-4] the timer of a speech', () => {
  it('runs from the start, warns in the last minute, and counts up in overtime', () => {
    expect(timerOf(started, 1_000 + minute)).toMatchObject({ leftMs: 4 * minute, phase: 'running' });
    expect(timerOf(started, 1_000 + 4 * minute)).toMatchObject({ leftMs: minute, phase: 'ending' });
    expect(timerOf(started, 1_000 + 5 * minute)).toMatchObject({ leftMs: 0, phase: 'ending' });
    expect(timerOf(started, 1_000 + 6 * minute)).toMatchObject({ leftMs: -minute, phase: 'over' });
  });

  it('stands still in a pause, which does not count afterwards', () => {
    const paused = { ...started, pausedAt: 1_000 + minute };
    expect(timerOf(paused, 99 * minute)).toMatchObject({ elapsedMs: minute, isPaused: true });
    const resumed = { ...started, pausedMs: pausedUntil(paused, 1_000 + 3 * minute) };
    expect(elapsedMs(resumed, 1_000 + 4 * minute)).toBe(2 * minute);
  });

  it('stays where it ended, and at zero before it began or while a clock is behind', () => {
    expect(elapsedMs({ ...started, endedAt: 1_000 + 2 * minute }, 99 * minute)).toBe(2 * minute);
    expect(elapsedMs({ ...started, startedAt: null }, 99 * minute)).toBe(0);
    expect(elapsedMs(started, 0)).toBe(0);
  });

  it('has no end without a limit', () => {
    expect(timerOf({ ...started, limitMs: null }, 99 * minute)).toMatchObject({
      leftMs: null,
      phase: 'free',
    });
  });
});

import type { Speech } from '../records/speech.ts';

/** From here to the end of the time to speak the timer warns, in milliseconds. */
export const warningMs = 60_000;

/** What of a speech its timer needs. */
export type TimedSpeech = Pick<Speech, 'limitMs' | 'startedAt' | 'pausedAt' | 'pausedMs' | 'endedAt'>;

/** The timer of a speech at a moment. `leftMs` is negative in overtime, and null without a limit. */
export interface SpeechTimer {
  readonly elapsedMs: number;
  readonly leftMs: number | null;
  readonly phase: 'free' | 'running' | 'ending' | 'over';
  readonly isPaused: boolean;
}

/** Milliseconds for which somebody has spoken, pauses left out; `now` is the room's time. */
export function elapsedMs(speech: TimedSpeech, now: number): number {
  if (speech.startedAt === null) return 0;
  const until = speech.endedAt ?? speech.pausedAt ?? now;
  return Math.max(0, until - speech.startedAt - speech.pausedMs);
}

/** The timer as every terminal computes it from the same record, with or without a link. */
export function timerOf(speech: TimedSpeech, now: number): SpeechTimer {
  const elapsed = elapsedMs(speech, now);
  const leftMs = speech.limitMs === null ? null : speech.limitMs - elapsed;
  return { elapsedMs: elapsed, leftMs, phase: phaseOf(leftMs), isPaused: speech.pausedAt !== null };
}

function phaseOf(leftMs: number | null): SpeechTimer['phase'] {
  if (leftMs === null) return 'free';
  if (leftMs < 0) return 'over';
  return leftMs <= warningMs ? 'ending' : 'running';
}

/** What a pause that ends at `at` adds to the time that does not count. */
export function pausedUntil(speech: TimedSpeech, at: number): number {
  return speech.pausedMs + (speech.pausedAt === null ? 0 : Math.max(0, at - speech.pausedAt));
}

import { expect, it } from 'vitest';
import type { Speech } from '../records/speech.ts';
import { speechTimes } from './speech-times.ts';

const aSpeech = (participantId: string, startedAt: number | null, endedAt: number | null): Speech =>
  ({
    participantId,
    name: `Đ/c ${participantId}`,
    startedAt,
    endedAt,
    pausedAt: null,
    pausedMs: 0,
  }) as Speech;

it('adds up the speeches of each person, the one that runs included, the longest first', () => {
  const times = speechTimes(
    [
      aSpeech('a', 0, 60_000),
      aSpeech('b', 60_000, 240_000),
      aSpeech('a', 240_000, null),
      aSpeech('c', null, null),
    ],
    270_000,
  );
  expect(times).toEqual([
    { participantId: 'b', name: 'Đ/c b', speeches: 1, spentMs: 180_000 },
    { participantId: 'a', name: 'Đ/c a', speeches: 2, spentMs: 90_000 },
  ]);
});

import type { ParticipantId } from '../records/ids.ts';
import type { Speech } from '../records/speech.ts';
import { elapsedMs } from './speech-timer.ts';

/** How often and how long one participant has spoken in all. */
export interface SpeechTimes {
  readonly participantId: ParticipantId;
  /** As in the latest speech. */
  readonly name: string;
  readonly speeches: number;
  readonly spentMs: number;
}

/** The times of everybody who has spoken or speaks, the longest first; `now` is the room's time. */
export function speechTimes(speeches: Iterable<Speech>, now: number): readonly SpeechTimes[] {
  const times = new Map<ParticipantId, SpeechTimes>();
  const begun = [...speeches].filter(({ startedAt }) => startedAt !== null);
  for (const speech of begun.toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0))) {
    const { participantId, name } = speech;
    const before = times.get(participantId);
    times.set(participantId, {
      participantId,
      name,
      speeches: (before?.speeches ?? 0) + 1,
      spentMs: (before?.spentMs ?? 0) + elapsedMs(speech, now),
    });
  }
  return [...times.values()].toSorted((a, b) => b.spentMs - a.spentMs || (a.name < b.name ? -1 : 1));
}

import type { Speech } from '../../../shared/records/speech.ts';
import { useFormat, useMessages } from '../../i18n/LanguageProvider.tsx';

/** A terminal that was this much later with a request than its own clock says had lost its link, in milliseconds. */
const noticeableDelayMs = 5_000;

/** What is said of a request or speech, the same on every surface. */
export interface SpeechWords {
  /** "A08 · Nguyễn Văn An". */
  readonly who: (speech: Speech) => string;
  /** Whom the speaker stands in for; null for nobody. */
  readonly standsIn: (speech: Speech) => string | null;
  /** Kind, registration, times. */
  readonly detail: (speech: Speech) => string;
}

/** The words for requests and speeches, in the language of this window. */
export function useSpeechWords(): SpeechWords {
  const { floor } = useMessages();
  const format = useFormat();
  const standsIn = ({ standsInFor }: Speech): string | null =>
    standsInFor === null ? null : floor.standsIn(standsInFor);
  return {
    who: ({ seat, name }) => (seat === null ? name : `${seat} · ${name}`),
    standsIn,
    detail(speech) {
      const { kind, registered, requestedAt, madeAt } = speech;
      const isDelayed = Math.abs(requestedAt - madeAt) > noticeableDelayMs;
      return [
        standsIn(speech),
        kind === 'speak' ? null : floor.kinds[kind],
        registered ? floor.registered : null,
        floor.requestedAt(format.time(requestedAt)),
        isDelayed ? floor.madeAt(format.time(madeAt)) : null,
      ]
        .filter((word) => word !== null)
        .join(' · ');
    },
  };
}

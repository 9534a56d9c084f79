import { useEffect, useState } from 'react';
import type { DocumentVersionId, MeetingId } from '../../../shared/records/ids.ts';
import { useSubmit } from '../../data/commands.ts';
import { createThrottle } from './throttle.ts';

interface Place {
  readonly versionId: DocumentVersionId;
  readonly page: number;
}

/** Pages are told to the room no more often than this, in milliseconds; the last one always is. */
const leastGapMs = 150;

/** The way of a presenter to lead the room's pages. */
export function usePresenting(meetingId: MeetingId | null): {
  readonly show: (place: Place) => void;
  readonly stop: () => void;
} {
  const submit = useSubmit();
  const [throttle] = useState(() =>
    createThrottle(leastGapMs, {
      after(ms, act) {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
    }),
  );
  useEffect(() => throttle.stop, [throttle]);
  const trouble = (reason: unknown): void => console.error('presentation:', reason);
  return {
    show(place) {
      if (meetingId === null) return;
      throttle.run(() => void submit('presentation/show', { meetingId, ...place }).catch(trouble));
    },
    stop() {
      throttle.stop();
      if (meetingId !== null) submit('presentation/stop', { meetingId }).catch(trouble);
    },
  };
}

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PointedPlace } from '../../../shared/protocol/point.ts';
import type { DocumentVersionId, MeetingId } from '../../../shared/records/ids.ts';
import type { PageZone } from '../../../shared/records/page-zone.ts';
import { useSubmit } from '../../data/commands.ts';
import { useBridge } from '../../data/data-context.ts';
import { createPointerTeller } from './pointer-teller.ts';
import { createThrottle } from './throttle.ts';

/** What is shown to the room: a page and what of it is in sight. */
export interface ShownPlace {
  readonly versionId: DocumentVersionId;
  readonly page: number;
  readonly zone: PageZone | null;
}

/** Pages are told to the room no more often than this, in milliseconds; the last one always is. */
const leastGapMs = 150;

/** The way of a presenter to lead the room's pages. The same functions at every render. */
export interface Presenting {
  readonly show: (place: ShownPlace) => void;
  readonly stop: () => void;
  /** Points at a place; null: no longer. */
  readonly point: (at: PointedPlace | null) => void;
}

const timers = {
  after(ms: number, act: () => void) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

export function usePresenting(meetingId: MeetingId | null): Presenting {
  const submit = useSubmit();
  const { hub } = useBridge();
  const [throttle] = useState(() => createThrottle(leastGapMs, timers));
  const [point] = useState(() => createPointerTeller((at) => hub.point(at), timers));
  useEffect(
    () => () => {
      throttle.stop();
      point(null);
    },
    [throttle, point],
  );
  const show = useCallback(
    ({ zone, ...place }: ShownPlace) => {
      if (meetingId === null) return;
      const payload = { meetingId, ...place, ...(zone === null ? {} : { zone }) };
      throttle.run(() => void submit('presentation/show', payload).catch(trouble));
    },
    [meetingId, throttle, submit],
  );
  const stop = useCallback(() => {
    throttle.stop();
    point(null);
    if (meetingId !== null) submit('presentation/stop', { meetingId }).catch(trouble);
  }, [meetingId, throttle, point, submit]);
  return useMemo(() => ({ show, stop, point }), [show, stop, point]);
}

function trouble(reason: unknown): void {
  console.error('presentation:', reason);
}

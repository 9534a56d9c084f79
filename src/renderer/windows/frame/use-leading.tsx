import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { DocumentVersionId, MeetingId } from '../../../shared/records/ids.ts';
import { PointerMark } from '../../features/presentation/PointerMark.tsx';
import { PointingSurface } from '../../features/presentation/PointingSurface.tsx';
import { usePresenterPointer } from '../../features/presentation/use-pointer.ts';
import { usePresenting, type ShownPlace } from '../../features/presentation/use-presenting.ts';
import type { PageFrame } from '../../view/page-frame.ts';

/** How a window leads the pages of the room. */
export interface Leading {
  readonly isPointing: boolean;
  readonly setPointing: (isPointing: boolean) => void;
  /** Begins to lead at the place that is in sight. */
  readonly begin: () => void;
  readonly stop: () => void;
  /** Takes note of the place in sight, and shows it to the room while leading. */
  readonly moved: (place: ShownPlace) => void;
  /** Drawn over each page: where one points while leading, or where the one who leads points. */
  readonly layer: (frame: PageFrame) => ReactNode;
}

/** Joins a reader with the presentation: what is in sight here is what the room is shown, while `isLeading`; `isLed` while it is shown by another. */
export function useLeading(
  meetingId: MeetingId | null,
  versionId: DocumentVersionId | null,
  isLeading: boolean,
  isLed: boolean,
): Leading {
  const { show, stop, point } = usePresenting(meetingId);
  const [isPointing, setPointing] = useState(false);
  const pointer = usePresenterPointer();
  const place = useRef<ShownPlace | null>(null);
  // From the wish to stop until the room has heard of it: a page that is turned or settles meanwhile leads nobody.
  const isStopping = useRef(false);
  if (!isLeading && isPointing) setPointing(false);
  const isOn = isLeading && isPointing && versionId !== null;
  useEffect(() => {
    if (isOn) return () => point(null);
    return undefined;
  }, [isOn, point]);
  useEffect(() => {
    if (!isLeading) isStopping.current = false;
  }, [isLeading]);
  const layer = useCallback(
    (frame: PageFrame) => {
      if (versionId === null) return null;
      if (isOn) return <PointingSurface versionId={versionId} frame={frame} onPoint={point} />;
      return isLed && <PointerMark pointer={pointer} versionId={versionId} frame={frame} />;
    },
    [isOn, isLed, versionId, point, pointer],
  );
  return {
    isPointing,
    setPointing,
    stop: () => {
      isStopping.current = true;
      stop();
    },
    layer,
    begin: () => {
      isStopping.current = false;
      if (place.current !== null) show(place.current);
    },
    moved(now) {
      const before = place.current;
      place.current = now;
      if (isLeading && !isStopping.current && !isSamePlace(before, now)) show(now);
    },
  };
}

function isSamePlace(one: ShownPlace | null, other: ShownPlace): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

import { useEffect, useState } from 'react';
import { limits } from '../../../shared/protocol/limits.ts';
import type { PointedPlace } from '../../../shared/protocol/point.ts';
import { useBridge } from '../../data/data-context.ts';
import { useWatchable } from '../../data/use-watchable.ts';

/** Where the presenter points; null when nowhere, and when it has not been renewed for long. */
export function usePresenterPointer(): PointedPlace | null {
  const { hub } = useBridge();
  const pointer = useWatchable(hub.pointer);
  const [gone, setGone] = useState<PointedPlace | null>(null);
  useEffect(() => {
    if (pointer === null) return;
    const timer = setTimeout(() => setGone(pointer), limits.pointerGoneMs);
    return () => clearTimeout(timer);
  }, [pointer]);
  return pointer === gone ? null : pointer;
}

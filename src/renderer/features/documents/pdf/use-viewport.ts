import { useEffect, useState, type RefObject } from 'react';
import type { Viewport } from './page-size.ts';

/** The inner size of an element, without its scroll bars; nothing before it has been measured. */
export function useViewport(element: RefObject<HTMLElement | null>): Viewport | null {
  const [viewport, setViewport] = useState<Viewport | null>(null);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = target;
      setViewport((last) => (last?.width === width && last.height === height ? last : { width, height }));
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return viewport;
}

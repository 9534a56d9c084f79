import { useEffect, useRef, type RefObject } from 'react';
import { boundedScale } from './zoom.ts';

/** Zooming by two fingers, or by the wheel with Ctrl held (which is also what a touchpad's fingers say). */
interface ZoomGestures {
  /** The scale of the page being read now. */
  readonly scale: number;
  /** To show pages at another scale, with what is at this point of the screen kept there. */
  readonly onZoom: (scale: number, point: { readonly x: number; readonly y: number }) => void;
}

/** A notch of the wheel zooms by a tenth. */
const perWheelPixel = 0.001;

/** Watches an element for gestures that zoom; everything else is left to the browser. */
export function useZoomGestures(element: RefObject<HTMLElement | null>, gestures: ZoomGestures): void {
  const latest = useRef(gestures);
  useEffect(() => {
    latest.current = gestures;
  });
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const zoom = (scale: number, x: number, y: number): void => {
      const edge = target.getBoundingClientRect();
      latest.current.onZoom(boundedScale(scale), { x: x - edge.left, y: y - edge.top });
    };
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
      const factor = Math.exp(-event.deltaY * lines * perWheelPixel);
      zoom(latest.current.scale * factor, event.clientX, event.clientY);
    };
    let start: { readonly apart: number; readonly scale: number } | null = null;
    const touch = (event: TouchEvent): void => {
      const [one, other] = event.touches;
      if (event.touches.length !== 2 || one === undefined || other === undefined) {
        start = null;
        return;
      }
      event.preventDefault();
      const apart = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      if (start === null || event.type === 'touchstart') {
        start = { apart: Math.max(1, apart), scale: latest.current.scale };
        return;
      }
      const [x, y] = [(one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2];
      zoom((start.scale * apart) / start.apart, x, y);
    };
    const touches = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const;
    target.addEventListener('wheel', wheel, { passive: false });
    for (const name of touches) target.addEventListener(name, touch, { passive: false });
    return () => {
      target.removeEventListener('wheel', wheel);
      for (const name of touches) target.removeEventListener(name, touch);
    };
  }, [element]);
}

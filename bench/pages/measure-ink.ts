import { createLiveInk, type InkStyle } from '../../src/renderer/features/annotations/live-ink.ts';
import { createPageMover } from '../../src/renderer/features/annotations/page-mover.ts';
import { PenHand } from '../../src/renderer/features/annotations/pen-hand.ts';
import { pathOf, strokeOutline } from '../../src/renderer/features/annotations/stroke-path.ts';
import { createTouchRules } from '../../src/renderer/features/annotations/touch-rules.ts';
import type { InkPoint } from '../../src/shared/domain/annotations/ink-points.ts';
import type { InkArm, Measures } from './measures.ts';

const [width, height] = [1240, 1754];
const style: InkStyle = { tool: 'pen', color: 'blue', width: 2 };
const frame = { page: 1, width, height, scale: 1, rotation: 0, isInSight: true } as const;

/** A page that is being written on: what an event of the pen does, and the canvas that shows it. */
interface Sheet {
  readonly canvas: HTMLCanvasElement;
  readonly element: HTMLElement;
}

/** Measures from an event of the pen until its pixel can be read, at the end of a stroke that has grown long. */
export const inkMeasures: Pick<Measures, 'ink'> = {
  ink(arm, points) {
    const measuredFrom = Math.max(1, points - measured);
    const { element, canvas } = sheets[arm](measuredFrom);
    const context = canvas.getContext('2d');
    const delays: number[] = [];
    for (let at = 0; at < points; at += 1) {
      const place = placeAt(at);
      // What was drawn before is done before the first event that is measured.
      if (at === measuredFrom) context?.getImageData(0, 0, 1, 1);
      const begun = performance.now();
      element.dispatchEvent(penEvent(at === 0 ? 'pointerdown' : 'pointermove', place));
      if (at < measuredFrom) continue;
      const pixel = context?.getImageData(Math.round(place.x), Math.round(place.y), 1, 1).data;
      if (pixel === undefined || pixel[3] === 0) throw new Error(`${arm}: point ${at} has not been drawn`);
      delays.push(performance.now() - begun);
    }
    element.remove();
    return Promise.resolve(delays);
  },
};

/** So many points at the end are measured. */
const measured = 40;

const sheets: Readonly<Record<InkArm, (measuredFrom: number) => Sheet>> = {
  ours() {
    const sheet = newSheet();
    const live = createLiveInk(sheet.canvas);
    const mover = createPageMover(ignore);
    const hand = new PenHand({ rules: createTouchRules(), mover, tool: () => ({ kind: 'ink', style }) });
    const page = { frame: () => frame, live: () => live };
    hand.attach(sheet.element, {
      ...page,
      onStroke: ignore,
      onErase: ignore,
      onEraseEnd: ignore,
      onNote: ignore,
    });
    return sheet;
  },
  /** The whole outline at every event, as the examples of perfect-freehand do it; at those that are measured here. */
  outline: (measuredFrom) =>
    plainSheet((context, points) => {
      if (points.length <= measuredFrom) return;
      context.clearRect(0, 0, width, height);
      context.fill(new Path2D(pathOf(strokeOutline(points, style.tool, style.width))));
    }),
  /** A line from the last point to this one: the least that can be done. */
  line: () =>
    plainSheet((context, points) => {
      const [from, to] = [points.at(-2), points.at(-1)];
      if (from === undefined || to === undefined) return;
      context.lineWidth = style.width;
      context.lineCap = 'round';
      context.beginPath();
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
      context.stroke();
    }),
};

function plainSheet(draw: (context: CanvasRenderingContext2D, points: readonly InkPoint[]) => void): Sheet {
  const sheet = newSheet();
  const context = sheet.canvas.getContext('2d', { desynchronized: true });
  const points: InkPoint[] = [];
  const listen = (event: PointerEvent): void => {
    points.push({ x: event.clientX, y: event.clientY, pressure: event.pressure });
    if (context !== null) draw(context, points);
  };
  sheet.element.addEventListener('pointerdown', listen);
  sheet.element.addEventListener('pointermove', listen);
  return sheet;
}

function newSheet(): Sheet {
  const element = document.createElement('div');
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  element.style.cssText = `position: absolute; inset: 0 auto auto 0; width: ${width}px; height: ${height}px`;
  element.append(canvas);
  document.body.append(element);
  // A made-up pointer cannot be captured.
  element.setPointerCapture = ignore;
  return { canvas, element };
}

/** Lines of writing down the page, three pixels from point to point. */
function placeAt(at: number): { readonly x: number; readonly y: number } {
  const perLine = 380;
  const line = Math.floor(at / perLine);
  const along = line % 2 === 0 ? at % perLine : perLine - (at % perLine);
  return { x: 40 + along * 3, y: 40 + line * 26 + 8 * Math.sin(at / 5) };
}

function penEvent(type: string, { x, y }: { readonly x: number; readonly y: number }): PointerEvent {
  const pressure = 0.5;
  const pointer = { pointerId: 7, pointerType: 'pen', isPrimary: true, pressure, button: 0, buttons: 1 };
  return new PointerEvent(type, { ...pointer, clientX: x, clientY: y, bubbles: true, cancelable: true });
}

function ignore(): void {}

import type { InkPoint } from '../../../shared/domain/annotations/ink-points.ts';
import type { Stop } from '../../../shared/std/signal.ts';
import { toPageUnits, type PageFrame } from '../../view/page-frame.ts';
import type { InkStyle, LiveInk } from './live-ink.ts';
import type { PageMover } from './page-mover.ts';
import type { TouchRules } from './touch-rules.ts';

/** What is in the hand at this moment. */
export type HeldTool =
  | { readonly kind: 'ink'; readonly style: InkStyle }
  | { readonly kind: 'eraser' }
  | { readonly kind: 'note' };

interface Place {
  readonly x: number;
  readonly y: number;
}

/** One page that can be written on. All places are in page units. */
export interface WritablePage {
  frame(): PageFrame;
  /** Where a growing stroke is drawn. */
  live(): LiveInk | null;
  onStroke(points: readonly InkPoint[], style: InkStyle): void;
  onErase(from: Place, to: Place): void;
  onEraseEnd(): void;
  onNote(at: Place): void;
}

export interface PenHandPorts {
  readonly rules: TouchRules;
  readonly mover: PageMover;
  /** Null for a hand that is empty. */
  tool(): HeldTool | null;
}

interface Gesture {
  readonly pointerId: number;
  readonly kind: string;
  readonly page: WritablePage;
  readonly element: HTMLElement;
  readonly tool: HeldTool;
  readonly points: InkPoint[];
  /** Where the pointer was last, in CSS pixels of the window. */
  last: Place;
}

/** The button of a pen that is held the other way round. */
const eraserButton = 32;
/** A finger that has drawn no more than this when a second one comes was about to move the page. */
const startPoints = 8;

/** The one hand that writes on the pages of a window: takes pointers, gives strokes. Draws before it returns. */
export class PenHand {
  readonly #ports: PenHandPorts;
  #gesture: Gesture | null = null;

  constructor(ports: PenHandPorts) {
    this.#ports = ports;
  }

  /** Writes on `page` wherever pointers touch `element`, which covers it. */
  attach(element: HTMLElement, page: WritablePage): Stop {
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener('pointerdown', (event) => this.#down(event, element, page), { signal });
    element.addEventListener('pointermove', (event) => this.#move(event), { signal });
    element.addEventListener('pointerup', (event) => this.#up(event), { signal });
    element.addEventListener('pointercancel', (event) => this.#up(event), { signal });
    // Two touches of a resting hand would be a pinch to the viewer.
    const guard = (event: TouchEvent): void => {
      if (!this.#ports.mover.isPinch()) event.stopPropagation();
    };
    element.addEventListener('touchstart', guard, { signal, passive: true });
    element.addEventListener('touchmove', guard, { signal, passive: true });
    return () => {
      // The page has gone from under the hand; what was written on it stays.
      if (this.#gesture?.element === element) this.#finish(this.#gesture);
      stop.abort();
    };
  }

  #down(event: PointerEvent, element: HTMLElement, page: WritablePage): void {
    const held = this.#ports.tool();
    if (held === null || (event.pointerType === 'mouse' && event.button !== 0)) return;
    const role = this.#ports.rules.down({
      ...{ id: event.pointerId, kind: event.pointerType, timeMs: event.timeStamp },
      size: Math.max(event.width, event.height),
    });
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    if (role === 'move') this.#startMoving(event);
    if (role !== 'draw') return;
    this.#letTheBetterDraw(event.pointerType);
    const tool = (event.buttons & eraserButton) === 0 ? held : ({ kind: 'eraser' } as const);
    const { pointerId, pointerType: kind } = event;
    const last = { x: event.clientX, y: event.clientY };
    this.#gesture = { pointerId, kind, page, element, tool, points: [], last };
    this.#follow(this.#gesture, event);
  }

  #move(event: PointerEvent): void {
    this.#ports.rules.seen({ kind: event.pointerType, timeMs: event.timeStamp });
    const gesture = this.#gesture;
    if (gesture?.pointerId === event.pointerId) this.#follow(gesture, event);
    else this.#ports.mover.move({ id: event.pointerId, x: event.clientX, y: event.clientY });
  }

  #up(event: PointerEvent): void {
    this.#ports.rules.seen({ kind: event.pointerType, timeMs: event.timeStamp });
    this.#ports.rules.up(event.pointerId);
    this.#ports.mover.up(event.pointerId);
    const gesture = this.#gesture;
    if (gesture?.pointerId !== event.pointerId) return;
    if (event.type === 'pointerup') this.#follow(gesture, event);
    // A pen that the system takes away has still written.
    if (event.type === 'pointercancel' && gesture.kind === 'touch') this.#drop();
    else this.#finish(gesture);
  }

  #startMoving(event: PointerEvent): void {
    const gesture = this.#gesture;
    this.#ports.mover.down({ id: event.pointerId, x: event.clientX, y: event.clientY });
    if (gesture?.kind !== 'touch') return;
    if (gesture.points.length > startPoints) {
      this.#finish(gesture);
      return;
    }
    this.#drop();
    this.#ports.mover.down({ id: gesture.pointerId, ...gesture.last });
  }

  /** The finger or palm that came down before the pen has not meant to draw. */
  #letTheBetterDraw(kind: string): void {
    const gesture = this.#gesture;
    if (gesture === null) return;
    if (gesture.kind === 'touch' && kind !== 'touch') this.#drop();
    else this.#finish(gesture);
  }

  #follow(gesture: Gesture, event: PointerEvent): void {
    const { page, tool, points } = gesture;
    const edge = gesture.element.getBoundingClientRect();
    const frame = page.frame();
    const together = event.getCoalescedEvents();
    gesture.last = { x: event.clientX, y: event.clientY };
    for (const each of together.length > 0 ? together : [event]) {
      const at = toPageUnits({ x: each.clientX - edge.left, y: each.clientY - edge.top }, frame);
      const before = points.at(-1);
      if (before !== undefined && Math.hypot(at.x - before.x, at.y - before.y) < nearest) continue;
      points.push({ ...at, pressure: pressureOf(each, before) });
      if (tool.kind === 'eraser') page.onErase(before ?? at, at);
    }
    if (tool.kind === 'ink') page.live()?.grow(points, tool.style);
  }

  #finish({ page, tool, points }: Gesture): void {
    this.#gesture = null;
    const [first] = points;
    if (tool.kind === 'eraser') page.onEraseEnd();
    else if (tool.kind === 'ink') page.onStroke(points, tool.style);
    else if (first !== undefined) page.onNote(first);
  }

  #drop(): void {
    const gesture = this.#gesture;
    this.#gesture = null;
    gesture?.page.live()?.clear();
    if (gesture?.tool.kind === 'eraser') gesture.page.onEraseEnd();
  }
}

/** Points nearer to the one before are the same, in page units. */
const nearest = 1 / 16;

/** Only a pen tells how hard it presses; where it is lifted it does as it did just before. */
function pressureOf({ pointerType, pressure, type }: PointerEvent, before: InkPoint | undefined): number {
  if (pointerType !== 'pen') return 0.5;
  return type === 'pointerup' ? (before?.pressure ?? 0.5) : pressure;
}

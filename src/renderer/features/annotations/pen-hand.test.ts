import { describe, expect, it } from 'vitest';
import type { InkPoint } from '../../../shared/domain/annotations/ink-points.ts';
import type { PageFrame } from '../../view/page-frame.ts';
import { createPageMover } from './page-mover.ts';
import { PenHand, type HeldTool } from './pen-hand.ts';
import { createTouchRules } from './touch-rules.ts';

const pen: HeldTool = { kind: 'ink', style: { tool: 'pen', color: 'blue', width: 2 } };
const frame: PageFrame = { page: 4, width: 1190, height: 1684, scale: 2, rotation: 0, isInSight: true };

type Pointer = readonly [kind: string, id: number];
/** Pixels of the window. */
type Place = readonly [x: number, y: number];

/** A page as the browser gives it, with what is written on it. */
function desk(tool: HeldTool | null = pen) {
  const strokes: (readonly InkPoint[])[] = [];
  const did: string[] = [];
  const scrolled = { y: 0 };
  const element = Object.assign(new EventTarget(), {
    setPointerCapture: () => undefined,
    getBoundingClientRect: () => ({ left: 100, top: 50 }),
  }) as unknown as HTMLElement;
  const mover = createPageMover((_, y) => {
    scrolled.y += y;
  });
  const hand = new PenHand({ rules: createTouchRules(), mover, tool: () => tool });
  const detach = hand.attach(element, {
    frame: () => frame,
    live: () => ({
      grow: () => did.push('grow'),
      clear: () => did.push('clear'),
      setMatrix: () => undefined,
    }),
    onStroke: (points) => strokes.push([...points]),
    onErase: () => did.push('erase'),
    onEraseEnd: () => did.push('erased'),
    onNote: ({ x, y }) => did.push(`note ${x} ${y}`),
  });
  const send = (type: string, [kind, id]: Pointer, [x, y]: Place, more: object = {}) => {
    const event = Object.assign(new Event(`pointer${type}`, { cancelable: true }), {
      ...{ pointerType: kind, pointerId: id, clientX: x, clientY: y, button: 0, buttons: 1 },
      ...{ pressure: 0.8, width: 10, height: 10, getCoalescedEvents: () => [] },
      ...more,
    });
    element.dispatchEvent(event);
  };
  return { send, strokes, did, scrolled, detach };
}

describe('the hand that writes', () => {
  it('gives a stroke in page units, with the pressure of the pen up to where it is lifted', () => {
    const { send, strokes, did } = desk();
    send('down', ['pen', 1], [120, 70]);
    send('move', ['pen', 1], [140, 90]);
    expect(did).toEqual(['grow', 'grow']);
    send('up', ['pen', 1], [160, 90], { pressure: 0 });
    expect(strokes).toEqual([
      [
        { x: 10, y: 10, pressure: 0.8 },
        { x: 20, y: 20, pressure: 0.8 },
        { x: 30, y: 20, pressure: 0.8 },
      ],
    ]);
  });

  it('takes every point that came together with an event', () => {
    const { send, strokes } = desk();
    const point = (x: number) => ({
      clientX: x,
      clientY: 70,
      pressure: 0.5,
      pointerType: 'pen',
      type: 'pointermove',
    });
    send('down', ['pen', 1], [120, 70]);
    send('move', ['pen', 1], [150, 70], { getCoalescedEvents: () => [point(130), point(140), point(150)] });
    send('up', ['pen', 1], [150, 70]);
    expect(strokes[0]?.map(({ x }) => x)).toEqual([10, 15, 20, 25]);
  });

  it('forgets what a palm drew before the pen came down, and hears no palm after it', () => {
    const { send, strokes } = desk();
    send('down', ['touch', 7], [300, 300]);
    send('move', ['touch', 7], [310, 300]);
    send('down', ['pen', 1], [120, 70]);
    send('down', ['touch', 8], [320, 320]);
    send('move', ['touch', 8], [330, 330]);
    send('up', ['touch', 8], [330, 330]);
    send('up', ['pen', 1], [140, 70]);
    send('up', ['touch', 7], [310, 300]);
    expect(strokes).toHaveLength(1);
    expect(strokes[0]?.[0]).toMatchObject({ x: 10, y: 10 });
  });

  it('moves the page with two fingers, and leaves no dot of the first', () => {
    const { send, strokes, scrolled } = desk();
    send('down', ['touch', 1], [300, 300]);
    send('down', ['touch', 2], [400, 300]);
    send('move', ['touch', 1], [300, 260]);
    send('move', ['touch', 2], [400, 260]);
    send('up', ['touch', 1], [300, 260]);
    send('up', ['touch', 2], [400, 260]);
    expect(scrolled.y).toBe(40);
    expect(strokes).toEqual([]);
  });

  it('keeps what a pen wrote when the system takes it away, or the page goes', () => {
    const { send, strokes, detach } = desk();
    send('down', ['pen', 1], [120, 70]);
    send('cancel', ['pen', 1], [120, 70]);
    send('down', ['pen', 2], [220, 70]);
    detach();
    expect(strokes).toHaveLength(2);
  });

  it('erases with the other end of the pen, whatever tool is in hand', () => {
    const { send, strokes, did } = desk();
    send('down', ['pen', 1], [120, 70], { buttons: 32 });
    send('up', ['pen', 1], [120, 70]);
    expect(did).toEqual(['erase', 'erased']);
    expect(strokes).toEqual([]);
  });

  it('puts a note where it is touched, and does nothing with an empty hand or another button', () => {
    const noting = desk({ kind: 'note' });
    noting.send('down', ['mouse', 1], [120, 70]);
    noting.send('up', ['mouse', 1], [120, 70]);
    expect(noting.did).toEqual(['note 10 10']);
    const empty = desk(null);
    empty.send('down', ['mouse', 1], [120, 70]);
    empty.send('up', ['mouse', 1], [120, 70]);
    const aside = desk();
    aside.send('down', ['mouse', 1], [120, 70], { button: 2 });
    aside.send('up', ['mouse', 1], [120, 70]);
    expect([...empty.strokes, ...aside.strokes]).toEqual([]);
  });
});

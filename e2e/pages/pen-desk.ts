import type { CDPSession, Locator, Page } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import type { SeatPage } from './seat-page.ts';

/** A place on a page, as shares of its width and height. */
export type Spot = readonly [x: number, y: number];

/** The pens of a seat and what is written with them. Pointers are the browser's own, not made up in the page. */
export class PenDesk {
  readonly seat: SeatPage;
  readonly #page: Page;

  constructor(seat: SeatPage) {
    this.seat = seat;
    this.#page = seat.page;
  }

  get bar(): Locator {
    return this.#page.getByRole('toolbar', { name: 'Bút và ghi chú cá nhân' });
  }

  get side(): Locator {
    return this.#page.getByRole('complementary', { name: 'Ghi chú cá nhân' });
  }

  tool(name: string): Locator {
    return this.bar.getByRole('button', { name });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Bút', exact: true }).click();
    await expect(this.bar).toBeVisible();
  }

  /** Goes to a page by its number and waits until it can be read. */
  async goTo(page: number): Promise<void> {
    await this.seat.pageNumber.fill(String(page));
    await this.seat.pageNumber.press('Enter');
    await expect(this.seat.pageNumber).toHaveValue(String(page));
    await expect(this.seat.drawnPage(page)).toBeVisible();
  }

  /** Pixels of the window for spots of a page. */
  async spots(
    page: number,
    ...spots: readonly Spot[]
  ): Promise<{ readonly x: number; readonly y: number }[]> {
    const box = await this.seat.drawnPage(page).boundingBox();
    if (box === null) throw new Error(`page ${page} is not on the screen`);
    return spots.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
  }

  /** One stroke with a pen that presses harder towards its end. */
  async write(page: number, from: Spot, to: Spot): Promise<void> {
    await this.#stroke(page, from, to, true);
  }

  /** As {@link write}, and the pen stays on the page. */
  async press(page: number, from: Spot, to: Spot): Promise<void> {
    await this.#stroke(page, from, to, false);
  }

  async #stroke(page: number, from: Spot, to: Spot, isLifted: boolean): Promise<void> {
    const cdp = await this.#page.context().newCDPSession(this.#page);
    const steps = 24;
    const way = Array.from({ length: steps + 1 }, (_, at): Spot => {
      const along = at / steps;
      return [from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along + 0.01 * Math.sin(at)];
    });
    const places = await this.spots(page, ...way);
    for (const [at, place] of places.entries()) {
      const isLast = isLifted && at === steps;
      const type = at === 0 ? 'mousePressed' : isLast ? 'mouseReleased' : 'mouseMoved';
      // oxlint-disable-next-line no-await-in-loop
      await pen(cdp, type, place, 0.2 + (0.7 * at) / steps);
    }
    await cdp.detach();
  }

  /** Fingers that go down together, move together and are lifted together, by pixels of the window. */
  async touch(
    page: number,
    fingers: readonly Spot[],
    by: { readonly x: number; readonly y: number },
  ): Promise<void> {
    const cdp = await this.#page.context().newCDPSession(this.#page);
    await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
    const from = await this.spots(page, ...fingers);
    const steps = 8;
    const points = (at: number) =>
      from.map(({ x, y }, id) => ({ x: x + (by.x * at) / steps, y: y + (by.y * at) / steps, id }));
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
    for (let at = 1; at <= steps; at += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(at) });
    }
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await cdp.detach();
  }

  /** The box around what is written on a page, in shares of it; null when nothing is. */
  async inkOn(page: number, kind: 'ink' | 'mark' = 'ink'): Promise<InkBox | null> {
    const canvas = this.#page.locator(
      `[data-page="${page}"] canvas[data-ink="written"][data-kind="${kind}"]`,
    );
    if ((await canvas.count()) === 0) return null;
    return canvas.evaluate(boxOfInk);
  }
}

export interface InkBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

async function pen(
  cdp: CDPSession,
  type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
  { x, y }: { readonly x: number; readonly y: number },
  force: number,
): Promise<void> {
  const button = { button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 } as const;
  await cdp.send('Input.dispatchMouseEvent', { type, x, y, force, pointerType: 'pen', ...button });
}

/** Runs in the page. */
function boxOfInk(element: SVGElement | HTMLElement): InkBox | null {
  const canvas = element as HTMLCanvasElement;
  const { width, height } = canvas;
  const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let at = 3; at < data.length; at += 4) {
    if (Number(data[at]) < 128) continue;
    const [x, y] = [((at - 3) / 4) % width, Math.floor((at - 3) / 4 / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (right < 0) return null;
  return { left: left / width, top: top / height, right: right / width, bottom: bottom / height };
}

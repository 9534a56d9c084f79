import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchCorner } from './watch-corner.ts';

/** As much of a window as listens and waits. */
class Page extends EventTarget {
  readonly setTimeout = (run: () => void, ms: number): number => setTimeout(run, ms) as unknown as number;
  readonly clearTimeout = (timer: number): void => clearTimeout(timer);

  pointer(type: string, clientX: number, clientY: number, isPrimary = true): void {
    this.dispatchEvent(Object.assign(new Event(type), { clientX, clientY, isPrimary }));
  }
}

describe('a long press in the corner', () => {
  let page: Page;
  const held = vi.fn();
  beforeEach(() => {
    vi.useFakeTimers();
    held.mockReset();
    page = new Page();
    watchCorner(page as unknown as Window, held);
  });
  afterEach(() => void vi.useRealTimers());

  it('asks once, after four seconds, although the finger trembles', () => {
    page.pointer('pointerdown', 10, 12);
    page.pointer('pointermove', 20, 20);
    vi.advanceTimersByTime(3_999);
    expect(held).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(held).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['that ends sooner', () => page.pointer('pointerup', 10, 10)],
    ['that is taken over by a scroll', () => page.pointer('pointercancel', 10, 10)],
    ['that wanders off', () => page.pointer('pointermove', 60, 10)],
    ['followed by a second finger', () => page.pointer('pointerdown', 200, 10, false)],
  ])('%s asks nothing', (_what, end) => {
    page.pointer('pointerdown', 10, 10);
    vi.advanceTimersByTime(2_000);
    end();
    vi.advanceTimersByTime(10_000);
    expect(held).not.toHaveBeenCalled();
  });

  it('elsewhere asks nothing', () => {
    page.pointer('pointerdown', 60, 10);
    page.pointer('pointerdown', 10, 60);
    vi.advanceTimersByTime(10_000);
    expect(held).not.toHaveBeenCalled();
  });
});

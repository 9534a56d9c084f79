import { describe, expect, it } from 'vitest';
import { layOut } from './page-layout.ts';
import { pageGap, type PageSize } from './page-size.ts';
import { ScrollPosition } from './scroll-position.ts';

const a4: PageSize = { width: 794, height: 1123, isMeasured: true };
const viewport = { width: 826, height: 700 };
const layout = layOut([a4, a4, a4], { scale: 1 }, viewport);
const topOfPage = (page: number) => ({ page, fraction: 0 });
const topOf = (page: number): number => (layout.boxes[page - 1]?.top ?? 0) - pageGap;

/** An element that scrolls no further than its content reaches. */
function scrollerOf(height = layout.height) {
  let top = 0;
  return {
    scrollLeft: 0,
    clientWidth: viewport.width,
    get scrollTop() {
      return top;
    },
    set scrollTop(wanted: number) {
      top = Math.max(0, Math.min(height - viewport.height, wanted));
    },
  };
}

function at(page: number) {
  const position = new ScrollPosition(topOfPage(page));
  const scroller = scrollerOf();
  position.attach(scroller);
  position.restore(layout);
  return { position, scroller };
}

describe('the scroll position of pages', () => {
  it('begins at the page it was made for', () => {
    const { position, scroller } = at(2);
    expect(scroller.scrollTop).toBe(topOf(2));
    expect(position.top.get()).toBe(topOf(2));
  });

  it('tells whose movement it was', () => {
    const { position, scroller } = at(1);
    expect(position.scrolled(layout, viewport)).toBe('prop');
    position.goTo(layout, topOfPage(2), 'person');
    expect(position.scrolled(layout, viewport)).toBe('person');
    position.goTo(layout, topOfPage(3), 'prop');
    expect(position.scrolled(layout, viewport)).toBe('prop');
    scroller.scrollTop -= 40;
    expect(position.scrolled(layout, viewport)).toBe('person');
  });

  it('knows its own movement where the column ends before the page comes to the top', () => {
    const short = layOut([a4, { ...a4, height: 100 }], { scale: 1 }, viewport);
    const position = new ScrollPosition(topOfPage(1));
    const scroller = scrollerOf(short.height);
    position.attach(scroller);
    position.goTo(short, topOfPage(2), 'prop');
    expect(scroller.scrollTop).toBeLessThan((short.boxes[1]?.top ?? 0) - pageGap);
    expect(position.scrolled(short, viewport)).toBe('prop');
  });

  it('keeps what a person reads in the middle of the screen when the zoom changes', () => {
    const { position, scroller } = at(1);
    scroller.scrollTop = 1500;
    position.scrolled(layout, viewport);
    const double = layOut([a4, a4, a4], { scale: 2 }, viewport);
    const before = (1500 + 350 - (layout.boxes[1]?.top ?? 0)) / a4.height;
    const wide = scrollerOf(double.height);
    position.attach(wide);
    position.restore(double);
    expect((wide.scrollTop + 350 - (double.boxes[1]?.top ?? 0)) / (2 * a4.height)).toBeCloseTo(before);
  });
});

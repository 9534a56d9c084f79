import { describe, expect, it } from 'vitest';
import { Pulse } from './pulse.ts';

/** A page and a clock of the test's making. */
class Page {
  now = 0;
  isHung = false;
  isCrowded = false;
  asked = 0;
  readonly hung: number[] = [];
  #due: { at: number; run: () => void } | null = null;
  readonly pulse = new Pulse({
    timers: {
      now: () => this.now,
      after: (ms, run) => {
        const due = { at: this.now + ms, run };
        this.#due = due;
        return () => {
          if (this.#due === due) this.#due = null;
        };
      },
    },
    ask: () => {
      this.asked += 1;
      if (this.isHung) return new Promise(() => undefined);
      return this.#held?.promise ?? Promise.resolve();
    },
    isCrowded: () => this.isCrowded,
    onHung: (silentMs) => void this.hung.push(silentMs),
  });

  #held: PromiseWithResolvers<void> | null = null;

  /** Answers nothing until it is let go. */
  hold(): void {
    this.#held = Promise.withResolvers();
  }

  letGo(): void {
    this.#held?.resolve();
    this.#held = null;
  }

  /** Lets time pass; `late` delays the next timer once, as a sleeping machine does. */
  async pass(ms: number, late = 0): Promise<void> {
    const end = this.now + ms;
    let delay = late;
    for (let due = this.#due; due !== null && due.at + delay <= end; due = this.#due) {
      this.now = due.at + delay;
      delay = 0;
      this.#due = null;
      due.run();
      // oxlint-disable-next-line no-await-in-loop
      await Promise.resolve();
    }
    this.now = end;
  }
}

describe('the pulse of a page', () => {
  it('is felt as long as it lives', async () => {
    const page = new Page();
    page.pulse.start();
    await page.pass(60_000);
    expect(page.asked).toBe(200);
    expect(page.hung).toEqual([]);
  });

  it('that has stopped is told once, after a second and a half and a beat at most', async () => {
    const page = new Page();
    page.pulse.start();
    await page.pass(1_000);
    page.isHung = true;
    await page.pass(1_600);
    expect(page.hung).toEqual([]);
    await page.pass(200);
    expect(page.hung).toEqual([1_500]);
    await page.pass(60_000);
    expect(page.hung).toEqual([1_500]);
  });

  it('is waited for four times as long while no processor has anything left', async () => {
    const page = new Page();
    page.pulse.start();
    page.isHung = true;
    page.isCrowded = true;
    await page.pass(6_000);
    expect(page.hung).toEqual([]);
    await page.pass(600);
    expect(page.hung).toEqual([6_000]);
  });

  it('of a page that only waited for its turn is felt again, and nothing is remembered against it', async () => {
    const page = new Page();
    page.pulse.start();
    for (let wait = 0; wait < 10; wait += 1) {
      page.isCrowded = true;
      page.hold();
      // oxlint-disable-next-line no-await-in-loop
      await page.pass(4_000);
      page.letGo();
      page.isCrowded = false;
      // oxlint-disable-next-line no-await-in-loop
      await page.pass(1_200);
    }
    expect(page.hung).toEqual([]);
  });

  it('begins anew when the page has been loaded again', async () => {
    const page = new Page();
    page.pulse.start();
    page.isHung = true;
    await page.pass(5_000);
    page.isHung = false;
    page.pulse.start();
    await page.pass(5_000);
    page.isHung = true;
    await page.pass(5_000);
    expect(page.hung).toHaveLength(2);
  });

  it('is not blamed on a page while the machine sleeps or main itself is busy', async () => {
    const page = new Page();
    page.pulse.start();
    await page.pass(300);
    page.isHung = true;
    for (let nap = 0; nap < 20; nap += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await page.pass(30_300, 30_000);
    }
    expect(page.hung).toEqual([]);
  });

  it('is not felt while the page is loaded', async () => {
    const page = new Page();
    page.pulse.start();
    page.isHung = true;
    await page.pass(800);
    page.pulse.stop();
    await page.pass(60_000);
    expect(page.hung).toEqual([]);
  });
});

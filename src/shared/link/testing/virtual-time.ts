import type { Stop } from '../../std/signal.ts';
import type { Timers } from '../../std/timers.ts';

interface Due {
  readonly at: number;
  /** Order of scheduling: what is due at one moment runs in the order it was asked for. */
  readonly order: number;
  run: (() => void) | null;
}

/** Time that passes only when a test says so. Everything scheduled runs in one repeatable order. */
export class VirtualTime {
  /** Milliseconds since the start. */
  nowMs = 0;
  readonly #heap: Due[] = [];
  #order = 0;

  /** Runs `task` `ms` from now, unless stopped before. */
  after(ms: number, task: () => void): Stop {
    const due: Due = { at: this.nowMs + Math.max(0, ms), order: this.#order, run: task };
    this.#order += 1;
    this.#push(due);
    return () => {
      due.run = null;
    };
  }

  /** Moves to the next task and runs it; false when none is left at or before `until`. */
  step(until = Number.POSITIVE_INFINITY): boolean {
    for (;;) {
      const next = this.#heap[0];
      if (next === undefined || next.at > until) return false;
      this.#pop();
      const { run } = next;
      if (run === null) continue;
      next.run = null;
      this.nowMs = Math.max(this.nowMs, next.at);
      run();
      return true;
    }
  }

  /** The clock and timers of one machine, whose clock may be off and may be set while it runs. */
  machine(clock: { offsetMs: number }): Timers {
    return { now: () => Math.floor(this.nowMs + clock.offsetMs), after: (ms, task) => this.after(ms, task) };
  }

  #push(due: Due): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(due);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isEarlier(due, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = due;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const child = this.#earlierChild(at);
      const below = heap[child];
      if (below === undefined || !isEarlier(below, last)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = last;
  }

  #earlierChild(at: number): number {
    const left = 2 * at + 1;
    const a = this.#heap[left];
    const b = this.#heap[left + 1];
    return a !== undefined && b !== undefined && isEarlier(b, a) ? left + 1 : left;
  }
}

function isEarlier(a: Due, b: Due): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

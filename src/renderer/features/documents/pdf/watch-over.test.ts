import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchOver } from './watch-over.ts';

afterEach(() => vi.useRealTimers());

describe('a watch', () => {
  it('lets work pass that ends in time', async () => {
    const onStuck = vi.fn<() => void>();
    const work = watchOver(Promise.resolve(5), { longestMs: 3_000, isPaused: () => false, onStuck });
    expect(await work).toBe(5);
    expect(onStuck).not.toHaveBeenCalled();
  });

  it('ends work that hangs, and does not count the time it waits for others', async () => {
    vi.useFakeTimers();
    let isPaused = true;
    const onStuck = vi.fn<() => void>();
    const forEver = new Promise<never>(() => undefined);
    const failed = watchOver(forEver, { longestMs: 3_000, isPaused: () => isPaused, onStuck }).catch(String);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onStuck).not.toHaveBeenCalled();
    isPaused = false;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(onStuck).toHaveBeenCalledOnce();
    expect(await failed).toContain('not done after 3000 ms');
  });
});

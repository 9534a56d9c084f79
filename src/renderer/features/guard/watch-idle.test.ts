import { describe, expect, it, vi } from 'vitest';
import { watchIdle } from './watch-idle.ts';

function setUp() {
  let now = 0;
  const alarms = new Map<() => void, number>();
  const target = new EventTarget();
  const onIdle = vi.fn();
  const stop = watchIdle(target, 1000, onIdle, {
    now: () => now,
    after: (ms, run) => {
      alarms.set(run, now + ms);
      return () => void alarms.delete(run);
    },
  });
  const pass = (ms: number): void => {
    now += ms;
    for (const [run, at] of [...alarms]) {
      if (at > now) continue;
      alarms.delete(run);
      run();
    }
  };
  return { target, onIdle, stop, pass, alarms };
}

describe('an idle terminal', () => {
  it('[AT-31] is noticed when nobody has touched it for the whole time', () => {
    const { target, onIdle, pass } = setUp();
    pass(999);
    target.dispatchEvent(new Event('pointerdown'));
    pass(1);
    pass(998);
    expect(onIdle).not.toHaveBeenCalled();
    pass(1);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it('is noticed when the machine has slept', () => {
    const { onIdle, pass } = setUp();
    pass(3_600_000);
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it('leaves nothing behind', () => {
    const { target, onIdle, stop, pass, alarms } = setUp();
    stop();
    target.dispatchEvent(new Event('keydown'));
    pass(5000);
    expect(onIdle).not.toHaveBeenCalled();
    expect(alarms.size).toBe(0);
  });
});

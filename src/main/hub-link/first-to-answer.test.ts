import { describe, expect, it } from 'vitest';
import { firstToAnswer, type Attempt } from './first-to-answer.ts';

/** Timers that a test moves by hand. */
function createHeldTimers() {
  let waiting: (() => void) | null = null;
  return {
    after(_ms: number, run: () => void) {
      waiting = run;
      return () => {
        if (waiting === run) waiting = null;
      };
    },
    isSet: () => waiting !== null,
    run: () => waiting?.(),
  };
}

function held(): { attempt: Attempt<string>; begun: () => boolean } & PromiseWithResolvers<string> {
  const settle = Promise.withResolvers<string>();
  let isBegun = false;
  const attempt: Attempt<string> = () => {
    isBegun = true;
    return settle.promise;
  };
  return { ...settle, attempt, begun: () => isBegun };
}

const setUp = () => {
  const timers = createHeldTimers();
  const discarded: string[] = [];
  const ports = { timers, patienceMs: 300, discard: (value: string) => void discarded.push(value) };
  return { timers, discarded, ports };
};

describe('addresses of one hub', () => {
  it('asks the first alone while that is quick', async () => {
    const { timers, ports } = setUp();
    const [first, second] = [held(), held()];
    const answer = firstToAnswer([first.attempt, second.attempt], ports);
    first.resolve('one');
    expect(await answer).toEqual({ value: 'one', at: 0 });
    expect([second.begun(), timers.isSet()]).toEqual([false, false]);
  });

  it('goes on at once when one fails, and beside one that is slow', async () => {
    const { timers, ports } = setUp();
    const [dead, slow, good] = [held(), held(), held()];
    const answer = firstToAnswer([dead.attempt, slow.attempt, good.attempt], ports);
    dead.reject(new Error('refused'));
    await expect.poll(() => slow.begun()).toBe(true);
    expect(good.begun()).toBe(false);
    timers.run();
    good.resolve('three');
    expect(await answer).toEqual({ value: 'three', at: 2 });
  });

  it('lets go of what answers after another one', async () => {
    const { timers, discarded, ports } = setUp();
    const [slow, good] = [held(), held()];
    const answer = firstToAnswer([slow.attempt, good.attempt], ports);
    timers.run();
    good.resolve('two');
    await answer;
    slow.resolve('one');
    await expect.poll(() => discarded).toEqual(['one']);
  });

  it('rejects with every reason when none answers, and when there is none', async () => {
    const { ports } = setUp();
    const fails =
      (name: string): Attempt<string> =>
      () =>
        Promise.reject(new Error(name));
    await expect(firstToAnswer([fails('a'), fails('b')], ports)).rejects.toMatchObject({
      errors: [{ message: 'a' }, { message: 'b' }],
    });
    await expect(firstToAnswer([], ports)).rejects.toBeInstanceOf(AggregateError);
  });
});

import { describe, expect, it } from 'vitest';
import { leapt, noHistory, stepped } from './place-history.ts';

const at = (page: number) => ({ page, fraction: 0.25 });

describe('the places one has leapt from', () => {
  it('lead back one by one and forward again', () => {
    const history = leapt(leapt(noHistory, at(1)), at(40));
    const back = stepped(history, 'back', at(12));
    expect(back?.to).toEqual(at(40));
    const further = back && stepped(back.history, 'back', back.to);
    expect(further?.to).toEqual(at(1));
    expect(further && stepped(further.history, 'back', at(1))).toBeNull();
    const forward = further && stepped(further.history, 'forward', further.to);
    expect(forward?.to).toEqual(at(40));
    expect(forward && stepped(forward.history, 'forward', forward.to)?.to).toEqual(at(12));
  });

  it('forget where forward was once one leaps elsewhere, and hold one place once', () => {
    const back = stepped(leapt(noHistory, at(1)), 'back', at(9));
    const again = back && leapt(leapt(back.history, at(1)), at(1));
    expect(again).toEqual({ back: [at(1)], forward: [] });
  });

  it('do not grow without bound', () => {
    const long = Array.from({ length: 500 }, (_, index) => at(index + 1)).reduce(leapt, noHistory);
    expect(long.back).toHaveLength(50);
    expect(long.back.at(-1)).toEqual(at(500));
  });
});

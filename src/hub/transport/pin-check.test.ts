import { describe, expect, it } from 'vitest';
import type { PinHash } from '../store/pin-hash.ts';
import { createPinCheck } from './pin-check.ts';

const kept: PinHash = { salt: 'aa', hash: 'bb', cost: 2, block: 8, lanes: 1 };

describe('checking PINs', () => {
  it('runs few at once, lets some wait, and turns the rest away', async () => {
    const finish: (() => void)[] = [];
    let most = 0;
    const check = createPinCheck(
      (pin) => {
        most = Math.max(most, finish.length + 1);
        return new Promise((resolve) => finish.push(() => resolve(pin === '1234')));
      },
      { atOnce: 2, waiting: 1 },
    );
    const answers = ['1234', '0000', '1234', '1234'].map((pin) => check(pin, kept));
    expect(await answers[3]).toBeNull();
    expect(finish).toHaveLength(2);
    for (const each of finish.splice(0)) each();
    expect(await Promise.all(answers.slice(0, 2))).toEqual([true, false]);
    for (const each of finish.splice(0)) each();
    expect(await answers[2]).toBe(true);
    expect(most).toBe(2);
  });

  it('gives its place back when a check fails', async () => {
    let broken = true;
    const check = createPinCheck(
      () => (broken ? Promise.reject(new Error('no memory')) : Promise.resolve(true)),
      {
        atOnce: 1,
        waiting: 5,
      },
    );
    await expect(check('1', kept)).rejects.toThrow('no memory');
    broken = false;
    expect(await check('1', kept)).toBe(true);
  });
});

import { expect, it } from 'vitest';
import { idleLockMsOf, usualIdleLockMs } from './use-idle-lock.ts';

it('a seat locks itself after the minutes that IT has set, or never', () => {
  expect(idleLockMsOf('?idleLock=12&language=vi')).toBe(720_000);
  expect(idleLockMsOf('?idleLock=0')).toBeNull();
  for (const search of ['', '?idleLock=', '?idleLock=soon', '?idleLock=-1'])
    expect(idleLockMsOf(search)).toBe(usualIdleLockMs);
});

import { describe, expect, it } from 'vitest';
import { meetingId, participantId } from '../records/ids.ts';
import type { LockState, LockStorage } from './guard-storage.ts';
import { Guard } from './guard.ts';
import { ok, refused } from '../std/result.ts';
import { guardedLock, guardedVault } from './guarded.ts';

const p1 = participantId.parse('p1');
const m1 = meetingId.parse('m1');

function setUp() {
  let kept: LockState | null = null;
  let isFull = false;
  let now = 0;
  const storage: LockStorage = {
    load: async () => kept,
    async keep(state) {
      if (isFull) throw new Error('no room');
      kept = state;
    },
  };
  const open = (): Promise<Guard> =>
    Guard.open({
      storage,
      // Tells PINs and salts apart, at no cost.
      stretch: async (pin, { salt }) => new TextEncoder().encode(`${pin}|${salt}`),
      timers: { now: () => now },
      randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
      recalled: [],
    });
  return {
    open,
    kept: () => kept,
    fill: () => (isFull = true),
    pass: (ms: number) => (now += ms),
  };
}

async function lockedGuard(room: ReturnType<typeof setUp>): Promise<Guard> {
  const guard = await room.open();
  guard.recallsAreKnown();
  await guard.signedIn(p1, '1234');
  await guard.lock();
  return guard;
}

describe('the guard of a terminal', () => {
  it('[INV-12] gives no byte of a document before it is known what has been recalled', async () => {
    const guard = await setUp().open();
    const vault = guardedVault(
      {
        progress: { get: () => [], subscribe: () => () => undefined },
        want: () => undefined,
        dropOthers: async () => undefined,
        read: async () => new Uint8Array([1]),
      },
      guard,
    );
    let isGiven = false;
    const reading = vault.read('a'.repeat(64) as never, 0, 1).then((bytes) => {
      isGiven = true;
      return bytes;
    });
    expect(guard.state.get().state).toBe('checking');
    await Promise.resolve();
    expect(isGiven).toBe(false);
    guard.haveRecalled([m1]);
    guard.recallsAreKnown();
    expect(await reading).toEqual(new Uint8Array([1]));
    expect(guard.state.get()).toMatchObject({ state: 'open', recalled: [m1] });
  });

  it('[AT-31] locks, also over a restart, and opens to the PIN of its person without any hub', async () => {
    const room = setUp();
    const guard = await lockedGuard(room);
    expect(guard.state.get()).toMatchObject({ state: 'locked', lockedBy: p1 });
    const again = await room.open();
    again.recallsAreKnown();
    expect(again.state.get().state).toBe('locked');
    expect(await again.unlock('4321')).toEqual({ is: 'wrong' });
    expect(again.state.get().state).toBe('locked');
    expect(await again.unlock('1234')).toEqual({ is: 'open' });
    expect((await room.open()).state.get().lockedBy).toBeNull();
  });

  it('[AT-31] keeps neither the PIN nor what it was stretched to', async () => {
    const room = setUp();
    await lockedGuard(room);
    expect(JSON.stringify(room.kept())).not.toContain('1234');
    const other = setUp();
    await lockedGuard(other);
    expect(room.kept()?.check).not.toBe(other.kept()?.check);
  });

  it('makes whoever tries PINs wait, longer each time, even with the right one', async () => {
    const room = setUp();
    const guard = await lockedGuard(room);
    for (let time = 0; time < 5; time += 1) expect(await guard.unlock('0000')).toEqual({ is: 'wrong' });
    expect(await guard.unlock('1234')).toEqual({ is: 'waiting', waitMs: 30_000 });
    room.pass(30_000);
    expect(await guard.unlock('0000')).toEqual({ is: 'wrong' });
    expect(await guard.unlock('1234')).toEqual({ is: 'waiting', waitMs: 60_000 });
    room.pass(60_000);
    expect(await guard.unlock('1234')).toEqual({ is: 'open' });
  });

  it('hides everything although the disk refuses to keep the lock', async () => {
    const room = setUp();
    const guard = await room.open();
    guard.recallsAreKnown();
    await guard.signedIn(p1, '1234');
    room.fill();
    await expect(guard.lock()).rejects.toThrow('no room');
    expect(guard.state.get().state).toBe('locked');
  });

  it('does not lock what nobody could unlock', async () => {
    const guard = await setUp().open();
    guard.recallsAreKnown();
    await guard.lock();
    expect(guard.state.get()).toMatchObject({ state: 'open', canLock: false });
  });

  it('[AT-31] opens to a PIN that was issued anew, once the hub has taken it, and stays shut without', async () => {
    const guard = await lockedGuard(setUp());
    const away = guardedLock(guard, () => Promise.reject(new Error('no route')));
    expect(await away.unlock('9999')).toEqual({ is: 'wrong' });
    const wrong = guardedLock(guard, async () => refused({ code: 'access/wrong-pin', vi: '', en: '' }));
    expect(await wrong.unlock('9999')).toEqual({ is: 'wrong' });
    expect(guard.state.get().state).toBe('locked');
    const taken = guardedLock(guard, async (person, pin) => {
      await guard.signedIn(person, pin);
      return ok(null);
    });
    expect(await taken.unlock('9999')).toEqual({ is: 'open' });
    expect(guard.state.get().state).toBe('open');
  });
});

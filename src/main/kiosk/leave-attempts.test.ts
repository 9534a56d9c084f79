import { describe, expect, it } from 'vitest';
import { LeaveAttempts } from './leave-attempts.ts';

class Machine {
  now = 1_790_000_000_000;
  hashes = ['policy:mat-khau-1', 'pairing:mat-khau-2'];
  readonly tried: [string, number][] = [];
  judged = 0;
  readonly attempts = new LeaveAttempts({
    hashes: () => this.hashes,
    isPassword: async (password, encoded) => {
      this.judged += 1;
      return encoded.endsWith(`:${password}`);
    },
    now: () => this.now,
    onTried: (outcome, waitMs) => void this.tried.push([outcome, waitMs]),
  });

  async wrong(times: number): Promise<void> {
    // oxlint-disable-next-line no-await-in-loop
    for (let made = 0; made < times; made += 1) await this.attempts.try('sai');
  }
}

describe('leaving the kiosk', () => {
  it('takes the password of the policy and that of the pairing', async () => {
    const { attempts, tried } = new Machine();
    expect(await attempts.try('mat-khau-1')).toEqual({ ok: true, value: null });
    expect(await attempts.try('mat-khau-2')).toEqual({ ok: true, value: null });
    expect(tried).toEqual([
      ['right', 0],
      ['right', 0],
    ]);
  });

  it('is open to everybody where there is no password, and to nobody by an empty one where there is', async () => {
    const machine = new Machine();
    expect(await machine.attempts.try('')).toEqual({ ok: false, reason: 'shell/wrong-password' });
    expect(machine.attempts.isGuarded).toBe(true);
    machine.hashes = [];
    expect(machine.attempts.isGuarded).toBe(false);
  });

  it('judges nothing for half a minute after five wrong ones, then longer each time', async () => {
    const machine = new Machine();
    await machine.wrong(5);
    expect(machine.attempts.waitMs).toBe(30_000);
    const judged = machine.judged;
    expect(await machine.attempts.try('mat-khau-1')).toEqual({
      ok: false,
      reason: 'shell/too-many-attempts',
    });
    expect(machine.judged).toBe(judged);
    machine.now += 30_000;
    await machine.wrong(1);
    expect(machine.attempts.waitMs).toBe(60_000);
    machine.now += 60_000;
    expect(await machine.attempts.try('mat-khau-2')).toEqual({ ok: true, value: null });
    await machine.wrong(1);
    expect(machine.attempts.waitMs).toBe(0);
  });

  it('waits no longer than a quarter of an hour, whatever the clock does', async () => {
    const machine = new Machine();
    for (let round = 0; round < 20; round += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await machine.wrong(1);
      machine.now += machine.attempts.waitMs;
    }
    await machine.wrong(1);
    expect(machine.attempts.waitMs).toBe(15 * 60_000);
    machine.now -= 365 * 24 * 3_600_000;
    expect(machine.attempts.waitMs).toBe(15 * 60_000);
  });

  it('judges passwords that come at once one after the other', async () => {
    const machine = new Machine();
    await Promise.all(Array.from({ length: 50 }, () => machine.attempts.try('sai')));
    expect(machine.judged).toBe(5 * machine.hashes.length);
  });
});

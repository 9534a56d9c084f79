import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batteryLimits, diskSpaceLimits, diskSpeedLimits, memoryLimits, sizeText } from './check-hardware.ts';
import { checkMachine } from './check-machine.ts';
import { clockFloorMs, clockWarningMs, latencyLimits, recentErrorMs } from './check-room.ts';
import { oldBackupMs } from './check-storage.ts';
import { machineFacts, type MachineFacts, type MachineRole } from './facts.ts';
import { checkNames, checkTitles, exitCodeOf, type Level } from './finding.ts';

const GiB = 1024 ** 3;
const good: MachineFacts = {
  policy: { set: 3, fixed: 1, faults: [] },
  pairing: { state: 'paired' },
  link: { state: 'reached', latencyMs: 3 },
  version: { own: '1.2.0', hub: '1.2.0', understands: true },
  clock: { now: clockFloorMs + 1, differenceMs: 400 },
  disk: { freeBytes: 80 * GiB, totalBytes: 100 * GiB, writeMs: 3 },
  memory: { freeBytes: 4 * GiB, totalBytes: 8 * GiB },
  battery: { percent: 80, isCharging: false },
  display: { displays: [{ width: 1920, height: 1080 }], wanted: 1 },
  keyring: { state: 'present' },
  vault: { state: 'readable', blobs: 40, damaged: 0 },
  outbox: { state: 'readable', waiting: 0 },
  pack: { held: 40, total: 40 },
  data: { state: 'whole', entries: 900 },
  certificates: { state: 'good' },
  ports: [{ port: 4870, setting: 'hub.terminalPort', state: 'free' }],
  tools: { office: true, scans: true },
  backup: { isPlanned: true, newestAgoMs: 1000, isWritable: true },
};

/** How bad a machine is of which only this is known. */
const judge = (facts: MachineFacts, role: MachineRole = 'terminal'): Level | undefined =>
  checkMachine(machineFacts.parse(facts), role)[0]?.level;

describe('the health of a machine', () => {
  it('is good where everything is, in the order of the checks', () => {
    const findings = checkMachine(good, 'terminal');
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
    expect(findings.map(({ check }) => check)).toEqual(checkNames.filter((name) => name !== 'last-error'));
    expect(exitCodeOf(findings)).toBe(0);
  });

  it('judges only what is known', () => {
    expect(checkMachine({}, 'hub')).toEqual([]);
    expect(exitCodeOf([])).toBe(0);
  });

  it.each([
    ['settings with a fault', { policy: { set: 0, fixed: 0, faults: ['policy.json:1:2: x'] } }, 'bad'],
    ['a trial without encryption', { pairing: { state: 'plain' } }, 'warning'],
    ['no room', { pairing: { state: 'none' } }, 'bad'],
    ['a revoked machine', { pairing: { state: 'revoked' } }, 'bad'],
    ['a certificate that cannot be read', { pairing: { state: 'unreadable' } }, 'bad'],
    ['a slow link', { link: { state: 'reached', latencyMs: latencyLimits.warning + 1 } }, 'warning'],
    ['a link as slow as none', { link: { state: 'reached', latencyMs: latencyLimits.bad + 1 } }, 'bad'],
    ['no answer', { link: { state: 'unreachable', detail: 'ECONNREFUSED' } }, 'bad'],
    [
      'a hub of another room',
      { link: { state: 'not-the-hub', why: 'foreign', detail: 'SELF_SIGNED_CERT_IN_CHAIN' } },
      'bad',
    ],
    [
      'a hub whose certificate is over',
      { link: { state: 'not-the-hub', why: 'out-of-time', detail: 'CERT_HAS_EXPIRED' } },
      'bad',
    ],
    ['a refusal', { link: { state: 'refused', detail: 'access/unknown-device' } }, 'bad'],
    ['no hub', { link: { state: 'no-hub' } }, 'warning'],
    ['another version', { version: { own: '1.1.0', hub: '1.2.0', understands: true } }, 'warning'],
    ['a version of another protocol', { version: { own: '1.1.0', hub: '2.0.0', understands: false } }, 'bad'],
    ['a wrong clock', { clock: { now: 0, differenceMs: -clockWarningMs - 1 } }, 'warning'],
    ['a clock of 2010', { clock: { now: Date.UTC(2010, 0, 1), differenceMs: 5e11 } }, 'warning'],
    ['little memory', { memory: { freeBytes: memoryLimits.warning - 1, totalBytes: GiB } }, 'warning'],
    ['hardly any memory', { memory: { freeBytes: memoryLimits.bad - 1, totalBytes: GiB } }, 'bad'],
    ['half a battery', { battery: { percent: batteryLimits.warning - 1, isCharging: false } }, 'warning'],
    ['an empty battery', { battery: { percent: batteryLimits.bad - 1, isCharging: false } }, 'bad'],
    ['an empty battery on the mains', { battery: { percent: 3, isCharging: true } }, 'ok'],
    ['a battery that does not tell', { battery: { percent: null, isCharging: false } }, 'warning'],
    ['no display', { display: { displays: [], wanted: 0 } }, 'bad'],
    ['a display too few', { display: { displays: [{ width: 1920, height: 1080 }], wanted: 2 } }, 'bad'],
    ['a small display', { display: { displays: [{ width: 1024, height: 768 }], wanted: 0 } }, 'warning'],
    ['a tiny display', { display: { displays: [{ width: 800, height: 600 }], wanted: 0 } }, 'bad'],
    ['no keyring', { keyring: { state: 'absent' } }, 'warning'],
    ['a keyring of somebody else', { keyring: { state: 'locked' } }, 'bad'],
    ['damaged papers', { vault: { state: 'readable', blobs: 4, damaged: 1 } }, 'warning'],
    ['an unreadable vault', { vault: { state: 'unreadable', blobs: 0, damaged: 0 } }, 'bad'],
    ['an unreadable outbox', { outbox: { state: 'unreadable', waiting: 0 } }, 'bad'],
    ['requests that wait without a link', { outbox: { state: 'readable', waiting: 2 } }, 'ok'],
    ['missing papers', { pack: { held: 39, total: 40 } }, 'warning'],
    ['an error just now', { lastError: { event: 'page/crashed', agoMs: 1000 } }, 'warning'],
    ['an error of yesterday', { lastError: { event: 'page/crashed', agoMs: recentErrorMs + 1 } }, 'ok'],
    ['a hub that runs', { data: { state: 'in-use', isReadOnly: false } }, 'ok'],
    ['a hub that cannot write', { data: { state: 'in-use', isReadOnly: true } }, 'bad'],
    ['no room in the folder', { data: { state: 'absent' } }, 'bad'],
    ['a damaged log', { data: { state: 'damaged', detail: 'x' } }, 'bad'],
    ['an authority that is not made yet', { certificates: { state: 'absent' } }, 'ok'],
    ['a damaged authority', { certificates: { state: 'damaged' } }, 'bad'],
    ['a port that is taken', { ports: [{ port: 4870, setting: 'hub.terminalPort', state: 'taken' }] }, 'bad'],
    ['a port of this hub', { ports: [{ port: 4870, setting: 'hub.terminalPort', state: 'ours' }] }, 'ok'],
    ['no LibreOffice', { tools: { office: false, scans: true } }, 'warning'],
    ['no backup', { backup: { isPlanned: true, newestAgoMs: null, isWritable: true } }, 'warning'],
    [
      'an old backup',
      { backup: { isPlanned: true, newestAgoMs: oldBackupMs + 1, isWritable: true } },
      'warning',
    ],
    [
      'a backup folder that is gone',
      { backup: { isPlanned: true, newestAgoMs: 1, isWritable: false } },
      'bad',
    ],
  ] satisfies [string, MachineFacts, Level][])('%s', (_what, facts, level) => {
    expect(judge(facts)).toBe(level);
  });

  it('takes a hub’s clock by the calendar, and wants more disk there', () => {
    expect(judge({ clock: { now: clockFloorMs - 1, differenceMs: null } }, 'hub')).toBe('bad');
    expect(judge({ clock: { now: clockFloorMs, differenceMs: null } }, 'hub')).toBe('ok');
    const disk = { freeBytes: 3 * GiB, totalBytes: 100 * GiB, writeMs: null };
    expect([judge({ disk }, 'terminal'), judge({ disk }, 'hub')]).toEqual(['ok', 'warning']);
  });

  it('wonders about requests that wait although the hub answers', () => {
    const facts = { ...good, outbox: { state: 'readable', waiting: 2 } } satisfies MachineFacts;
    expect(checkMachine(facts, 'terminal').find(({ check }) => check === 'outbox')?.level).toBe('warning');
  });

  it.each([
    [
      'disk-space',
      (value: number) => ({ disk: { freeBytes: value, totalBytes: 1e12, writeMs: null } }),
      diskSpaceLimits.hub,
    ],
    ['memory', (value: number) => ({ memory: { freeBytes: value, totalBytes: 1e12 } }), memoryLimits],
  ] satisfies [string, (value: number) => MachineFacts, { warning: number; bad: number }][])(
    'is never better with less: %s',
    (_check, factsOf, limits) => {
      const order: readonly (Level | undefined)[] = ['bad', 'warning', 'ok'];
      const amount = fc.integer({ min: 0, max: limits.warning * 2 });
      fc.assert(
        fc.property(amount, amount, (one, other) => {
          const ranks = [one, other]
            .toSorted((a, b) => a - b)
            .map((value) => order.indexOf(judge(factsOf(value), 'hub')));
          expect(ranks[0]).toBeLessThanOrEqual(ranks[1] ?? -1);
        }),
      );
    },
  );

  it('measures the disk where it was tried', () => {
    const speed = (writeMs: number): Level | undefined =>
      checkMachine({ disk: { freeBytes: 80 * GiB, totalBytes: 80 * GiB, writeMs } }, 'terminal')[1]?.level;
    const { warning, bad } = diskSpeedLimits;
    expect([warning, warning + 1, bad + 1].map(speed)).toEqual(['ok', 'warning', 'bad']);
  });
});

describe('what a finding says', () => {
  const bad: MachineFacts = {
    policy: { set: 0, fixed: 0, faults: ['x'] },
    pairing: { state: 'none' },
    link: { state: 'unreachable', detail: 'x' },
    version: { own: '1', hub: '2', understands: false },
    clock: { now: 0, differenceMs: 1e9 },
    disk: { freeBytes: 0, totalBytes: 0, writeMs: 1e4 },
    memory: { freeBytes: 0, totalBytes: 0 },
    battery: { percent: 0, isCharging: false },
    display: { displays: [], wanted: 1 },
    keyring: { state: 'locked' },
    vault: { state: 'unreadable', blobs: 0, damaged: 0 },
    outbox: { state: 'unreadable', waiting: 0 },
    pack: { held: 0, total: 1 },
    lastError: { event: 'x', agoMs: 0 },
    data: { state: 'absent' },
    certificates: { state: 'damaged' },
    ports: [{ port: 1, setting: 'hub.port', state: 'forbidden' }],
    tools: { office: false, scans: false },
    backup: { isPlanned: false, newestAgoMs: null, isWritable: false },
  };

  it('every check has a name, and whatever is wrong comes with advice in both languages', () => {
    const findings = checkMachine(bad, 'terminal');
    expect(findings.map(({ check }) => check)).toEqual([...checkNames]);
    for (const { check, level, advice } of findings) {
      expect(checkTitles[check].vi).not.toBe('');
      expect([check, level]).not.toEqual([check, 'ok']);
      expect(advice?.vi).toMatch(/^\p{Lu}/u);
      expect(advice?.vi).not.toBe(advice?.en);
    }
    expect(exitCodeOf(findings)).toBe(2);
  });

  it('names sizes as people do', () => {
    expect([1.5 * GiB, 80 * GiB, 300 * 1024 ** 2].map((size) => sizeText(size, 'vi'))).toEqual([
      '1,5 GB',
      '80 GB',
      '300 MB',
    ]);
  });
});

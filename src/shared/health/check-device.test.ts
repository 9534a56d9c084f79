import { describe, expect, it } from 'vitest';
import { checkDevice, shownClockBadMs, silenceWarningMs, type DeviceFacts } from './check-device.ts';
import { worstLevel, type CheckName, type Finding } from './finding.ts';

const GiB = 1024 ** 3;
const good: DeviceFacts = {
  link: 'linked',
  latencyMs: 3,
  silentMs: 4_000,
  proof: 'right',
  pack: { held: 11, total: 11 },
  clock: { rawMs: 700, correctedMs: 20 },
  stranded: 0,
  machine: {
    version: { own: '1.0.0', hub: '1.0.0', understands: true },
    disk: { freeBytes: 80 * GiB, totalBytes: 100 * GiB, writeMs: null },
    memory: { freeBytes: 4 * GiB, totalBytes: 8 * GiB },
    battery: { percent: 90, isCharging: true },
  },
};
const judge = (change: Partial<DeviceFacts> = {}): readonly Finding[] => checkDevice({ ...good, ...change });
const levelOf = (findings: readonly Finding[]) => worstLevel(findings.map(({ level }) => level));
const of = (findings: readonly Finding[], check: CheckName) =>
  findings.find((finding) => finding.check === check);

describe('the verdict on one device', () => {
  it('is good when nothing is wrong, with a word for every check', () => {
    expect(levelOf(judge())).toBe('ok');
    expect(judge().map(({ check }) => check)).toEqual([
      'link',
      'version',
      'clock',
      'disk-space',
      'memory',
      'battery',
      'vault',
      'pack',
    ]);
  });

  it('[AT-08] is red for one paper that is lacking, and says how many', () => {
    const pack = of(judge({ pack: { held: 10, total: 11 } }), 'pack');
    expect(pack).toMatchObject({ level: 'bad', says: { vi: 'thiếu 1 trên 11 tài liệu' } });
  });

  it('[AT-08] is amber for a clock that is 4 minutes fast, and says that the hub’s time is shown', () => {
    const clock = of(judge({ clock: { rawMs: -240_000, correctedMs: 15 } }), 'clock');
    expect(clock?.level).toBe('warning');
    expect(clock?.says.vi).toBe('nhanh 4 phút; màn hình hiện đúng giờ máy chủ');
  });

  it('is red for a terminal that shows a wrong time', () => {
    const shown = shownClockBadMs + 1;
    expect(of(judge({ clock: { rawMs: 240_000, correctedMs: shown } }), 'clock')?.level).toBe('bad');
    expect(of(judge({ clock: { rawMs: 240_000, correctedMs: -shown } }), 'clock')?.level).toBe('bad');
  });

  it('is red for papers that are not the hub’s, and for a link that is lost or never was', () => {
    expect(of(judge({ proof: 'wrong' }), 'vault')?.level).toBe('bad');
    for (const link of ['lost', 'never'] as const) expect(of(judge({ link }), 'link')?.level).toBe('bad');
  });

  it('says of a place without a machine that alone', () => {
    expect(judge({ link: 'absent', pack: { held: 0, total: 0 } })).toMatchObject([
      { check: 'link', level: 'bad', says: { vi: 'chưa có máy ở chỗ này' } },
    ]);
  });

  it('is amber for a machine that is linked and has stopped speaking of itself', () => {
    expect(levelOf(judge({ silentMs: silenceWarningMs + 1 }))).toBe('warning');
    expect(levelOf(judge({ silentMs: null }))).toBe('ok');
  });

  it('judges nothing that a browser does not tell', () => {
    const findings = judge({
      machine: { version: { own: '1', hub: '1', understands: true } },
      proof: 'none',
    });
    expect(findings.map(({ check }) => check)).toEqual(['link', 'version', 'clock', 'pack']);
    expect(levelOf(findings)).toBe('ok');
  });

  it('tells everything that is wrong at once, each with what to do', () => {
    const findings = judge({ pack: { held: 0, total: 2 }, proof: 'wrong', stranded: 1 });
    const wrong = findings.filter(({ level }) => level !== 'ok');
    expect(wrong.map(({ check }) => check)).toEqual(['vault', 'outbox', 'pack']);
    expect(wrong.every(({ advice }) => advice !== null)).toBe(true);
  });
});

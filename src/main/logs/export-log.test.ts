import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultFields, openAppLog } from './app-log.ts';
import { logBundle } from './export-log.ts';
import { redactText } from './redact-line.ts';

/** What must never leave the machine, each as it might get into a line by a careless hand. */
const canaries = [
  'Nguyễn Văn Minh',
  'Nguyen Van Minh',
  'Nghị quyết về dự toán ngân sách',
  '482913',
  'kYx3Qm9-vT_1pLr7Zs8WcA4dEf6GhJ2k',
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'mat-khau-cua-phong',
  'khong-tan-thanh',
  'trungtam',
] as const;
const [name, plainName, title, pin, token, hash, password, choice, user] = canaries;
const home = `/home/${user}`;

describe('the log for support', () => {
  let folder = '';
  let bundle = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'export-log-'));
    const log = openAppLog(folder, () => Date.UTC(2026, 9, 27, 1));
    log.info('app/started', { version: '1.4.0' });
    log.warn('person/signed-in', { fullName: name, plainName, pin, deviceToken: token });
    log.warn('vote/cast', { choice, ballot: choice });
    log.warn('kiosk/tried', { password, outcome: 'shell/wrong-password' });
    log.error('page/crashed', { surface: 'seat', seat: 'A07', reason: 'oom', reloadsInMs: 100 });
    const about = `cannot open "${title}" of '${plainName}' at ${home}/x.pdf, key ${token} or ${hash}, PIN ${pin}`;
    log.error('fault/unhandled', faultFields(new Error(about)));
    log.error('fault/unhandled', { message: `${name} ${title}`, stack: `at C:\\Users\\${user}\\x.js` });
    log.info('terminal/opened', { surface: 'seat', seat: 'A07' });
    writeFileSync(join(folder, 'app.1.log'), `a line cut in the mid ${name}\n`);
    const facts = { version: '1.4.0', platform: 'linux' };
    bundle = await logBundle({ folder, names: ['app', 'hub'], facts, home });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(canaries)('does not hold %s', (canary) => {
    expect(bundle).not.toContain(canary);
  });

  it('holds what support needs', () => {
    const lines = bundle.split('\n');
    expect(lines).toContain('{"version":"1.4.0","platform":"linux"}');
    expect(lines).toContain('--- hub.log: 0');
    expect(bundle).toContain('"event":"page/crashed","surface":"seat","seat":"A07","reason":"oom"');
    expect(bundle).toContain('"outcome":"shell/wrong-password"');
    expect(bundle).toContain('"time":"2026-10-27T01:00:00.000Z"');
  });

  it('shows where a fault happened', () => {
    const frame =
      '    at openTerminalDatabase (file:///opt/NghiSu/resources/app.asar/out/main/main.js:1234:18)';
    expect(redactText(frame, home)).toBe(frame);
    expect(redactText('ENOSPC: no space left on device, write', home)).toBe(
      'ENOSPC: no space left on device, write',
    );
  });

  it('keeps what comes after a line that is none', () => {
    expect(bundle.split('\n').indexOf('…')).toBeLessThan(
      bundle.split('\n').findIndex((line) => line.includes('app/started')),
    );
  });
});

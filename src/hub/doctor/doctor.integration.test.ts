import { existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkMachine } from '../../shared/health/check-machine.ts';
import { exitCodeOf, type CheckName, type Finding } from '../../shared/health/finding.ts';
import { mustStart } from '../audit/hub-process.ts';
import { startSeededHub } from '../audit/seeded-room.ts';
import { noTools } from '../documents/find-tools.ts';
import { readHubPolicy } from '../start/options.ts';
import { openAuthority } from '../store/authority.ts';
import { temporaryFolder, type TemporaryFolder } from '../store/temporary-folder.ts';
import { gatherHub } from './gather-hub.ts';

let folder: TemporaryFolder;
let data: string;
beforeEach(() => {
  folder = temporaryFolder();
  data = join(folder.path, 'data');
});
afterEach(() => folder.remove());

async function examine(...args: readonly string[]): Promise<readonly Finding[]> {
  const policy = readHubPolicy(['--data', data, ...args], []);
  if (!policy.ok) throw new Error(policy.reason.en);
  const facts = await gatherHub({
    policy: policy.value,
    version: '0.1.0',
    tools: noTools,
    now: () => Date.UTC(2026, 10, 24),
    elapsed: () => 0,
  });
  return checkMachine(facts, 'hub');
}

const of = (findings: readonly Finding[], check: CheckName): Finding | undefined =>
  findings.find((finding) => finding.check === check);

async function aRoom(): Promise<void> {
  const hub = await startSeededHub(data);
  await openAuthority(data, hub.room.roomId);
  await hub.stop();
}

describe('the doctor of a hub', () => {
  it('finds a room whole, and leaves its folder as it was', async () => {
    await aRoom();
    const before = readdirSync(data).toSorted();
    const findings = await examine('--port', '0');
    expect(of(findings, 'data')).toMatchObject({
      level: 'ok',
      says: { vi: expect.stringContaining('toàn vẹn') },
    });
    expect(of(findings, 'certificates')).toMatchObject({ level: 'ok' });
    expect(of(findings, 'office')).toMatchObject({ level: 'warning' });
    expect(readdirSync(data).toSorted()).toEqual(before);
    expect(exitCodeOf(findings)).toBe(1);
  });

  it('makes no room where there is none', async () => {
    const findings = await examine();
    expect(of(findings, 'data')).toMatchObject({
      level: 'bad',
      advice: { vi: expect.stringContaining('make-room') },
    });
    expect(existsSync(data)).toBe(false);
  });

  it.each([
    ['a log that was cut', () => truncateSync(join(data, 'log.sqlite'), 8192), 'data'],
    ['a log that is gone', () => rmSync(join(data, 'log.sqlite')), 'data'],
    ['credentials that are gone', () => rmSync(join(data, 'credentials.sqlite')), 'data'],
    ['an authority that was cut', () => truncateSync(join(data, 'authority.pem'), 100), 'certificates'],
  ] satisfies [string, () => void, CheckName][])('%s would hurt a meeting', async (_what, harm, check) => {
    await aRoom();
    harm();
    const before = readdirSync(data).toSorted();
    expect(of(await examine(), check)).toMatchObject({ level: 'bad' });
    expect(readdirSync(data).toSorted()).toEqual(before);
  });

  it('asks a hub that runs instead of its folder, and knows its port', async () => {
    await aRoom();
    const hub = await mustStart(['--data', data, '--port', '0']);
    const { port } = new URL(hub.url);
    const findings = await examine('--port', port);
    await hub.end('SIGTERM');
    expect(of(findings, 'data')).toMatchObject({ level: 'ok', says: { vi: 'máy chủ đang chạy' } });
    expect(of(findings, 'ports')).toMatchObject({ level: 'ok' });
  });

  it('names a port that somebody else has', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const findings = await examine('--port', String(port));
    server.close();
    expect(of(findings, 'ports')).toMatchObject({
      level: 'bad',
      says: { vi: expect.stringContaining(`${port} (hub.port)`) },
    });
  });

  it('sees that the backup folder cannot be written', async () => {
    await aRoom();
    const file = join(folder.path, 'settings');
    writeFileSync(file, '');
    const policy = readHubPolicy(
      ['--data', data],
      [
        {
          name: 'machine-file',
          where: file,
          faults: [],
          entries: new Map([
            [
              'hub.backup.folder',
              {
                value: join(folder.path, 'gone'),
                place: { source: 'machine-file', where: file, line: 1, column: 1 },
              },
            ],
          ]),
        },
      ],
    );
    if (!policy.ok) throw new Error(policy.reason.en);
    const facts = await gatherHub({
      policy: policy.value,
      version: '0.1.0',
      tools: noTools,
      now: () => 0,
      elapsed: () => 0,
    });
    expect(of(checkMachine(facts, 'hub'), 'backup')).toMatchObject({ level: 'bad' });
  });
});

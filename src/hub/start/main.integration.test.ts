import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { health } from '../../shared/protocol/http.ts';
import { attach, openLine, type Terminal } from '../audit/protocol-client.ts';
import { mustNotStart, mustStart } from '../audit/hub-process.ts';
import { seededTerminal, startSeededHub } from '../audit/seeded-room.ts';
import { temporaryFolder, type TemporaryFolder } from '../store/temporary-folder.ts';

let folder: TemporaryFolder;
let data: string;
beforeEach(() => {
  folder = temporaryFolder();
  data = join(folder.path, 'data');
});
afterEach(() => folder.remove());

/** A data folder with a released meeting, and a chairperson's terminal in it. */
async function seeded(): Promise<Terminal> {
  const hub = await startSeededHub(data);
  const chair = seededTerminal(hub, 'chair', { person: 'p-A01' });
  await hub.stop();
  return chair;
}

const free = (): string[] => ['--data', data, '--port', '0'];

describe('a hub as a process', () => {
  it('says when it is ready, answers, and stops cleanly', async () => {
    const hub = await mustStart(free());
    expect(hub.ready).toMatchObject({ ready: true, pins: [], meetingId: null, surfaces: { seats: {} } });
    expect(hub.roomCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    const answer = health.parse(await (await fetch(`${hub.url}/health`)).json());
    expect(answer).toMatchObject({ status: 'ok', epoch: 1, seq: 0 });
    expect(await hub.end('SIGTERM')).toBe(0);
    const again = await mustStart(free());
    expect(again.roomCode).toBe(hub.roomCode);
    expect(await again.end('SIGINT')).toBe(0);
  });

  it('tells the terminals that it stops', async () => {
    const chair = await seeded();
    const hub = await mustStart(free());
    const line = await attach({ ...chair, hub: hub.url });
    const told = line.next('rejected');
    const exitCode = hub.end('SIGTERM');
    expect(await told).toMatchObject({ code: 'hub/stopping' });
    expect(await exitCode).toBe(0);
  });

  it('[INV-10] begins a new epoch for a restored copy, on request', async () => {
    await seeded();
    const hub = await mustStart([...free(), '--new-epoch']);
    expect(await (await fetch(`${hub.url}/health`)).json()).toMatchObject({ epoch: 2 });
    await hub.end('SIGTERM');
  });

  it('[INV-1] ends at once when the disk fails, and answers nothing that is not on it', async () => {
    const chair = await seeded();
    const hub = await mustStart(['disk-error', ...free()], 'faulty');
    const line = await attach({ ...chair, hub: hub.url });
    await line.command('c-1', 'meeting/open', { meetingId: 'm1' });
    await line.command('c-2', 'item/start', { itemId: 'i1' });
    await expect(line.command('c-3', 'item/start', { itemId: 'i2' })).rejects.toThrow('the line is closed');
    expect(await hub.ended).toBe(1);
    expect(hub.stderr()).toContain('hub/fault');
    const healed = await mustStart(free());
    const again = await attach({ ...chair, hub: healed.url });
    expect(await again.command('c-2', 'item/start', { itemId: 'i1' })).toMatchObject({ status: 'accepted' });
    expect(await again.command('c-3', 'item/start', { itemId: 'i2' })).toMatchObject({ status: 'accepted' });
    await healed.end('SIGTERM');
  });
});

describe('a start that is refused', () => {
  it('[INV-10] two hubs on one data folder: the second does not start, the first goes on', async () => {
    const first = await mustStart(free());
    const second = await mustNotStart(free());
    expect(second.exitCode).toBe(2);
    expect(second.stderr.trim().split('\n')).toHaveLength(1);
    expect(second.stderr).toContain('đang được một máy chủ khác dùng');
    expect(second.stderr).toContain('in use by another hub');
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
    await first.end('SIGTERM');
  });

  it('a port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const hub = await mustNotStart(['--data', data, '--port', String(port)]);
    server.close();
    expect(hub.exitCode).toBe(2);
    expect(hub.stderr).toContain(`Cổng ${port} đang được chương trình khác dùng`);
  });

  it.each([
    [['--port', '0'], '--data <folder> is missing'],
    [
      ['--data', 'x', '--documents', '/nowhere/at/all', '--port', '0'],
      '/nowhere/at/all: Không có thư mục này',
    ],
    [['--data', 'x', '--ui', '/nowhere/at/all'], 'index.html'],
    [['--data', '/dev/null/x'], '/dev/null/x'],
  ])('%j', async (args, sentence) => {
    const hub = await mustNotStart(args.map((arg) => (arg === 'x' ? data : arg)));
    expect([hub.exitCode, hub.stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

describe('a damaged store', () => {
  const file = (): string => join(data, 'log.sqlite');

  it.each([
    [
      'one byte in the middle of an entry',
      () => {
        const bytes = readFileSync(file());
        const at = bytes.indexOf('"type":"meeting/released"') + 10;
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        writeFileSync(file(), bytes);
      },
      'từ bản ghi số 4',
    ],
    [
      'an entry that is gone',
      () => {
        const database = new DatabaseSync(file());
        database.exec('DELETE FROM log WHERE seq = 2');
        database.close();
      },
      'từ bản ghi số 2',
    ],
    ['a file that was cut', () => truncateSync(file(), 8192), 'bị hỏng'],
    ['an empty file', () => truncateSync(file(), 0), 'bị hỏng'],
  ] satisfies [string, () => void, string][])(
    '[INV-1] %s: the hub does not start, says where and what to do',
    async (_what, harm, sentence) => {
      await seeded();
      harm();
      const before = readFileSync(file());
      const hub = await mustNotStart(free());
      expect(hub.exitCode).toBe(2);
      expect(hub.stderr).toContain(sentence);
      expect(hub.stderr).toContain('--new-epoch');
      expect(readFileSync(file()).length).toBe(before.length);
    },
  );
});

describe('a document whose bytes are gone', () => {
  it('does not keep the hub from starting, and the log names it', async () => {
    const hub = await startSeededHub(data);
    await hub.stop();
    rmSync(join(data, 'blobs'), { recursive: true });
    const again = await mustStart(free());
    expect(again.stderr()).toContain(`"event":"blob/missing","sha256":"${hub.paper.sha256}"`);
    await again.end('SIGTERM');
  });
});

describe('a client that does not know the hub', () => {
  it('cannot reach it before it is ready, nor after it has stopped', async () => {
    const hub = await mustStart(free());
    await hub.end('SIGTERM');
    await expect(openLine(hub.url)).rejects.toThrow('ECONNREFUSED');
  });
});

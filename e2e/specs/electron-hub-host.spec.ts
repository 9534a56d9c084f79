import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { followHost, hostState } from '../fixtures/host/host-probe.ts';
import { launchApp, type AppHandle } from '../fixtures/launch-app.ts';
import { PlainWindowPage } from '../pages/plain-page.ts';

/** The chair's program hosts the room: its hub is a process of its own, watched and started again. */

const doors = ['--port', '0', '--sample'];
const hosting = ['--host-room', '--surfaces=chair', '--', ...doors];
const apps = new Set<AppHandle>();
let userData = '';

test.beforeEach(() => {
  test.setTimeout(400_000);
  userData = mkdtempSync(join(tmpdir(), 'nghi-su-hosting-'));
});

test.afterEach(async () => {
  for (const app of apps) await app.kill();
  apps.clear();
  rmSync(userData, { recursive: true, force: true });
});

async function launch(args: readonly string[], folder = userData): Promise<AppHandle> {
  const app = await launchApp({ userData: folder, args });
  apps.add(app);
  return app;
}

function logOf(name: string): string {
  const folder = join(userData, 'logs');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.startsWith(name)) : [];
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
}

async function untilLive(page: Page): Promise<void> {
  await expect
    .poll(async () => (await hostState(page, 'hub/status'))?.state, { timeout: 30_000 })
    .toBe('live');
}

/** The processes that run a hub's entry with this data folder. */
function hubPids(): number[] {
  const listed = execFileSync('ps', ['-eo', 'pid=,args=']).toString();
  return listed
    .split('\n')
    .filter((line) => line.includes('hub-entry') && line.includes(userData))
    .map((line) => Number.parseInt(line, 10));
}

test('the chair opens at the room that its own machine hosts; a hub that dies comes back, and ends with the program', async () => {
  let app = await launch(hosting);
  await expect.poll(() => logOf('app'), { timeout: 90_000 }).toContain('"event":"room/ready"');
  let page = await app.firstWindow();
  await followHost(page);
  await untilLive(page);
  const room = (await hostState(page, 'hub/room'))?.roomId;
  expect(hubPids()).toHaveLength(1);

  for (const pid of hubPids()) process.kill(pid, 'SIGKILL');
  await expect.poll(() => logOf('app')).toContain('room/ended');
  await expect.poll(() => hubPids().length, { timeout: 30_000 }).toBe(1);
  await expect.poll(() => logOf('app').split('"event":"room/ready"').length, { timeout: 90_000 }).toBe(3);

  expect(await app.quit()).toBe(0);
  expect(hubPids()).toEqual([]);
  expect(logOf('app')).toContain('"event":"room/stopped","exitCode":0');
  expect(logOf('hub')).toContain('"event":"hub/');
  // What a hub says when it is ready opens the room: it stays out of every log.
  expect(logOf('')).not.toMatch(/"roomCode"|"pins"/);

  // Without arguments: the machine knows that it hosts the room.
  app = await launch([]);
  await expect.poll(() => logOf('app').split('"event":"room/ready"').length, { timeout: 90_000 }).toBe(4);
  page = await app.firstWindow();
  await followHost(page);
  await expect.poll(async () => (await hostState(page, 'hub/room'))?.roomId, { timeout: 30_000 }).toBe(room);
});

test('a second hub on the same room is refused, and said in a window', async () => {
  await launch(hosting);
  await expect.poll(() => logOf('app'), { timeout: 90_000 }).toContain('"event":"room/ready"');
  const other = mkdtempSync(join(tmpdir(), 'nghi-su-second-'));
  const data = join(userData, 'room');
  const second = await launch(['--host-room', '--surfaces=chair', '--', '--data', data, ...doors], other);
  await expect.poll(() => second.output(), { timeout: 90_000 }).toContain('RoomRefused');
  const notice = await PlainWindowPage.with(second, 'Máy chủ phòng họp trên máy này không khởi động được');
  await expect(notice.page.locator('.detail')).toContainText(/\p{L}{3}/u);
  expect(await notice.actions).toEqual(['retry', 'export-log', 'quit']);
  await notice.press('quit');
  expect(await second.exited()).toBe(1);
  rmSync(other, { recursive: true, force: true });
});

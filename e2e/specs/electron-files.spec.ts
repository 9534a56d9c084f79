import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { test } from '@playwright/test';
import { documentVersion } from '../../src/shared/records/document-version.ts';
import { askHost, followHost, hostState } from '../fixtures/host/host-probe.ts';
import { launchApp, type AppHandle } from '../fixtures/launch-app.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ClerkPage } from '../pages/clerk-page.ts';

/** Files that leave the installed program: an original and the whole pack, at the secretary's console. In order. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

let room: TestRoom;
let app: AppHandle;
let clerk: ClerkPage;
let userData: string;
const picture = createCanvas(800, 1100).toBuffer('image/png');

test.beforeAll(async () => {
  test.setTimeout(180_000);
  userData = mkdtempSync(join(tmpdir(), 'nghi-su-files-'));
  room = await startRoom();
  app = await launchApp({
    userData,
    args: [`--hub=${room.facts.hub}`, '--surfaces=clerk', `--room=${room.facts.roomCode}`],
  });
  clerk = new ClerkPage(await app.firstWindow());
  await clerk.enterPin(room.personAt('clerk').pin);
  await app.evaluate(({ session }) => {
    const files: { name: string; isLetThrough: boolean }[] = [];
    Object.assign(globalThis, { files });
    session.defaultSession.on('will-download', (event, item) => {
      files.push({ name: item.getFilename(), isLetThrough: !event.defaultPrevented });
    });
  });
});

test.afterAll(async () => {
  await app?.kill();
  await room?.stop();
  rmSync(userData, { recursive: true, force: true });
});

const files = (): Promise<unknown> => app.evaluate(() => (globalThis as unknown as { files: unknown }).files);

test('the secretary fetches the file that was sent, byte for byte, and the whole pack', async () => {
  await clerk.openDocuments();
  await clerk.uploadAll([{ name: 'Sơ đồ.png', mimeType: 'image/png', buffer: picture }]);
  await clerk.button('Tải bản gốc .png').click();
  await expect.poll(files, { timeout: 20_000 }).toEqual([{ name: 'Sơ đồ.png', isLetThrough: true }]);
  await clerk.button('Xuất tệp nén').click();
  await expect(clerk.page.getByText(/^Đã xuất: /)).toBeVisible({ timeout: 30_000 });
  await expect
    .poll(files)
    .toEqual([
      expect.anything(),
      { name: expect.stringMatching(/^Tài liệu - .*\.zip$/) as unknown, isLetThrough: true },
    ]);

  await followHost(clerk.page);
  const epoch = (await hostState(clerk.page, 'hub/room'))?.epoch ?? 0;
  const { records } = await askHost(clerk.page, 'hub/pull', { since: { epoch, seq: 0 }, limit: 2000 });
  const original = records.flatMap(({ body }) => documentVersion.safeParse(body).data?.original ?? [])[0];
  if (original === undefined) throw new Error('no paper has an original');
  const { sha256, bytes } = original;
  const read = async (begin: number, end: number): Promise<number[]> =>
    clerk.page.evaluate(
      async (range) => {
        const reply = await window.nghisu.requests['hub/read-blob'](range);
        if (reply.status !== 'answered' || !reply.answer.ok) throw new Error(JSON.stringify(reply));
        return [...reply.answer.value];
      },
      { sha256, begin, end },
    );
  const half = Math.floor(bytes / 2);
  const whole = Buffer.from([...(await read(0, half)), ...(await read(half, bytes))]);
  expect(createHash('sha256').update(whole).digest('hex')).toBe(sha256);
  expect(whole.equals(picture)).toBe(true);
});

test('a file that the hub does not have is refused in its words, and one that is not named rightly is not asked for', async () => {
  const unknown = await clerk.page.evaluate((range) => window.nghisu.requests['hub/read-blob'](range), {
    sha256: 'a'.repeat(64),
    begin: 0,
    end: 1,
  } as never);
  expect(unknown).toMatchObject({
    status: 'answered',
    answer: { ok: false, reason: { code: 'blob/unknown' } },
  });
  const malformed = clerk.page.evaluate((range) => window.nghisu.requests['hub/read-blob'](range), {
    sha256: '../../etc/passwd',
    begin: 0,
    end: 1,
  } as never);
  await expect(malformed).rejects.toThrow('ipc/malformed');
});

test('no other file leaves: not one of the program, nor one from elsewhere', async () => {
  const before = ((await files()) as unknown[]).length;
  await clerk.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '/index.html';
    link.download = 'page.html';
    link.click();
  });
  await expect
    .poll(async () => ((await files()) as unknown[]).slice(before))
    .toEqual([{ name: 'page.html', isLetThrough: false }]);
});

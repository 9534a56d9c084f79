import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { WantedBlob } from '../../src/shared/bridge/bridge.ts';
import { document as documentRecord } from '../../src/shared/records/document.ts';
import { documentVersion } from '../../src/shared/records/document-version.ts';
import { participantId } from '../../src/shared/records/ids.ts';
import { askHost, followHost, heldHash, hostState } from '../fixtures/host/host-probe.ts';
import { launchApp, type AppHandle } from '../fixtures/launch-app.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';

/** The built main, preloads and page against a real hub. Most is asked below what is drawn, through the preload's API. */

let room: TestRoom;
let app: AppHandle | null = null;
let userData = '';

test.beforeEach(async () => {
  test.setTimeout(180_000);
  userData = mkdtempSync(join(tmpdir(), 'nghi-su-host-'));
  room = await startRoom();
});

test.afterEach(async () => {
  await app?.kill();
  app = null;
  await room.stop();
  rmSync(userData, { recursive: true, force: true });
});

async function launch(...args: string[]): Promise<AppHandle> {
  app = await launchApp({ userData, args });
  return app;
}

async function followedWindow(running: AppHandle): Promise<Page> {
  const page = await running.firstWindow();
  await followHost(page);
  return page;
}

async function untilStatus(page: Page, state: 'live' | 'offline'): Promise<void> {
  await expect
    .poll(async () => (await hostState(page, 'hub/status'))?.state, { timeout: 20_000 })
    .toBe(state);
}

async function signIn(page: Page, seat: string): Promise<void> {
  const person = room.personAt(seat);
  const signedIn = await askHost(page, 'device/sign-in', {
    participantId: participantId.parse(person.participantId),
    pin: person.pin,
  });
  expect(signedIn).toEqual({ ok: true, value: null });
  await expect
    .poll(async () => (await hostState(page, 'hub/room'))?.participantId, { timeout: 20_000 })
    .toBe(person.participantId);
}

interface Pack {
  readonly blobs: WantedBlob[];
  /** Of the documents, as people read them. */
  readonly titles: string[];
}

/** The documents of the meeting, as this seat sees them. */
async function packOf(page: Page): Promise<Pack> {
  const epoch = (await hostState(page, 'hub/room'))?.epoch ?? 0;
  const { records } = await askHost(page, 'hub/pull', { since: { epoch, seq: 0 }, limit: 2000 });
  const bodies = records.map(({ body }) => body);
  return {
    blobs: bodies
      .flatMap((body) => documentVersion.safeParse(body).data ?? [])
      .flatMap(({ id, meetingId, view, text }) =>
        [view, ...(text === null ? [] : [text])].map((blob) => ({ meetingId, versionId: id, ...blob })),
      ),
    titles: bodies.flatMap((body) => documentRecord.safeParse(body).data?.title ?? []),
  };
}

async function untilHeld(page: Page, pack: readonly WantedBlob[]): Promise<void> {
  const held = async (): Promise<number> => {
    const progress = (await hostState(page, 'vault/progress')) ?? [];
    return progress.filter(({ state }) => state === 'held').length;
  };
  await expect.poll(held, { timeout: 40_000 }).toBe(pack.length);
}

/** Asks for something that the hub refuses for good, so that the answer is sure to be the hub's. */
async function submitBallot(page: Page, seat: string): Promise<string> {
  const { id } = await askHost(page, 'outbox/submit', {
    type: 'ballot/cast',
    payload: {
      voteId: 'no-such-vote',
      participantId: room.personAt(seat).participantId,
      choice: 'approve',
      versionId: null,
    },
  } as never);
  return id;
}

async function answerOf(page: Page, id: string): Promise<unknown> {
  const entries = await hostState(page, 'outbox/entries');
  return entries?.find((entry) => entry.id === id)?.answer;
}

test('[AT-09] [INV-1] a seat killed without its hub comes back with pack, person and command, and sends it later', async () => {
  const seat = 'A02';
  let page = await followedWindow(await launch(`--address=${room.address(seat)}`));
  await untilStatus(page, 'live');
  await signIn(page, seat);
  const { blobs, titles } = await packOf(page);
  expect(blobs.length).toBeGreaterThan(0);
  await untilHeld(page, blobs);
  const replicaKey = await askHost(page, 'device/replica-key', undefined);

  await room.kill();
  await untilStatus(page, 'offline');
  const id = await submitBallot(page, seat);
  expect(await answerOf(page, id)).toBeNull();
  await app?.kill();

  // Without arguments: the machine knows what it is.
  page = await followedWindow(await launch());
  expect(await hostState(page, 'device/identity')).toMatchObject({
    surface: 'seat',
    seat,
    participantId: room.personAt(seat).participantId,
  });
  expect(await answerOf(page, id)).toBeNull();
  expect(Array.from(await askHost(page, 'device/replica-key', undefined))).toEqual(Array.from(replicaKey));
  for (const { sha256, bytes } of blobs) expect(await heldHash(page, sha256, bytes)).toBe(sha256);
  await page
    .getByText(titles[0] ?? 'no title')
    .first()
    .click();
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 20_000 });

  await room.restart();
  await untilStatus(page, 'live');
  await expect
    .poll(() => answerOf(page, id), { timeout: 20_000 })
    .toMatchObject({ status: 'refused', code: 'vote/unknown' });
});

test('a crashed page is loaded again and told everything anew, while its link stays', async () => {
  const running = await launch(`--address=${room.address('A02')}`);
  const before = await followedWindow(running);
  await untilStatus(before, 'live');
  const since = (await hostState(before, 'hub/status'))?.since;
  await running.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  const after = await running.window(async (page) =>
    // The page that has crashed may still be listed; it answers nothing.
    page.evaluate(() => 'nghisu' in window && !('hostProbe' in window)).catch(() => false),
  );
  await followHost(after);
  expect(await hostState(after, 'hub/status')).toMatchObject({ state: 'live', since });
});

test('each window offers what its surface needs and reaches nothing but main', async () => {
  const running = await launch(
    `--hub=${room.facts.hub}`,
    '--surfaces=seat:A02,screen,chair',
    `--room=${room.facts.roomCode}`,
  );
  await running.firstWindow();
  await expect.poll(() => running.windows().length, { timeout: 30_000 }).toBe(3);
  const offers = new Map<string, string[]>();
  for (const page of running.windows()) {
    await page.waitForLoadState('domcontentloaded');
    await followHost(page);
    await untilStatus(page, 'live');
    const surface = (await hostState(page, 'device/identity'))?.surface ?? 'none';
    offers.set(surface, await page.evaluate(() => Object.keys(window.nghisu.requests)));
    const reach = await page.evaluate(async (hub) => {
      const network = await fetch(`${hub}/health`).then(
        () => 'reached',
        () => 'refused',
      );
      const names = ['require', 'process', 'electron', 'ipcRenderer'];
      return { network, opened: window.open(hub) !== null, leaked: names.filter((name) => name in window) };
    }, room.facts.hub);
    expect(reach).toEqual({ network: 'refused', opened: false, leaked: [] });
  }
  expect([...offers.keys()].toSorted()).toEqual(['chair', 'screen', 'seat']);
  expect(offers.get('screen')).not.toContain('outbox/submit');
  expect(offers.get('screen')).not.toContain('vault/read');
  expect(offers.get('seat')).not.toContain('hub/add-document');
  expect(offers.get('chair')).toContain('hub/add-document');
});

test('a second start hands its terminal over to the first and ends', async () => {
  const running = await launch(`--address=${room.address('A02')}`);
  await running.firstWindow();
  const second = await launchApp({ userData, args: [`--address=${room.address('screen')}`] });
  expect(await second.exited()).toBe(0);
  await expect.poll(() => running.windows().length, { timeout: 20_000 }).toBe(2);
});

test('a start that names no terminal begins to pair', async () => {
  const page = await (await launch()).firstWindow();
  const offered = await page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('nghisu')));
  expect(offered).toEqual(['nghisuPairing']);
});

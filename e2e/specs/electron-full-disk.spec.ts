import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { launchApp, type AppHandle } from '../fixtures/launch-app.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { signInAt } from '../fixtures/room/protocol-seat.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { Stranger } from '../stranger/stranger.ts';

/** The disk of a seat fills up in the midst of a vote. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
const voteId = 'v-nd2';

let room: TestRoom;
let app: AppHandle;
let userData = '';
const consoles: Stranger[] = [];

test.beforeAll(async () => {
  test.skip(!mayMount, 'a disk of our own can only be mounted by root on Linux');
  test.setTimeout(180_000);
  userData = mkdtempSync(join(tmpdir(), 'nghi-su-full-'));
  mkdirSync(join(userData, 'terminals'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', join(userData, 'terminals')]);
  room = await startRoom();
});

test.afterAll(async () => {
  await app?.kill();
  for (const each of consoles) each.stop();
  await room?.stop();
  if (userData === '') return;
  execFileSync('umount', ['-l', join(userData, 'terminals')]);
  rmSync(userData, { recursive: true, force: true });
});

async function consoleOf(surface: 'chair' | 'clerk'): Promise<Stranger> {
  const stranger = new Stranger({ hub: room.facts.hub, surface, seat: null });
  await stranger.register(room.facts.roomCode);
  stranger.connect();
  await signInAt(room, surface, stranger);
  await stranger.until(() => stranger.record('vote', voteId) !== null);
  consoles.push(stranger);
  return stranger;
}

async function openTheVote(chair: Stranger, clerk: Stranger): Promise<void> {
  const { meetingId } = room.facts;
  const marks = clerk
    .records('participant')
    .map(({ id }) => ({ participantId: id, state: 'present', reason: '' }));
  for (const [by, command, payload] of [
    [clerk, 'attendance/mark-many', { meetingId, marks }],
    [chair, 'meeting/open', { meetingId }],
    [chair, 'item/start', { itemId: 'nd2' }],
    [chair, 'vote/open', { voteId }],
  ] as const)
    expect(await by.ask(command, payload)).toMatchObject({ status: 'accepted' });
}

/** Leaves no room for a single byte. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  for (let piece = 1_048_576; piece >= 1; piece = Math.floor(piece / 2)) {
    try {
      while (writeSync(handle, Buffer.alloc(piece)) === piece);
    } catch (reason) {
      if (!(reason instanceof Error && 'code' in reason && reason.code === 'ENOSPC')) throw reason;
    }
  }
  closeSync(handle);
}

test('[INV-4] a ballot that the disk has no room for is said not to be saved, and is given again', async () => {
  test.setTimeout(180_000);
  app = await launchApp({ userData, args: [`--address=${room.address('A12')}`] });
  const seat = new SeatPage(await app.firstWindow());
  await seat.packIsWhole();
  await seat.enterPin(room.personAt('A12').pin);
  const chair = await consoleOf('chair');
  await openTheVote(chair, await consoleOf('clerk'));
  await expect(seat.question).toBeVisible();
  await expect(seat.question.getByRole('button', { name: 'Tán thành', exact: true })).toBeEnabled();

  const ballast = join(userData, 'terminals', 'ballast');
  fill(ballast);
  await seat.vote('Tán thành');
  await expect(seat.page.getByText('Máy này chưa lưu được yêu cầu.')).toBeVisible();
  await expect(seat.ballot).toHaveCount(0);
  expect(chair.record('vote', voteId)).toMatchObject({ received: 0 });

  rmSync(ballast);
  await seat.vote('Tán thành');
  await expect(seat.ballot).toContainText('Đã ghi nhận');
  await chair.until(() => chair.record('vote', voteId)?.['received'] === 1);
  await expect(seat.modals).toHaveCount(0);
});

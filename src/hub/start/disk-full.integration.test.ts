import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { participantId } from '../../shared/records/ids.ts';
import { mustNotStart, type NotStarted } from '../audit/hub-process.ts';
import { attach, headersOf, proofFor, type LiveLine, type Terminal } from '../audit/protocol-client.ts';
import { seededPin, seededTerminal, startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { makePdf } from '../documents/pdf-samples.ts';
import { temporaryFolder, type TemporaryFolder } from '../store/temporary-folder.ts';

let folder: TemporaryFolder;
let disk: string;
let isMounted = false;
beforeEach(() => {
  folder = temporaryFolder();
  disk = join(folder.path, 'disk');
  mkdirSync(disk);
  isMounted = mount(disk);
});
afterEach(() => {
  if (isMounted) execFileSync('umount', ['-l', disk]);
  folder.remove();
});

/** A small disk of its own, in memory; only root may make one. */
function mount(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Writes until there is no room for a single byte more. */
function fill(path: string): void {
  const handle = openSync(path, 'w');
  try {
    for (let piece = 65_536; piece >= 1; piece = Math.floor(piece / 2)) writeWhilePossible(handle, piece);
  } finally {
    closeSync(handle);
  }
}

function writeWhilePossible(handle: number, piece: number): void {
  const bytes = Buffer.alloc(piece);
  try {
    while (writeSync(handle, bytes) === piece);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

/** Asks for things until the hub says that its disk is full: its files may still have room inside. */
async function askUntilFull(line: LiveLine): Promise<number> {
  for (let made = 0; made < 5000; made += 1) {
    const answer = await line.command(`fill-${made}`, 'item/start', { itemId: made % 2 === 0 ? 'i1' : 'i2' });
    if (answer.status === 'unavailable' && answer.code === 'hub/disk-full') return made;
  }
  throw new Error('the disk never was full');
}

describe('a hub whose disk is full', () => {
  it('[INV-1] refuses commands as weather, lets everybody read on, and takes commands again when there is room', async ({
    skip,
  }) => {
    if (!isMounted) skip('a small disk can only be mounted by root');
    const hub = await startSeededHub(join(disk, 'data'));
    const chair = seededTerminal(hub, 'chair', { person: 'p-A01' });
    const seat = seededTerminal(hub, 'seat', { seat: 'A02' });
    const clerk = seededTerminal(hub, 'clerk', { person: 'p-clerk' });
    const line = await attach(chair);
    await line.command('open', 'meeting/open', { meetingId: 'm1' });
    const ballast = join(disk, 'ballast');
    fill(ballast);

    const made = await askUntilFull(line);
    const { seq } = hub.room.head();
    const health = await fetch(`${hub.url}/health`);
    expect(await health.json()).toMatchObject({ status: 'read-only', seq });
    await expectReadable(hub, seat);
    await expectWeather(hub, clerk);

    rmSync(ballast);
    const again = await line.command(`fill-${made}`, 'item/start', { itemId: made % 2 === 0 ? 'i1' : 'i2' });
    expect(again).toMatchObject({ status: 'accepted', seq: seq + 1 });
    expect(await (await fetch(`${hub.url}/health`)).json()).toMatchObject({ status: 'ok', seq: seq + 1 });
    expect(hub.faults).toEqual([]);
    line.close();
    await hub.stop();
    const restarted = await startSeededHub(join(disk, 'data'));
    expect(restarted.room.head().seq).toBe(seq + 1);
    await restarted.stop();
  });

  it('starts all the same, to be read', async ({ skip }) => {
    if (!isMounted) skip('a small disk can only be mounted by root');
    const hub = await startSeededHub(join(disk, 'data'));
    const seat = seededTerminal(hub, 'seat', { seat: 'A02' });
    await hub.stop();
    fill(join(disk, 'ballast'));
    const restarted = await startSeededHub(join(disk, 'data'));
    expect(restarted.paper).toEqual(hub.paper);
    await expectReadable(restarted, { ...seat, hub: restarted.url });
    await restarted.stop();
  });
});

describe('a data folder that cannot be written', () => {
  const start = (name: string): Promise<NotStarted> =>
    mustNotStart(['--data', join(disk, name), '--port', '0']);

  it.for([
    ['may only be read', (): void => void execFileSync('mount', ['-o', 'remount,ro', disk]), ['room', 'new']],
    ['is on a full disk and has no room yet', (): void => fill(join(disk, 'ballast')), ['new']],
  ] satisfies [string, () => void, string[]][])(
    'that %s: the hub does not start, says so and what to look at, and leaves it as it was',
    async ([, harm, names], { skip }) => {
      if (!isMounted) skip('a small disk can only be mounted by root');
      const hub = await startSeededHub(join(disk, 'room'));
      const { seq } = hub.room.head();
      await hub.stop();
      harm();
      for (const name of names) {
        const { exitCode, stderr } = await start(name);
        expect([exitCode, stderr.trim().split('\n').length]).toEqual([2, 1]);
        expect(stderr).toContain(`Không mở được kho dữ liệu ${join(disk, name)}`);
        expect(stderr).toContain('Hãy kiểm tra quyền ghi và dung lượng đĩa.');
      }
      execFileSync('mount', ['-o', 'remount,rw', disk]);
      const again = await startSeededHub(join(disk, 'room'));
      expect(again.room.head().seq).toBe(seq);
      await again.stop();
    },
  );
});

async function expectReadable(hub: SeededHub, seat: Terminal): Promise<void> {
  const line = await attach(seat, { epoch: 1, seq: 0 });
  expect(await line.next('page')).toMatchObject({ complete: true });
  line.close();
  const blob = await fetch(`${hub.url}/v1/blobs/${hub.paper.sha256}`, { headers: headersOf(seat) });
  expect((await blob.arrayBuffer()).byteLength).toBe(hub.paper.bytes);
}

/** What would have to be written is refused with the code of the weather, over HTTP as well. */
async function expectWeather(hub: SeededHub, clerk: Terminal): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const tries = [
    fetch(`${hub.url}/v1/documents?meetingId=m1&itemId=i1&category=main&fileName=x.pdf`, {
      method: 'POST',
      headers: { ...headersOf(clerk), 'content-type': 'application/pdf' },
      body: (await makePdf({ pages: 3 })) as Uint8Array<ArrayBuffer>,
    }),
    fetch(`${hub.url}/v1/sessions`, {
      method: 'POST',
      headers: { ...headersOf({ ...clerk, sessionToken: null }), ...json },
      body: JSON.stringify(
        await proofFor(clerk, { participantId: participantId.parse('p-clerk'), pin: seededPin }),
      ),
    }),
  ];
  for (const response of await Promise.all(tries)) {
    expect([response.status, await response.json()]).toMatchObject([503, { code: 'hub/disk-full' }]);
  }
}

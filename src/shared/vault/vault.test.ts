import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { WantedBlob } from '../bridge/bridge.ts';
import {
  documentVersionId,
  meetingId as meetingIdOf,
  sha256 as sha256Of,
  type MeetingId,
  type Sha256,
} from '../records/ids.ts';
import { chunkBytes, chunkCount, chunkLength, sealedBytes, sealedLength } from './chunks.ts';
import {
  BlobRefused,
  DiskFull,
  MeetingRecalled,
  type BlobDisk,
  type BlobPlace,
  type BlobStream,
  type VaultPorts,
} from './vault-ports.ts';
import { Vault } from './vault.ts';

const m1 = meetingIdOf.parse('m1');

/** A disk in memory that survives the vault, and that can be damaged, full or torn. */
class TestDisk implements BlobDisk {
  readonly chunks = new Map<string, Uint8Array>();
  readonly held = new Set<Sha256>();
  readonly gone = new Set<MeetingId>();
  room = Infinity;
  /** Sealed bytes that find their way to the disk before the power goes; null for no cut. */
  writesLeft: number | null = null;

  list(): ReturnType<BlobDisk['list']> {
    const names = new Set([...this.chunks.keys()].map((name) => sha256Of.parse(name.split('|')[0])));
    return Promise.resolve(
      [...names].map((sha256) => {
        const own = [...this.chunks].filter(([name]) => name.startsWith(sha256));
        const storedBytes = own.reduce((sum, [, chunk]) => sum + sealedLength(chunk.length), 0);
        return { meetingId: m1, sha256, storedBytes, held: this.held.has(sha256) };
      }),
    );
  }

  readChunk({ meetingId, sha256 }: BlobPlace, index: number, length: number): Promise<Uint8Array | null> {
    if (this.gone.has(meetingId)) return Promise.resolve(null);
    const chunk = this.chunks.get(`${sha256}|${index}`);
    return Promise.resolve(chunk?.length === length ? chunk : null);
  }

  writeChunk({ meetingId, sha256 }: BlobPlace, index: number, bytes: Uint8Array): Promise<void> {
    if (this.gone.has(meetingId)) return Promise.reject(new MeetingRecalled(meetingId));
    if (this.writesLeft === 0) return Promise.reject(new Error('the power is gone'));
    if (this.writesLeft !== null) this.writesLeft -= 1;
    if (this.room < bytes.length) return Promise.reject(new DiskFull('no room'));
    this.room -= bytes.length;
    this.chunks.set(`${sha256}|${index}`, bytes.slice());
    return Promise.resolve();
  }

  markHeld({ sha256 }: BlobPlace, held: boolean): Promise<void> {
    if (held) this.held.add(sha256);
    else this.held.delete(sha256);
    return Promise.resolve();
  }

  remove({ sha256 }: Pick<BlobPlace, 'sha256'>): Promise<void> {
    this.held.delete(sha256);
    for (const name of [...this.chunks.keys()].filter((key) => key.startsWith(sha256)))
      this.chunks.delete(name);
    return Promise.resolve();
  }

  recalled(): Promise<readonly MeetingId[]> {
    return Promise.resolve([...this.gone]);
  }

  destroyKey(meetingId: MeetingId): Promise<void> {
    this.gone.add(meetingId);
    return Promise.resolve();
  }

  removeMeeting(): Promise<void> {
    this.chunks.clear();
    this.held.clear();
    return Promise.resolve();
  }
}

/** A hub that has some blobs and sends them in pieces, as long as nothing is wrong with it. */
class TestHub {
  readonly blobs = new Map<Sha256, Uint8Array>();
  /** Every request: name and offset. */
  readonly asked: { readonly sha256: Sha256; readonly offset: number }[] = [];
  /** The connection breaks after so many bytes of a request. */
  breaksAfter = Infinity;
  isDown = false;

  add(bytes: number, seed: number): WantedBlob {
    const content = new Uint8Array(Buffer.alloc(bytes, `${seed}. Phụ lục `));
    const sha256 = sha256Of.parse(createHash('sha256').update(content).digest('hex'));
    this.blobs.set(sha256, content);
    return {
      meetingId: m1,
      versionId: documentVersionId.parse(`version-${seed}`),
      sha256,
      bytes,
    };
  }

  fetch = (sha256: Sha256, offset: number): Promise<BlobStream> => {
    if (this.isDown) return Promise.reject(new Error('no route'));
    this.asked.push({ sha256, offset });
    const blob = this.blobs.get(sha256);
    if (blob === undefined) return Promise.reject(new BlobRefused('unknown'));
    let at = offset;
    return Promise.resolve({
      next: () => {
        if (at - offset >= this.breaksAfter) return Promise.reject(new Error('the connection broke'));
        const piece = blob.slice(at, Math.min(at + 100_000, offset + this.breaksAfter));
        at += piece.length;
        return Promise.resolve(piece.length === 0 ? null : piece);
      },
      cancel: () => undefined,
    });
  };
}

/** Time that a test moves. */
class TestTimers {
  #now = 0;
  readonly #alarms = new Set<{ readonly at: number; readonly run: () => void }>();
  now = (): number => this.#now;

  after = (ms: number, run: () => void): (() => void) => {
    const alarm = { at: this.#now + ms, run };
    this.#alarms.add(alarm);
    return () => void this.#alarms.delete(alarm);
  };

  pass(ms: number): void {
    this.#now += ms;
    for (const alarm of [...this.#alarms].filter(({ at }) => at <= this.#now)) {
      this.#alarms.delete(alarm);
      alarm.run();
    }
  }
}

interface Terminal {
  readonly vault: Vault;
  readonly timers: TestTimers;
  readonly troubles: unknown[];
}

async function start(disk: BlobDisk, hub: TestHub): Promise<Terminal> {
  const timers = new TestTimers();
  const troubles: unknown[] = [];
  const ports: VaultPorts = {
    disk,
    timers,
    random: () => 0,
    fetch: hub.fetch,
    createHasher: () => {
      const hash = createHash('sha256');
      return Promise.resolve({
        update: (bytes) => void hash.update(bytes),
        digest: () => hash.digest('hex'),
      });
    },
    onTrouble: (reason) => troubles.push(reason),
  };
  return { vault: await Vault.open(ports), timers, troubles };
}

const stateOf = ({ vault }: Terminal, { sha256 }: WantedBlob): string | undefined =>
  vault.progress.get().find((blob) => blob.sha256 === sha256)?.state;
const held = (terminal: Terminal, blob: WantedBlob): Promise<boolean> =>
  vi.waitUntil(() => stateOf(terminal, blob) === 'held');

const isSame = (a: Uint8Array | null, b: Uint8Array | undefined): boolean =>
  a !== null && b !== undefined && Buffer.compare(a, b) === 0;

describe('the vault', () => {
  it('fetches what is wanted, most urgent first, and gives any stretch of it', async () => {
    const hub = new TestHub();
    const [small, large] = [hub.add(10, 1), hub.add(3 * chunkBytes + 11, 2)];
    const seat = await start(new TestDisk(), hub);
    seat.vault.setOnline(true);
    seat.vault.want([large, small]);
    await held(seat, small);
    expect(hub.asked.map(({ sha256 }) => sha256)).toEqual([large.sha256, small.sha256]);
    const all = hub.blobs.get(large.sha256);
    expect(isSame(await seat.vault.read(large.sha256, 0, large.bytes), all)).toBe(true);
    expect(
      isSame(
        await seat.vault.read(large.sha256, chunkBytes - 2, chunkBytes + 2),
        all?.slice(chunkBytes - 2, chunkBytes + 2),
      ),
    ).toBe(true);
    expect(await seat.vault.read(large.sha256, large.bytes - 1, large.bytes + 50)).toHaveLength(1);
  });

  it('leaves a blob for a more urgent one and goes on with it where it was', async () => {
    const hub = new TestHub();
    const [first, urgent] = [hub.add(4 * chunkBytes, 1), hub.add(10, 2)];
    const seat = await start(new TestDisk(), hub);
    const stop = seat.vault.progress.subscribe(([blob]) => {
      if (blob?.sha256 !== first.sha256 || blob.heldBytes < chunkBytes) return;
      stop();
      seat.vault.want([urgent, first]);
    });
    seat.vault.setOnline(true);
    seat.vault.want([first]);
    await held(seat, first);
    expect(hub.asked).toEqual([
      { sha256: first.sha256, offset: 0 },
      { sha256: urgent.sha256, offset: 0 },
      { sha256: first.sha256, offset: chunkBytes },
    ]);
  });

  it('resumes at the last whole chunk when the connection breaks, after a growing wait', async () => {
    const hub = new TestHub();
    const blob = hub.add(5 * chunkBytes, 1);
    hub.breaksAfter = 2 * chunkBytes + 1000;
    const seat = await start(new TestDisk(), hub);
    seat.vault.setOnline(true);
    seat.vault.want([blob]);
    await vi.waitUntil(() => seat.troubles.length === 1 && stateOf(seat, blob) === 'waiting');
    expect(seat.vault.progress.get()[0]?.heldBytes).toBe(2 * chunkBytes);
    seat.timers.pass(3_000);
    await vi.waitUntil(() => seat.troubles.length === 2 && stateOf(seat, blob) === 'waiting');
    seat.timers.pass(3_000);
    await held(seat, blob);
    expect(hub.asked.map(({ offset }) => offset)).toEqual([0, 2 * chunkBytes, 4 * chunkBytes]);
  });

  it('fetches nothing while the link is down, and gives what it holds', async () => {
    const hub = new TestHub();
    const [have, lack] = [hub.add(10, 1), hub.add(10, 2)];
    const disk = new TestDisk();
    const before = await start(disk, hub);
    before.vault.setOnline(true);
    before.vault.want([have]);
    await held(before, have);
    before.vault.stop();
    hub.asked.length = 0;
    const after = await start(disk, hub);
    after.vault.want([lack, have]);
    expect(isSame(await after.vault.read(have.sha256, 0, 10), hub.blobs.get(have.sha256))).toBe(true);
    expect(await after.vault.read(lack.sha256, 0, 10)).toBeNull();
    expect(stateOf(after, lack)).toBe('waiting');
    expect(hub.asked).toEqual([]);
  });

  it('survives a power cut after every single chunk, and checks the whole without the hub', async () => {
    const hub = new TestHub();
    const blob = hub.add(4 * chunkBytes + 99, 1);
    const disk = new TestDisk();
    for (let cut = 0; cut <= chunkCount(blob.bytes); cut += 1) {
      disk.writesLeft = 1;
      const seat = await start(disk, hub);
      seat.vault.setOnline(true);
      seat.vault.want([blob]);
      await vi.waitUntil(() => seat.troubles.length > 0 || stateOf(seat, blob) === 'held');
      seat.vault.stop();
    }
    expect(hub.asked.map(({ offset }) => offset / chunkBytes)).toEqual([0, 1, 2, 3, 4]);
    disk.held.clear();
    hub.isDown = true;
    const offline = await start(disk, hub);
    offline.vault.want([blob]);
    await held(offline, blob);
    expect(isSame(await offline.vault.read(blob.sha256, 0, blob.bytes), hub.blobs.get(blob.sha256))).toBe(
      true,
    );
  });

  it('[INV-5] gives nothing of a blob with a damaged chunk, says so, and fetches that chunk alone', async () => {
    const hub = new TestHub();
    const blob = hub.add(3 * chunkBytes, 1);
    const disk = new TestDisk();
    const seat = await start(disk, hub);
    seat.vault.setOnline(true);
    seat.vault.want([blob]);
    await held(seat, blob);
    seat.vault.setOnline(false);
    disk.chunks.delete(`${blob.sha256}|1`);
    expect(await seat.vault.read(blob.sha256, 0, 10)).toHaveLength(10);
    expect(await seat.vault.read(blob.sha256, chunkBytes, chunkBytes + 10)).toBeNull();
    expect(await seat.vault.read(blob.sha256, 0, 10)).toBeNull();
    expect(stateOf(seat, blob)).toBe('refetching');
    seat.vault.setOnline(true);
    await held(seat, blob);
    expect(hub.asked.at(-1)).toEqual({ sha256: blob.sha256, offset: chunkBytes });
    expect(isSame(await seat.vault.read(blob.sha256, 0, blob.bytes), hub.blobs.get(blob.sha256))).toBe(true);
  });

  it('[INV-5] never gives bytes that are not what their name says', async () => {
    const hub = new TestHub();
    const blob = hub.add(2 * chunkBytes, 1);
    const right = hub.blobs.get(blob.sha256)?.slice() ?? new Uint8Array(0);
    hub.blobs.set(
      blob.sha256,
      right.map((byte, index) => (index === 7 ? byte ^ 1 : byte)),
    );
    const disk = new TestDisk();
    const seat = await start(disk, hub);
    seat.vault.setOnline(true);
    seat.vault.want([blob]);
    await vi.waitUntil(() => seat.troubles.length === 1);
    expect(await seat.vault.read(blob.sha256, 0, 10)).toBeNull();
    expect(stateOf(seat, blob)).toBe('refetching');
    expect(disk.chunks.size).toBe(0);
    hub.blobs.set(blob.sha256, right);
    seat.timers.pass(15_000);
    await held(seat, blob);
  });

  it('does not take a longer or shorter file for the blob', async () => {
    const hub = new TestHub();
    const blob = hub.add(10, 1);
    const disk = new TestDisk();
    disk.chunks.set(`${blob.sha256}|0`, new Uint8Array(9));
    disk.held.add(blob.sha256);
    const seat = await start(disk, hub);
    seat.vault.want([blob]);
    expect(stateOf(seat, blob)).toBe('waiting');
    expect(await seat.vault.read(blob.sha256, 0, 10)).toBeNull();
  });

  it('says that the disk is full, tries again slowly, and goes on when there is room', async () => {
    const hub = new TestHub();
    const blob = hub.add(3 * chunkBytes, 1);
    const disk = new TestDisk();
    disk.room = 2 * chunkBytes;
    const seat = await start(disk, hub);
    seat.vault.setOnline(true);
    seat.vault.want([blob]);
    await vi.waitUntil(() => stateOf(seat, blob) === 'disk-full');
    seat.timers.pass(15_000);
    await vi.waitUntil(() => seat.troubles.length === 2);
    expect(stateOf(seat, blob)).toBe('disk-full');
    disk.room = chunkBytes;
    seat.timers.pass(15_000);
    await held(seat, blob);
  });

  it('goes on with the others while the hub does not give one', async () => {
    const hub = new TestHub();
    const [unknown, known] = [hub.add(10, 1), hub.add(10, 2)];
    hub.blobs.delete(unknown.sha256);
    const seat = await start(new TestDisk(), hub);
    seat.vault.setOnline(true);
    seat.vault.want([unknown, known]);
    await held(seat, known);
    expect(stateOf(seat, unknown)).toBe('waiting');
  });

  it('deletes what is not wanted when it is told to, and nothing before', async () => {
    const hub = new TestHub();
    const [old, present] = [hub.add(10, 1), hub.add(10, 2)];
    const disk = new TestDisk();
    const seat = await start(disk, hub);
    seat.vault.setOnline(true);
    seat.vault.want([old, present]);
    await held(seat, present);
    seat.vault.want([present]);
    expect(await seat.vault.read(old.sha256, 0, 10)).toHaveLength(10);
    await seat.vault.dropOthers();
    expect(await seat.vault.read(old.sha256, 0, 10)).toBeNull();
    expect([...disk.chunks.keys()]).toEqual([`${present.sha256}|0`]);
  });

  it('counts what a file holds before it has been checked', async () => {
    const hub = new TestHub();
    const blob = hub.add(3 * chunkBytes, 1);
    const disk = new TestDisk();
    disk.chunks.set(`${blob.sha256}|0`, new Uint8Array(chunkLength(blob.bytes, 0)));
    const seat = await start(disk, hub);
    seat.vault.want([blob]);
    expect(seat.vault.progress.get()[0]).toMatchObject({ heldBytes: chunkBytes, state: 'waiting' });
    expect(sealedBytes(chunkBytes)).toBe(sealedLength(chunkBytes));
  });
});

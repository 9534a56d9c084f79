import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it, vi } from 'vitest';
import type { WantedBlob } from '../../bridge/bridge.ts';
import { documentVersionId, meetingId, sha256 as sha256Of } from '../../records/ids.ts';
import { chunkBytes, chunkCount, sealedLength, sealedOffset } from '../chunks.ts';
import type { BlobDisk, BlobPlace, VaultPorts } from '../vault-ports.ts';
import { Vault } from '../vault.ts';

/** A disk whose files a test can reach past the vault. */
export interface ReachableDisk {
  /** Opens the disk anew, as after a restart. */
  open(): Promise<BlobDisk>;
  /** The file of a blob as it lies there. */
  bytesOf(place: BlobPlace): Promise<Uint8Array>;
  /** Replaces it; the disk is not open meanwhile. */
  replace(place: BlobPlace, bytes: Uint8Array): Promise<void>;
}

interface Blob extends WantedBlob {
  readonly content: Uint8Array;
}

/** How long the last chunk is. */
const restBytes = 5_000;

function blobOf(meeting: string, seed: number): Blob {
  const content = new Uint8Array(2 * chunkBytes + restBytes).map((_, at) => (at * seed + (at >> 8)) % 251);
  return {
    meetingId: meetingId.parse(meeting),
    versionId: documentVersionId.parse(`v${seed}`),
    sha256: sha256Of.parse(bytesToHex(sha256(content))),
    bytes: content.length,
    content,
  };
}

/** Two papers of one meeting, and the first of them once more for another meeting. */
const paper = blobOf('m1', 1);
const other = blobOf('m1', 2);
const twin: Blob = { ...paper, meetingId: meetingId.parse('m2') };

function sealedChunk(file: Uint8Array, index: number): Uint8Array {
  return file.slice(sealedOffset(index), Math.min(file.length, sealedOffset(index + 1)));
}

function withChunk(file: Uint8Array, index: number, chunk: Uint8Array): Uint8Array {
  const changed = file.slice();
  changed.set(chunk, sealedOffset(index));
  return changed;
}

function flipped(file: Uint8Array, at: number): Uint8Array {
  const changed = file.slice();
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

interface Files {
  readonly paper: Uint8Array;
  readonly other: Uint8Array;
  readonly twin: Uint8Array;
}

/** Everything that is done to one chunk of `paper`. */
const damages: Readonly<Record<string, (files: Files, index: number) => Uint8Array>> = {
  'flipped in its beginning': ({ paper: file }, index) => flipped(file, sealedOffset(index)),
  'flipped in its middle': ({ paper: file }, index) => flipped(file, sealedOffset(index) + 2_000),
  'flipped in its tag': ({ paper: file }, index) =>
    flipped(file, Math.min(file.length, sealedOffset(index + 1)) - 1),
  truncated: ({ paper: file }, index) => file.slice(0, sealedOffset(index) + 100),
  'cut off before it': ({ paper: file }, index) => file.slice(0, sealedOffset(index)),
  emptied: ({ paper: file }, index) =>
    withChunk(file, index, new Uint8Array(sealedChunk(file, index).length)),
  'swapped with another of the same blob': ({ paper: file }, index) =>
    index === 2 ? file.slice(0, sealedOffset(2)) : withChunk(file, index, sealedChunk(file, 1 - index)),
  'swapped with that of another blob': ({ paper: file, other: foreign }, index) =>
    withChunk(file, index, sealedChunk(foreign, index)),
  'swapped with that of the same blob of another meeting': ({ paper: file, twin: foreign }, index) =>
    withChunk(file, index, sealedChunk(foreign, index)),
};

const chunks = [0, 1, 2] as const;
export const damageCases = Object.keys(damages).flatMap((kind) =>
  chunks.map((index) => ({ kind, index, name: `chunk ${index} ${kind}` })),
);

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** What a hub that is there gives; each content by its name. */
function hubOf(blobs: readonly Blob[]): VaultPorts['fetch'] {
  return (sha256, offset) => {
    let rest: Uint8Array | null = blobs.find((blob) => blob.sha256 === sha256)?.content.slice(offset) ?? null;
    return Promise.resolve({
      next: () => {
        const piece = rest;
        rest = null;
        return Promise.resolve(piece);
      },
      cancel: () => undefined,
    });
  };
}

function openVault(disk: BlobDisk, change: Partial<VaultPorts> = {}): Promise<Vault> {
  return Vault.open({
    disk,
    timers: { now: () => 0, after: () => () => undefined },
    random: () => 0,
    fetch: hubOf([paper, other]),
    createHasher: () => {
      const hash = sha256.create();
      return Promise.resolve({
        update: (bytes: Uint8Array) => void hash.update(bytes),
        digest: () => bytesToHex(hash.digest()),
      });
    },
    onTrouble: () => undefined,
    ...change,
  });
}

/** States are waited for, also where two test files share a slow machine. */
const patience = { timeout: 15_000 } as const;

const isHeld = ({ progress }: Vault): boolean => progress.get().every(({ state }) => state === 'held');

async function fill(disk: BlobDisk): Promise<void> {
  const vault = await openVault(disk);
  vault.setOnline(true);
  vault.want([paper, other]);
  await vi.waitUntil(() => isHeld(vault), patience);
  vault.want([paper, other, twin]);
  await vi.waitUntil(() => isHeld(vault), patience);
  vault.stop();
}

/** Reads everything there is of a blob, chunk by chunk and as a whole; gives what is wrong with what came. */
async function wrongIn(vault: Vault, blob: Blob): Promise<readonly string[]> {
  const stretches = chunks.map((index) => [
    index * chunkBytes,
    Math.min(blob.bytes, (index + 1) * chunkBytes),
  ]);
  const wrong: string[] = [];
  for (const [begin = 0, end = 0] of [...stretches, [0, blob.bytes]]) {
    // oxlint-disable-next-line no-await-in-loop
    const given = await vault.read(blob.sha256, begin, end);
    if (given !== null && !same(given, blob.content.slice(begin, end))) wrong.push(`${begin}–${end}`);
  }
  return wrong;
}

/**
 * Damages one chunk and starts again: without a hub nothing wrong may be given out, with it all must be right again.
 * Gives what was wrong. `spoil` plants a bug between the vault and the disk.
 */
export async function findWrong(
  reachable: ReachableDisk,
  of: { readonly kind: string; readonly index: number },
  spoil: (disk: BlobDisk) => BlobDisk = (disk) => disk,
): Promise<readonly string[]> {
  await fill(await reachable.open());
  const files: Files = {
    paper: await reachable.bytesOf(paper),
    other: await reachable.bytesOf(other),
    twin: await reachable.bytesOf(twin),
  };
  const damage = damages[of.kind];
  if (damage === undefined) throw new Error(`no damage ${of.kind}`);
  await reachable.replace(paper, damage(files, of.index));
  // The other meeting's copy is no help: it is what a swap has been made with.
  await reachable.replace(twin, new Uint8Array(0));
  const vault = await openVault(spoil(await reachable.open()));
  vault.want([paper, other]);
  const wrong = [...(await wrongIn(vault, paper)), ...(await wrongIn(vault, other))];
  vault.setOnline(true);
  try {
    await vi.waitUntil(() => isHeld(vault), { timeout: 4_000 });
    const healed = await vault.read(paper.sha256, 0, paper.bytes);
    if (healed === null || !same(healed, paper.content)) wrong.push('not mended');
  } catch {
    wrong.push('not held again');
  }
  vault.stop();
  return wrong;
}

/** Bugs that the suite has to notice, each with a damage by which it shows. */
export const plantedBugs: Readonly<Record<string, (disk: BlobDisk) => BlobDisk>> = {
  'gives out what does not open': (disk) => ({
    ...delegate(disk),
    readChunk: async (place, index, length) =>
      (await disk.readChunk(place, index, length)) ?? new Uint8Array(length),
  }),
  'gives another chunk in the place of one that does not open': (disk) => ({
    ...delegate(disk),
    readChunk: async (place, index, length) =>
      (await disk.readChunk(place, index, length)) ??
      (await disk.readChunk(place, index === 0 ? 1 : 0, chunkBytes))?.slice(0, length) ??
      null,
  }),
  'does not keep what mends': (disk) => ({ ...delegate(disk), writeChunk: () => Promise.resolve() }),
};

function delegate(disk: BlobDisk): BlobDisk {
  return {
    list: () => disk.list(),
    readChunk: (place, index, length) => disk.readChunk(place, index, length),
    writeChunk: (place, index, bytes) => disk.writeChunk(place, index, bytes),
    markHeld: (place, held) => disk.markHeld(place, held),
    remove: (place) => disk.remove(place),
    recalled: () => disk.recalled(),
    destroyKey: (meeting) => disk.destroyKey(meeting),
    removeMeeting: (meeting) => disk.removeMeeting(meeting),
  };
}

/** The acceptance suite of a vault's disk: damage of every kind to every chunk, power cuts, recall. */
export function describeDamage(name: string, setUp: () => ReachableDisk): void {
  describe(`the damaged ${name}`, () => {
    it.each(damageCases)('[INV-5] $name: nothing wrong is given out, and the hub mends it', async (of) => {
      expect(await findWrong(setUp(), of)).toEqual([]);
    });

    it.each(Object.keys(plantedBugs))('is noticed by these tests where the disk %s', async (bug) => {
      const found = await findWrong(setUp(), { kind: 'flipped in its middle', index: 1 }, plantedBugs[bug]);
      expect(found).not.toEqual([]);
    });

    it('[INV-5] goes on where it was when the power went at any chunk, in the middle of it', async () => {
      for (const cut of chunks) {
        const reachable = setUp();
        // oxlint-disable-next-line no-await-in-loop
        const rest = await cutAt(reachable, cut);
        expect(rest).toEqual([]);
      }
    });

    it('[INV-12] holds no chunk that opens after a recall, not even put back, and nothing of another meeting is lost', async () => {
      const reachable = setUp();
      await fill(await reachable.open());
      const before = await reachable.bytesOf(paper);
      const vault = await openVault(await reachable.open());
      await vault.recall(paper.meetingId);
      expect(await vault.read(other.sha256, 0, other.bytes)).toBeNull();
      vault.stop();
      // A copy that somebody has made of the file is of no use.
      await reachable.replace(paper, before);
      const disk = await reachable.open();
      expect(await disk.recalled()).toEqual([paper.meetingId]);
      for (const index of chunks) {
        const length = Math.min(chunkBytes, paper.bytes - index * chunkBytes);
        // oxlint-disable-next-line no-await-in-loop
        expect(await disk.readChunk(paper, index, length)).toBeNull();
      }
      const again = await openVault(disk);
      expect((await disk.list()).map(({ meetingId: id }) => id)).toEqual([twin.meetingId]);
      again.setOnline(true);
      again.want([paper, other, twin]);
      await vi.waitUntil(() => isHeld(again), patience);
      expect(again.progress.get().map(({ meetingId: id }) => id)).toEqual([twin.meetingId]);
      expect(await again.read(other.sha256, 0, 10)).toBeNull();
      expect(same((await again.read(twin.sha256, 0, twin.bytes)) ?? new Uint8Array(0), twin.content)).toBe(
        true,
      );
      again.stop();
    });
  });
}

/** Lets the power go while chunk `cut` is written, half of it on the disk; gives what is wrong after the next start. */
async function cutAt(reachable: ReachableDisk, cut: number): Promise<readonly string[]> {
  const disk = await reachable.open();
  let isDead = false;
  let last: Promise<void> = Promise.resolve();
  const dying: BlobDisk = {
    ...delegate(disk),
    writeChunk(place, index, bytes) {
      // One after the other, so that it is known what had come to the disk when the power went.
      const writing = last.then(async () => {
        if (isDead) throw new Error('the power is gone');
        await disk.writeChunk(place, index, bytes);
        isDead = index === cut;
        if (isDead) throw new Error('the power is gone');
      });
      last = writing.catch(() => undefined);
      return writing;
    },
  };
  const first = await openVault(dying);
  first.setOnline(true);
  first.want([paper]);
  await vi.waitUntil(() => isDead, patience);
  first.stop();
  const file = await reachable.bytesOf(paper);
  const half =
    sealedOffset(cut) +
    Math.floor(sealedLength(cut === chunkCount(paper.bytes) - 1 ? restBytes : chunkBytes) / 2);
  await reachable.replace(paper, file.slice(0, half));
  const offsets: number[] = [];
  const fetch = hubOf([paper]);
  const vault = await openVault(await reachable.open(), {
    fetch: (sha256, offset) => {
      offsets.push(offset / chunkBytes);
      return fetch(sha256, offset);
    },
  });
  vault.want([paper]);
  const wrong = [...(await wrongIn(vault, paper))];
  vault.setOnline(true);
  await vi.waitUntil(() => isHeld(vault), patience);
  wrong.push(...(await wrongIn(vault, paper)));
  if (offsets.join() !== String(cut)) wrong.push(`fetched from ${offsets.join()} and not from ${cut} alone`);
  vault.stop();
  return wrong;
}

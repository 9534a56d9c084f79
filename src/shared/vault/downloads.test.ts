import { sha256 as sha256Of } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it, vi } from 'vitest';
import type { WantedBlob } from '../bridge/bridge.ts';
import { documentVersionId, meetingId, sha256, type Sha256 } from '../records/ids.ts';
import { chunkBytes } from './chunks.ts';
import { createMemoryDisk } from './memory-disk.ts';
import { Vault } from './vault.ts';

/** A terminal over a hub that gives one chunk each time the test lets it, and a clock that the test moves. */
async function terminal(random = 0) {
  const contents = new Map<Sha256, Uint8Array>();
  const asked: Sha256[] = [];
  const broken = new Set<Sha256>();
  const alarms: { at: number; run: () => void }[] = [];
  const letters: (() => void)[] = [];
  const troubles: unknown[] = [];
  let now = 0;
  let isHeldUp = false;
  const vault = await Vault.open({
    disk: createMemoryDisk(),
    timers: {
      now: () => now,
      after: (ms, run) => {
        const alarm = { at: now + ms, run };
        alarms.push(alarm);
        return () => void alarms.splice(alarms.indexOf(alarm), alarms.includes(alarm) ? 1 : 0);
      },
    },
    random: () => random,
    fetch: async (name, offset) => {
      asked.push(name);
      if (broken.has(name)) throw new Error('the connection breaks');
      let at = offset;
      return {
        next: async () => {
          if (isHeldUp) await new Promise<void>((resolve) => letters.push(resolve));
          const piece = contents.get(name)?.slice(at, at + chunkBytes) ?? new Uint8Array(0);
          at += piece.length;
          return piece.length === 0 ? null : piece;
        },
        cancel: () => undefined,
      };
    },
    createHasher: () => {
      const hash = sha256Of.create();
      return Promise.resolve({
        update: (bytes: Uint8Array) => void hash.update(bytes),
        digest: () => bytesToHex(hash.digest()),
      });
    },
    onTrouble: (reason) => troubles.push(reason),
  });
  vault.setOnline(true);
  return {
    vault,
    asked,
    broken,
    troubles,
    add(seed: number, meeting = 'm1', chunks = 1): WantedBlob {
      const content = new Uint8Array(chunks * chunkBytes).fill(seed);
      const name = sha256.parse(bytesToHex(sha256Of(content)));
      contents.set(name, content);
      return {
        meetingId: meetingId.parse(meeting),
        versionId: documentVersionId.parse(`v${seed}`),
        sha256: name,
        bytes: content.length,
      };
    },
    holdUp: () => (isHeldUp = true),
    async letOneChunkThrough() {
      await vi.waitUntil(() => letters.length > 0);
      letters.shift()?.();
    },
    waiting: () => letters.length,
    alarms: () => alarms.length,
    pass(ms: number) {
      now += ms;
      for (const alarm of alarms.filter(({ at }) => at <= now)) {
        alarms.splice(alarms.indexOf(alarm), 1);
        alarm.run();
      }
    },
    held: () => vi.waitUntil(() => vault.progress.get().every(({ state }) => state === 'held')),
  };
}

describe('the downloads of a terminal', () => {
  it('begin at a moment of their own, so that a room does not ask all at once', async () => {
    const seat = await terminal(0.5);
    seat.vault.want([seat.add(1)]);
    await vi.waitUntil(() => seat.alarms() > 0);
    expect(seat.asked).toEqual([]);
    seat.pass(499);
    expect(seat.asked).toEqual([]);
    seat.pass(1);
    await seat.held();
  });

  it('come at once for a document that somebody opens, before everything else', async () => {
    const seat = await terminal(0.5);
    const [first, second] = [seat.add(1), seat.add(2)];
    seat.vault.want([first, second]);
    expect(await seat.vault.read(second.sha256, 0, 10)).toBeNull();
    await vi.waitUntil(() => seat.asked.length > 0);
    expect(seat.asked).toEqual([second.sha256]);
  });

  it('leave a long document for the one that is opened, and go on with it afterwards', async () => {
    const seat = await terminal();
    const [long, opened] = [seat.add(1, 'm1', 4), seat.add(2)];
    seat.holdUp();
    seat.vault.want([long, opened]);
    await seat.letOneChunkThrough();
    await vi.waitUntil(() => seat.waiting() > 0);
    expect(await seat.vault.read(opened.sha256, 0, 10)).toBeNull();
    for (let chunk = 0; chunk < 6; chunk += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await Promise.race([seat.letOneChunkThrough(), seat.held()]);
    }
    await seat.held();
    expect(seat.asked).toEqual([long.sha256, opened.sha256, long.sha256]);
  });

  it('go on with the others when one cannot be had, and come back to it', async () => {
    const seat = await terminal();
    const [bad, good] = [seat.add(1), seat.add(2)];
    seat.broken.add(bad.sha256);
    seat.vault.want([bad, good]);
    await vi.waitUntil(() => seat.troubles.length === 1 && seat.alarms() > 0);
    seat.pass(3_000);
    await vi.waitUntil(() => seat.vault.progress.get()[1]?.state === 'held');
    await vi.waitUntil(() => seat.troubles.length === 2 && seat.alarms() > 0);
    seat.broken.clear();
    seat.pass(3_000);
    await seat.held();
    expect(seat.vault.progress.get().map(({ state }) => state)).toEqual(['held', 'held']);
  });

  it('leave the line to live traffic between two chunks, and a chunk still comes in a busy room', async () => {
    const seat = await terminal();
    const paper = seat.add(1, 'm1', 2);
    seat.vault.yieldToLive();
    seat.vault.want([paper]);
    await vi.waitUntil(() => seat.alarms() > 0);
    expect(seat.asked).toEqual([]);
    seat.vault.yieldToLive();
    seat.pass(250);
    await seat.held();
  });

  it('do not wait for live traffic with what somebody has opened', async () => {
    const seat = await terminal();
    const paper = seat.add(1);
    seat.vault.yieldToLive();
    expect(await seat.vault.read(paper.sha256, 0, 10)).toBeNull();
    seat.vault.want([paper]);
    await seat.held();
  });

  it('are not needed for a text that another meeting has already', async () => {
    const seat = await terminal();
    const [own, others] = [seat.add(1, 'm1', 3), seat.add(1, 'm2', 3)];
    seat.vault.want([own]);
    await seat.held();
    seat.vault.setOnline(false);
    seat.vault.want([own, others]);
    await seat.held();
    expect(seat.asked).toEqual([own.sha256]);
    await seat.vault.recall(own.meetingId);
    expect(await seat.vault.read(own.sha256, 0, 10)).toHaveLength(10);
  });

  it('[INV-12] end with a recall in their middle, and none begins again', async () => {
    const seat = await terminal();
    const paper = seat.add(1, 'm1', 3);
    seat.holdUp();
    seat.vault.want([paper]);
    await seat.letOneChunkThrough();
    await vi.waitUntil(() => seat.waiting() > 0);
    await seat.vault.recall(paper.meetingId);
    await seat.letOneChunkThrough();
    seat.vault.want([paper]);
    expect(seat.vault.progress.get()).toEqual([]);
    expect(await seat.vault.read(paper.sha256, 0, 10)).toBeNull();
    expect(seat.asked).toEqual([paper.sha256]);
  });
});

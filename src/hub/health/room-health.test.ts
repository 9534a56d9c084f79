import { describe, expect, it } from 'vitest';
import { createTestRoom, type TestRoom } from '../room/testing/test-room.ts';
import { readRoomHealth } from './room-health.ts';

const healthOf = ({ room }: TestRoom) =>
  readRoomHealth({
    room,
    version: '1.0.0',
    members: () => [],
    proofOf: () => ({ state: 'none', at: null, blobs: 0 }),
    hubFacts: () =>
      Promise.resolve({ disk: null, memory: { freeBytes: 8_000_000_000, totalBytes: 16_000_000_000 } }),
    now: () => Date.UTC(2026, 8, 5),
    uptimeMs: () => 0,
  });

describe('what IT is told of the hub', () => {
  it('[INV-10] is red when a machine has followed another copy of the room, or this one further than it goes', async () => {
    const test = createTestRoom();
    test.connect('seat:p-A01', { epoch: 1, seq: 0 });
    expect((await healthOf(test)).hub.level).toBe('ok');

    const beyond = { epoch: 1, seq: 40, head: 40, check: 'ABCD-EFGH' };
    test.connect('seat:p-A02', beyond);
    test.connect('seat:p-A02', beyond);
    const { hub } = await healthOf(test);
    expect(hub.level).toBe('bad');
    const [found] = hub.findings.filter(({ level }) => level === 'bad');
    expect(found?.says.vi).toBe('1 máy đã theo một bản sao khác của phòng này');
    expect(found?.advice?.vi).toContain('--new-epoch');

    test.connect('seat:p-A03', { ...beyond, epoch: 0 });
    expect(test.room.strays()).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { openRoom } from './testing/test-room.ts';

describe('a hub that has been replaced', () => {
  it('[INV-10] sends away those who are still connected, so that they look for the hub in force', () => {
    const test = openRoom();
    const unaware = test.connect('seat:p-A02');
    test.connect('seat:p-A03', null, 2);
    expect(unaware.received.at(-1)).toEqual({ type: 'rejected', code: 'hub/stale-epoch' });
    expect(unaware.isClosed()).toBe(true);
    const late = test.connect('seat:p-A02');
    expect(late.received).toEqual([{ type: 'rejected', code: 'hub/stale-epoch' }]);
  });

  it('[INV-9] tells a client that stands beyond the end of its log where the log ends', () => {
    const test = openRoom();
    const { seq } = test.room.head();
    const peer = test.connect('seat:p-A02');
    peer.send({ type: 'pull', request: 1, since: seq + 8, limit: 500 });
    expect(peer.received.at(-1)).toMatchObject({ type: 'page', since: seq + 8, upTo: seq, complete: true });
  });
});

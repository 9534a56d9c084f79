import { describe, expect, it } from 'vitest';
import { downMessage, type DownMessage } from '../../shared/protocol/down.ts';
import {
  isSpoken,
  nextToTry,
  ownVersions,
  type SpokenVersions,
} from '../../shared/protocol/spoken-versions.ts';
import { upMessage } from '../../shared/protocol/up.ts';
import { deviceId, roomId } from '../../shared/records/ids.ts';
import { createRoom } from './room.ts';
import type { Connection } from './room.ts';

/*
 * A room while it is updated: one side speaks N, the other N−1. The numbers are passed in, for only one protocol has
 * been released so far; what the sides say goes through the schemas of the wire.
 */

/** Version N and the one before it, and a program that was never updated. */
const updated: SpokenVersions = { oldest: 6, current: 7 };
const before: SpokenVersions = { oldest: 5, current: 6 };
const longBefore: SpokenVersions = { oldest: 4, current: 5 };

/** A terminal that greets as `Link` does: its own protocol first, then what may come after a refusal. */
function meet(terminal: SpokenVersions, hub: SpokenVersions) {
  const room = createRoom(
    {
      log: { append: () => undefined, read: () => [], hashAt: () => null },
      now: () => 0,
      sha256: () => '0'.repeat(64),
      sign: () => ({ key: '0'.repeat(64), value: '0'.repeat(128) }),
      endOfTurn: (task: () => void) => task(),
      later: () => undefined,
      identify: () => ({
        deviceId: deviceId.parse('d-1'),
        surface: 'screen',
        seat: null,
        participantId: null,
        personId: null,
      }),
      spoken: hub,
    },
    { roomId: roomId.parse('room-1'), epoch: 1 },
  );
  const offered: number[] = [];
  for (let protocol: number | null = terminal.current; protocol !== null;) {
    offered.push(protocol);
    const heard: DownMessage[] = [];
    const connection: Connection = room.connect({
      send: (frame) => void heard.push(downMessage.parse(JSON.parse(frame.text)) as DownMessage),
      close: () => undefined,
    });
    const hello = { type: 'hello', protocol, deviceToken: 't', sessionToken: null, epochSeen: 0, have: null };
    connection.receive(upMessage.parse(hello));
    const [answer] = heard;
    if (answer?.type === 'welcome') return { offered, agreed: answer.protocol };
    protocol = nextToTry(protocol, terminal);
  }
  return { offered, agreed: null };
}

describe('[UPD-5] a room that is half updated', () => {
  it('speaks the protocol of a terminal that is not updated yet', () => {
    expect(meet(before, updated)).toEqual({ offered: [6], agreed: 6 });
  });

  it('lets an updated terminal fall back to the protocol of a hub that is not', () => {
    expect(meet(updated, before)).toEqual({ offered: [7, 6], agreed: 6 });
  });

  it('goes by the newest when both are updated', () => {
    expect(meet(updated, updated)).toEqual({ offered: [7], agreed: 7 });
  });

  it('turns away a terminal that missed two updates, and is turned away by a hub that did', () => {
    expect(meet(longBefore, updated)).toEqual({ offered: [5, 4], agreed: null });
    expect(meet(updated, longBefore)).toEqual({ offered: [7, 6], agreed: null });
  });

  it('keeps to the one before: from the second protocol on, every program speaks two', () => {
    expect(ownVersions.oldest).toBe(Math.max(1, ownVersions.current - 1));
    expect(isSpoken(ownVersions.current + 1, ownVersions)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { limits } from '../../shared/protocol/limits.ts';
import { pointedPlace } from '../../shared/protocol/point.ts';
import { openRoom, type TestPeer } from './testing/test-room.ts';

const at = pointedPlace.parse({ versionId: 'v1', page: 3, x: 100, y: 250.5 });
const pointers = (peer: TestPeer): unknown[] =>
  peer.received.flatMap((message) => (message.type === 'pointer' ? [message.at] : []));

function ledRoom() {
  const test = openRoom();
  const peers = {
    leader: test.connect('chair:p-A01'),
    seat: test.connect('seat:p-A02'),
    clerk: test.connect('clerk:p-clerk'),
    screen: test.connect('screen:'),
  };
  test.ask('chair:p-A01', 'presentation/show', { meetingId: 'm1', versionId: 'v1', page: 3 });
  return { test, ...peers };
}

describe('pointing', () => {
  it('[PRES-3] [AT-14] goes to seats and consoles, not to the screen nor back, and leaves no trace in the log', () => {
    const { test, leader, seat, clerk, screen } = ledRoom();
    const before = test.log.length;
    leader.send({ type: 'point', at });
    leader.send({ type: 'point', at: null });
    expect(pointers(seat)).toEqual([at, null]);
    expect(pointers(clerk)).toEqual([at, null]);
    expect([pointers(screen), pointers(leader)]).toEqual([[], []]);
    test.endTurn();
    expect(test.log.length).toBe(before);
  });

  it('[PRES-3] is nothing from who does not lead, nor after the leader has stopped', () => {
    const { test, leader, seat, clerk } = ledRoom();
    seat.send({ type: 'point', at });
    test.ask('chair:p-A01', 'presentation/stop', { meetingId: 'm1' });
    leader.send({ type: 'point', at });
    expect([pointers(clerk), pointers(seat)]).toEqual([[], []]);
  });

  it('[PRES-3] drops what comes too often, but never that it has ended', () => {
    const { test, leader, seat } = ledRoom();
    for (let time = 0; time < 5; time += 1) leader.send({ type: 'point', at: { ...at, x: time } });
    leader.send({ type: 'point', at: null });
    test.clock += limits.pointMs;
    leader.send({ type: 'point', at });
    expect(pointers(seat)).toEqual([{ ...at, x: 0 }, null, at]);
  });
});

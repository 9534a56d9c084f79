import { expect, it } from 'vitest';
import { breakAndRetry } from './testing/link-talk.ts';
import { linkedRoom, welcome } from './testing/linked-room.ts';

const spoken = { oldest: 6, current: 7 };
const protocolsSaid = (room: ReturnType<typeof linkedRoom>): unknown[] =>
  room.wire.current.said.map((message) => (message as { protocol?: unknown }).protocol);

it('[UPD-5] falls back to the protocol before its own when the hub is not updated yet', () => {
  const room = linkedRoom({ spoken });
  room.link.start();
  room.wire.current.open();
  expect(protocolsSaid(room)).toEqual([7]);
  room.wire.current.hear({ type: 'rejected', code: 'protocol/unsupported' });
  room.wire.current.open();
  expect(protocolsSaid(room)).toEqual([6]);
  room.wire.current.hear(welcome({ protocol: 6 }));
  expect(room.link.status.get().state).toBe('live');
});

it('[UPD-5] offers its own protocol again after the hub has gone, for it may come back updated', () => {
  const room = linkedRoom({ spoken });
  room.link.start();
  room.wire.current.open();
  room.wire.current.hear({ type: 'rejected', code: 'protocol/unsupported' });
  room.wire.current.open();
  room.wire.current.hear(welcome({ protocol: 6 }));
  breakAndRetry(room);
  room.wire.current.open();
  expect(protocolsSaid(room)).toEqual([7]);
});

it('[UPD-5] says that it must be updated when no protocol is left to try', () => {
  const room = linkedRoom({ spoken });
  room.link.start();
  for (let time = 0; time < 2; time += 1) {
    room.wire.current.open();
    room.wire.current.hear({ type: 'rejected', code: 'protocol/unsupported' });
  }
  expect(room.link.status.get()).toMatchObject({ state: 'rejected', code: 'protocol/unsupported' });
});

it('[UPD-5] does not believe a hub that welcomes by a protocol it does not speak', () => {
  const room = linkedRoom({ spoken });
  room.link.start();
  room.wire.current.open();
  room.wire.current.hear(welcome({ protocol: 8 }));
  expect(room.link.status.get().state).toBe('rejected');
});

import { beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../shared/protocol/limits.ts';
import { sealedPartChars } from '../../shared/records/layer-part.ts';
import { createTestRoom, releasedRoom, type TestPeer, type TestRoom } from './testing/test-room.ts';
import { samplePlan } from './testing/sample-plan.ts';

const part = (partId: string, sealed = 'QUJD') => ({ meetingId: 'm1', partId, sealed });

/** The parts that a terminal has been sent, in pokes and pages. */
function partsAt(peer: TestPeer): readonly (string | null)[] {
  return peer.received
    .flatMap((message) => ('records' in message ? message.records : []))
    .filter(({ kind }) => kind === 'layer-part')
    .map(({ key, body }) => (body === null ? null : key));
}

describe('the personal layer', () => {
  let room: TestRoom;
  beforeEach(() => void (room = releasedRoom()));

  it('[LAYER-1] is sent to its owner wherever signed in, and to nobody else, the secretary included', () => {
    const owner = room.connect('seat:p-A02');
    const others = (['seat:p-A03', 'chair:p-A01', 'clerk:p-clerk', 'seat:', 'screen:'] as const).map((who) =>
      room.connect(who),
    );
    expect(room.ask('seat:p-A02', 'layer/append', part('x1'))).toMatchObject({ status: 'accepted' });
    expect(partsAt(owner)).toEqual([expect.stringMatching(/^layer-part\/.+~x1$/)]);
    expect(others.map(partsAt)).toEqual(others.map(() => []));
    const later = room.connect('seat:p-A02', { epoch: 1, seq: 0 });
    expect(partsAt(later)).toHaveLength(1);
    const stranger = room.connect('seat:p-A03', { epoch: 1, seq: 0 });
    expect(partsAt(stranger)).toEqual([]);
  });

  it('[LAYER-1] is one’s own before the release as well, when the consoles see all else', () => {
    const draft = createTestRoom();
    draft.ask('hub', 'meeting/create', samplePlan);
    const clerk = draft.connect('clerk:p-clerk');
    const chair = draft.connect('chair:p-A01');
    expect(draft.ask('clerk:p-clerk', 'layer/append', part('x1'))).toMatchObject({ status: 'accepted' });
    expect([partsAt(clerk).length, partsAt(chair).length]).toEqual([1, 0]);
  });

  it('[LAYER-1] cannot be written to for another, because nothing in a message says whose it is', () => {
    room.ask('seat:p-A02', 'layer/append', part('x1', 'QUJD'));
    room.ask('seat:p-A03', 'layer/append', part('x1', 'REVG'));
    const bodies = [...room.room.state().records.values()].flatMap(({ kind, body }) =>
      kind === 'layer-part' ? [`${body.personId} ${body.sealed}`] : [],
    );
    expect(new Set(bodies).size).toBe(2);
    expect(room.ask('seat:', 'layer/append', part('x2'))).toMatchObject({ code: 'access/not-signed-in' });
  });

  it('[LAYER-2] never changes a part, and has each once however often it is sent', () => {
    const first = room.ask('seat:p-A02', 'layer/append', part('x1'), 'c1');
    expect(room.ask('seat:p-A02', 'layer/append', part('x1'), 'c1')).toEqual(first);
    expect(room.ask('seat:p-A02', 'layer/append', part('x1', 'REVG'), 'c2')).toMatchObject({
      code: 'layer/part-exists',
    });
  });

  it('[LAYER-2] has a limit in each meeting, which is not another person’s', () => {
    const sealed = 'A'.repeat(sealedPartChars);
    const fitting = Math.floor(limits.layerChars / sealedPartChars);
    for (let at = 0; at < fitting; at += 1) room.ask('seat:p-A02', 'layer/append', part(`x${at}`, sealed));
    expect(room.ask('seat:p-A02', 'layer/append', part('last', sealed))).toMatchObject({
      code: 'layer/full',
    });
    expect(room.ask('seat:p-A03', 'layer/append', part('first'))).toMatchObject({ status: 'accepted' });
  });

  it('is taken until the end and after it', () => {
    room.ask('chair:p-A01', 'attendance/sign-in', { participantId: 'p-A01' });
    room.ask('chair:p-A01', 'meeting/open', { meetingId: 'm1' });
    room.ask('chair:p-A01', 'meeting/close', { meetingId: 'm1' });
    expect(room.ask('seat:p-B01', 'layer/append', part('x1'))).toMatchObject({ status: 'accepted' });
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { Change, LinkStatus } from '../bridge/bridge.ts';
import type { CommandIntent } from '../protocol/commands/command-schemas.ts';
import type { OutboxEntry } from '../link/outbox-entry.ts';
import { commandId, meetingId, seatLabel, type MeetingId } from '../records/ids.ts';
import { createChannel, createSignal } from '../std/signal.ts';
import { obeyRecalls } from './obey-recalls.ts';

const m1 = meetingId.parse('m1');
const m2 = meetingId.parse('m2');
const seat = seatLabel.parse('A09');

function setUp(isRegistered = true) {
  const did: string[] = [];
  const recalls = createSignal<readonly MeetingId[]>([]);
  const changes = createChannel<Change | 'live'>();
  const status = createSignal<LinkStatus>({
    state: 'connecting',
    since: 0,
    clockDifferenceMs: null,
    code: null,
  });
  const entries = createSignal<readonly OutboxEntry[]>([]);
  const refusing = new Set<MeetingId>();
  const onTrouble = vi.fn();
  obeyRecalls({
    link: { recalls, status, onChange: (listener) => changes.subscribe(listener) },
    vault: {
      async recall(meeting) {
        if (refusing.has(meeting)) throw new Error('the disk refuses');
        did.push(`destroy ${meeting}`);
      },
    },
    outbox: {
      entries,
      async submit({ type, payload }: CommandIntent) {
        did.push(`${type} ${JSON.stringify(payload)}`);
        const entry: OutboxEntry = {
          id: commandId.parse('c1'),
          order: 1,
          command: type,
          payload,
          madeAt: 0,
          participantId: null,
          answer: null,
          confirmedEpoch: 0,
          confirmedHistory: 0,
          dismissed: false,
          personId: null,
        };
        entries.set([entry]);
        return entry;
      },
    },
    guard: {
      haveRecalled: (meetings) => void did.push(`hide ${meetings.join()}`),
      recallsAreKnown: () => void did.push('known'),
    },
    seat,
    isRegistered,
    onTrouble,
  });
  const acknowledged = (meeting: MeetingId): string =>
    `recall/acknowledge ${JSON.stringify({ meetingId: meeting, seat })}`;
  return { did, recalls, changes, status, refusing, onTrouble, acknowledged };
}

const poke = (body: unknown): Change =>
  ({
    ...{ epoch: 1, prev: 1, seq: 2, check: '0000-0002' },
    records: [{ key: 'meeting/m1', kind: 'meeting', seq: 2, body }],
  }) as Change;

describe('a terminal that is told of a recall', () => {
  it('[INV-12] [RECALL-3] destroys, then acknowledges, and only then lets anything be shown', async () => {
    const { did, recalls, changes, acknowledged } = setUp();
    expect(did).toEqual([]);
    recalls.set([m1]);
    changes.emit('live');
    await vi.waitUntil(() => did.includes('known'));
    expect(did).toEqual(['destroy m1', 'hide m1', acknowledged(m1), 'known']);
  });

  it('[INV-12] does so at once when it is told live', async () => {
    const { did, changes, acknowledged } = setUp();
    changes.emit(poke({ id: 'm1', recalledAt: null }));
    changes.emit(poke({ id: 'm1', recalledAt: 5, state: 'closed' }));
    await vi.waitUntil(() => did.length === 3);
    expect(did).toEqual(['destroy m1', 'hide m1', acknowledged(m1)]);
  });

  it('[RECALL-3] does not acknowledge what its disk has refused, and carries out the others', async () => {
    const { did, recalls, changes, refusing, onTrouble, acknowledged } = setUp();
    refusing.add(m1);
    recalls.set([m1, m2]);
    changes.emit('live');
    await vi.waitUntil(() => did.includes('known'));
    expect(did).toEqual(['destroy m2', 'hide m2', acknowledged(m2), 'known']);
    expect(onTrouble).toHaveBeenCalledOnce();
  });

  it('says it once, however often it is welcomed meanwhile', async () => {
    const { did, recalls, changes, acknowledged } = setUp();
    recalls.set([m1]);
    changes.emit('live');
    await vi.waitUntil(() => did.includes('known'));
    changes.emit('live');
    await vi.waitUntil(() => did.filter((what) => what === 'known').length === 2);
    expect(did.filter((what) => what === acknowledged(m1))).toHaveLength(1);
  });

  it('lets the room go on when the hub cannot be asked, but not for a session that has ended', () => {
    const away = setUp();
    away.status.set({ state: 'offline', since: 0, clockDifferenceMs: null, code: null });
    expect(away.did).toEqual(['known']);
    const ended = setUp();
    ended.status.set({ state: 'rejected', since: 0, clockDifferenceMs: null, code: 'access/not-signed-in' });
    expect(ended.did).toEqual([]);
    expect(setUp(false).did).toEqual(['known']);
  });
});

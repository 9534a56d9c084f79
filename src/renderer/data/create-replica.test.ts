import 'fake-indexeddb/auto';
import { NON_PREMIUM_COLLECTION_LIMIT } from 'rxdb';
import { randomFillSync } from 'node:crypto';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { meetingId } from '../../shared/records/ids.ts';
import type { RecordBody, RecordKind } from '../../shared/records/registry.ts';
import { createReplica } from './create-replica.ts';
import type { Replica } from './replica.ts';
import { loseCheckpoints, textOnDisk, wipeDisk } from './testing/disk.ts';
import { ballotBy, FakeHub, identityOf, item } from './testing/fake-hub.ts';

const key = new Uint8Array(32).fill(7);

interface Started {
  readonly replica: Replica;
  readonly troubles: unknown[];
  /** Switches the terminal off. */
  stop(): Promise<void>;
}

/** A terminal that starts. */
function start(hub: FakeHub, replicaKey: Uint8Array = key, recalled: readonly string[] = []): Started {
  const troubles: unknown[] = [];
  const replica = createReplica({
    device: { identity: hub.identity, replicaKey: () => Promise.resolve(replicaKey) },
    hub,
    timers: { now: () => 1_000_000, after: () => () => undefined },
    recalled: () => recalled.map((id) => meetingId.parse(id)),
    fillRandom: (bytes) => void randomFillSync(bytes),
    onTrouble: (reason) => troubles.push(reason),
  });
  const end = replica.start();
  const stop = async (): Promise<void> => {
    end();
    await replica.settled();
  };
  onTestFinished(stop);
  return { replica, troubles, stop };
}

const titles = ({ replica }: Started): readonly string[] =>
  replica
    .records('agenda-item')
    .get()
    .list.map(({ title }) => title);
const soon = { timeout: 5_000 };
const count = ({ replica }: Started, kind: RecordKind): number => replica.records(kind).get().list.length;
const whole = ({ replica }: Started): Promise<boolean> => vi.waitUntil(() => replica.state.get().whole, soon);
const opened = ({ replica }: Started): Promise<boolean> =>
  vi.waitUntil(() => replica.state.get().phase === 'open', soon);

beforeEach(async () => {
  await wipeDisk();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

describe('the replica of a terminal', () => {
  it('pulls the room and takes up what changes', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Kinh tế'), item(2, 'Chuyển đổi số'));
    const seat = start(hub);
    hub.connect();
    await whole(seat);
    expect(titles(seat)).toEqual(['Kinh tế', 'Chuyển đổi số']);
    hub.put(item(2, 'Dự thảo Nghị quyết'));
    await vi.waitUntil(() => titles(seat)[1] === 'Dự thảo Nghị quyết', soon);
    hub.put(['agenda-item', { gone: 'agenda-item/item-1' }]);
    await vi.waitUntil(() => titles(seat).length === 1, soon);
    expect(seat.troubles).toEqual([]);
  });

  it('[AT-09] shows at a cold start what it held, without the hub', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Kinh tế'));
    const before = start(hub);
    hub.connect();
    await whole(before);
    await before.stop();
    hub.disconnect();
    hub.room.set(null);
    const after = start(hub);
    await opened(after);
    expect(titles(after)).toEqual(['Kinh tế']);
    expect(after.replica.state.get()).toMatchObject({ whole: false, wholeAt: 1_000_000, kept: true });
  });

  it('resumes from its checkpoint after a restart', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Một'), item(2, 'Hai'));
    const before = start(hub);
    hub.connect();
    await whole(before);
    await vi.waitUntil(async () => (await textOnDisk()).includes('down|1'), soon);
    await before.stop();
    hub.put(item(3, 'Ba'));
    hub.pulls.length = 0;
    const after = start(hub);
    await vi.waitUntil(() => count(after, 'agenda-item') === 3, soon);
    expect(hub.pulls).toEqual([2]);
    expect(hub.reached).toContain(2);
  });

  it('[INV-9] fills the gap of changes that it missed', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Một'));
    const seat = start(hub);
    hub.connect();
    await whole(seat);
    hub.disconnect();
    expect(seat.replica.state.get().whole).toBe(false);
    hub.put(item(2, 'Hai'));
    hub.put(item(3, 'Ba'));
    expect(count(seat, 'agenda-item')).toBe(1);
    hub.connect();
    await whole(seat);
    expect(titles(seat)).toEqual(['Một', 'Hai', 'Ba']);
  });

  it('asks again when the link breaks in the middle of a pull', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Một'));
    hub.breakNextPull = true;
    const seat = start(hub);
    hub.connect();
    await whole(seat);
    expect(titles(seat)).toEqual(['Một']);
    expect(hub.pulls).toEqual([0, 0]);
    expect(seat.troubles).toEqual([]);
  });

  it('keeps unchanged records as the same objects', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Một'), item(2, 'Hai'));
    const seat = start(hub);
    hub.connect();
    await whole(seat);
    const before = seat.replica.records('agenda-item').get();
    const people = seat.replica.records('person').get();
    hub.put(item(2, 'Hai, sửa'));
    await vi.waitUntil(() => titles(seat)[1] === 'Hai, sửa', soon);
    const after = seat.replica.records('agenda-item').get();
    expect(after.byId.get('item-1')).toBe(before.byId.get('item-1'));
    expect(after.byId.get('item-2')).not.toBe(before.byId.get('item-2'));
    expect(seat.replica.records('person').get()).toBe(people);
  });

  it('[INV-7] writes nothing in clear', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Chuyển đổi số'));
    const seat = start(hub);
    hub.connect();
    await whole(seat);
    const disk = await textOnDisk();
    expect(disk).toContain('agenda-item/item-1');
    for (const word of ['Chuyển', 'plannedMinutes', 'room-1', 'personId']) expect(disk).not.toContain(word);
  });

  it('begins empty when its key is another, and pulls again', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Một'));
    const before = start(hub);
    hub.connect();
    await whole(before);
    await before.stop();
    hub.disconnect();
    const after = start(hub, new Uint8Array(32).fill(8));
    await opened(after);
    expect(count(after, 'agenda-item')).toBe(0);
    hub.connect();
    await whole(after);
    expect(titles(after)).toEqual(['Một']);
  });

  it('survives being started, stopped and started at once', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Một'));
    const seat = start(hub);
    await seat.stop();
    const first = seat.replica.start();
    first();
    const second = seat.replica.start();
    onTestFinished(second);
    hub.connect();
    await whole(seat);
    expect(titles(seat)).toEqual(['Một']);
    expect(seat.troubles).toEqual([]);
  });
});

describe('the replica when the viewer or the room changes', () => {
  it('removes what is personal at sign-out, off the disk too, and works offline', async () => {
    const hub = new FakeHub();
    hub.signIn('p1');
    hub.put(item(1, 'Một'), ballotBy('p1'));
    const seat = start(hub);
    hub.connect();
    await whole(seat);
    expect(count(seat, 'ballot')).toBe(1);
    hub.disconnect();
    hub.signOut();
    await vi.waitUntil(() => count(seat, 'ballot') === 0, soon);
    await seat.replica.settled();
    expect(titles(seat)).toEqual(['Một']);
    expect(await textOnDisk()).not.toContain('ballot/');
  });

  it('removes it before anything is shown when the power went at the sign-out', async () => {
    const hub = new FakeHub();
    hub.signIn('p1');
    hub.put(item(1, 'Một'), ballotBy('p1'));
    const before = start(hub);
    hub.connect();
    await whole(before);
    await before.stop();
    hub.disconnect();
    hub.identity.set(identityOf(null));
    const after = start(hub);
    const shown: number[] = [];
    after.replica.records('ballot').subscribe(({ list }) => shown.push(list.length));
    await opened(after);
    expect(Math.max(0, ...shown)).toBe(0);
    expect(titles(after)).toEqual(['Một']);
  });

  it('pulls everything again for the next person, and what was readable stays so meanwhile', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Một'), ballotBy('p1'));
    hub.hidden = ({ kind }) => kind === 'ballot' && hub.identity.get().participantId === null;
    const seat = start(hub);
    hub.connect();
    await whole(seat);
    expect(count(seat, 'ballot')).toBe(0);
    const shown: number[] = [];
    seat.replica.records('agenda-item').subscribe(({ list }) => shown.push(list.length));
    hub.disconnect();
    hub.signIn('p1');
    hub.connect();
    await vi.waitUntil(() => count(seat, 'ballot') === 1, soon);
    expect(hub.pulls.at(-1)).toBe(0);
    expect(shown.every((length) => length === 1)).toBe(true);
  });

  it('drops what the hub no longer gives to the new viewer', async () => {
    const hub = new FakeHub();
    hub.identity.set(identityOf('p1', 'chair'));
    hub.put(item(1, 'Bản nháp'));
    const console1 = start(hub);
    hub.connect();
    await whole(console1);
    expect(count(console1, 'agenda-item')).toBe(1);
    hub.disconnect();
    hub.signOut();
    await vi.waitUntil(() => count(console1, 'agenda-item') === 0, soon);
    hub.put(item(2, 'Công khai'));
    hub.connect();
    await whole(console1);
    await vi.waitUntil(() => titles(console1).includes('Công khai'), soon);
  });

  it('[INV-10] forgets the records of an epoch that is over', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Một'), item(2, 'Hai'));
    const seat = start(hub);
    hub.connect();
    await whole(seat);
    hub.disconnect();
    hub.restoreEmpty();
    hub.put(item(1, 'Một, phục hồi'));
    hub.connect();
    await whole(seat);
    await vi.waitUntil(() => titles(seat)[0] === 'Một, phục hồi', soon);
    expect(titles(seat)).toEqual(['Một, phục hồi']);
  });

  it('[INV-10] removes what was stored just before the power went, without its checkpoint, if it does not come again', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Một'), item(2, 'Hai'));
    const before = start(hub);
    hub.connect();
    await whole(before);
    await before.stop();
    hub.disconnect();
    await loseCheckpoints();
    // The hub that it comes back to has the first alone, and nothing that says the second is gone.
    const copy = new FakeHub();
    copy.put(item(1, 'Một'));
    const after = start(copy);
    copy.connect();
    await whole(after);
    await vi.waitUntil(() => titles(after).length === 1, soon);
    expect(titles(after)).toEqual(['Một']);
  });

  it('[INV-10] forgets the records of a history that the hub of the same epoch does not have', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Một'), item(2, 'Hai'));
    const seat = start(hub);
    hub.connect();
    await whole(seat);
    hub.disconnect();
    const copy = new FakeHub();
    copy.put(item(1, 'Một, ở bản sao'), item(3, 'Ba'), item(4, 'Bốn'));
    hub.goOverTo(copy);
    hub.connect();
    await whole(seat);
    await vi.waitUntil(() => titles(seat).length === 3, soon);
    expect(titles(seat)).toEqual(['Một, ở bản sao', 'Ba', 'Bốn']);
  });
});

describe('the replica of a seat that was off at a recall', () => {
  it('[INV-12] removes the records of the papers before anything is shown, off the disk too', async () => {
    const hub = new FakeHub();
    const paper = (id: string, meeting: string) =>
      ['document', { id, meetingId: meeting, title: `Dự thảo ${id}` } as RecordBody<'document'>] as const;
    hub.put(item(1, 'Kinh tế'), paper('d1', 'm1'), paper('d2', 'm2'));
    const before = start(hub);
    hub.connect();
    await whole(before);
    expect(count(before, 'document')).toBe(2);
    await before.stop();
    hub.disconnect();
    hub.room.set(null);
    const after = start(hub, key, ['m1']);
    const seen = new Set<string>();
    after.replica.records('document').subscribe(({ list }) => list.forEach(({ id }) => seen.add(id)));
    await opened(after);
    expect([...seen]).toEqual(['d2']);
    await after.stop();
    // Not only hidden: a start that knows nothing of the recall does not find them either.
    const again = start(hub);
    await opened(again);
    expect(count(again, 'document')).toBe(1);
    expect(titles(again)).toEqual(['Kinh tế']);
  });
});

describe('the replica on a failing disk', () => {
  it('pulls again what a failed write has lost, without a hole', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Một'));
    const seat = start(hub);
    hub.connect();
    await whole(seat);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('disk full', 'QuotaExceededError');
    });
    hub.put(item(2, 'Hai'));
    await vi.waitUntil(() => seat.troubles.length > 0, soon);
    hub.put(item(3, 'Ba'));
    await vi.waitUntil(() => count(seat, 'agenda-item') === 3, soon);
    await whole(seat);
    expect(seat.replica.state.get().kept).toBe(true);
    await seat.stop();
    hub.disconnect();
    const again = start(hub);
    await opened(again);
    expect(titles(again)).toEqual(['Một', 'Hai', 'Ba']);
  });

  it('goes on in memory when the disk keeps refusing, and the screen never empties', async () => {
    const hub = new FakeHub();
    hub.put(item(1, 'Một'));
    const seat = start(hub);
    hub.connect();
    await whole(seat);
    const shown: number[] = [];
    seat.replica.records('agenda-item').subscribe(({ list }) => shown.push(list.length));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('disk full', 'QuotaExceededError');
    });
    hub.put(item(2, 'Hai'));
    await vi.waitUntil(() => count(seat, 'agenda-item') === 2, soon);
    hub.put(item(3, 'Ba'));
    await vi.waitUntil(() => count(seat, 'agenda-item') === 3, soon);
    expect(seat.replica.state.get()).toMatchObject({ kept: false, whole: true });
    expect(Math.min(...shown)).toBeGreaterThan(0);
  });

  it('[rxdb] has one collection of the thirteen that the free RxDB allows', () => {
    expect(NON_PREMIUM_COLLECTION_LIMIT).toBe(13);
  });
});

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReplicaFeed } from '../../shared/link/replica-feed.ts';
import { ModelReplica } from '../../shared/link/testing/model-replica.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { callId, participantId, personId, seatLabel } from '../../shared/records/ids.ts';
import type { Checkpoint, WireRecord } from '../../shared/records/wire-record.ts';
import { present } from '../../shared/std/must.ts';
import { temporaryFolder, type TemporaryFolder } from '../store/temporary-folder.ts';
import { hubActor } from '../transport/ask.ts';
import { startLiveSeat, type LiveSeat } from './live-seat.ts';
import { openLine } from './protocol-client.ts';
import { seededTerminal, startSeededHub, type SeededHub } from './seeded-room.ts';

let folder: TemporaryFolder;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const soon = { timeout: 20_000, interval: 20 };

/** The secretary marks somebody, which changes records for everybody. */
async function mark(hub: SeededHub, seat: string): Promise<void> {
  const payload = { participantId: participantId.parse(`p-${seat}`), state: 'present', reason: '' } as const;
  expect(await hub.ask({ type: 'attendance/mark', payload }, hubActor)).toMatchObject({ status: 'accepted' });
}

const call = (id: string) =>
  ({
    type: 'call/make',
    payload: { callId: callId.parse(id), meetingId: null, seat: seatLabel.parse('A05'), kind: 'help' },
  }) as const;

/** A replica over the link of a seat, in memory. */
function replicaOf({ link }: LiveSeat): { records(): WireRecord[]; begin(): void; stop(): void } {
  const timers = { now: Date.now, after: (ms: number, run: () => void) => stopOf(setTimeout(run, ms)) };
  let running: { feed: ReplicaFeed; replica: ModelReplica } | null = null;
  const stop = (): void => {
    running?.feed.stop();
    running?.replica.stop();
  };
  return {
    records: () => [...(running?.replica.records.values() ?? [])].filter(({ body }) => body !== null),
    begin() {
      stop();
      const disk = {
        load: () => ({ records: new Map<string, WireRecord>(), checkpoint: undefined }),
        saveRecords: async () => undefined,
        saveCheckpoint: async () => undefined,
      };
      const feed = new ReplicaFeed({
        hub: link,
        room: present(link.room.get(), 'a room'),
        onReplaced: () => undefined,
      });
      running = {
        feed,
        replica: new ModelReplica({ source: feed, disk, timers, batchSize: 20, retryMs: 100 }),
      };
    },
    stop,
  };
}

function stopOf(timer: NodeJS.Timeout): () => void {
  return () => clearTimeout(timer);
}

const presentAt = (records: readonly WireRecord[]): string[] =>
  records
    .flatMap(({ kind, body }) =>
      kind === 'attendance' ? [body as { participantId: string; state: string }] : [],
    )
    .filter(({ state }) => state === 'present')
    .map((one) => one.participantId)
    .toSorted();

describe('a data folder that was copied by hand and started without a new epoch', () => {
  it('[INV-1] [INV-10] is noticed by a seat that has followed the first one further: nothing is mixed, nothing lost', async () => {
    const data = join(folder.path, 'data');
    const begun = await startSeededHub(data);
    await mark(begun, 'A01');
    const fork = begun.room.head().seq;
    const terminal = seededTerminal(begun, 'seat', { seat: 'A05', person: 'p-A05' });
    await begun.stop();
    cpSync(data, join(folder.path, 'copy'), { recursive: true });

    const first = await startSeededHub(data);
    let now: SeededHub | null = first;
    const seat = await startLiveSeat({
      terminal,
      roomId: first.store.roomId,
      person: { participantId: participantId.parse('p-A05'), personId: personId.parse('n-A05') },
      hub: () => now?.url ?? null,
    });
    const replica = replicaOf(seat);
    await vi.waitFor(() => expect(seat.link.room.get()).toMatchObject({ epoch: 1, history: 0 }), soon);
    replica.begin();
    await mark(first, 'A02');
    const { id } = await seat.ask(call('k1'));
    await vi.waitFor(() => expect(seat.entries.get(id)?.answer?.status).toBe('accepted'), soon);
    await vi.waitFor(() => expect(presentAt(replica.records())).toEqual(['p-A01', 'p-A02']), soon);
    const end = first.room.head();
    now = null;
    await first.stop();

    // The copy has not heard of any of it, and grows past the place where the seat stands.
    const copy = await startSeededHub(join(folder.path, 'copy'));
    expect(copy.room.epoch).toBe(1);
    for (const other of ['A03', 'A04', 'A06', 'A07', 'A08']) await mark(copy, other);
    expect(copy.room.head().seq).toBeGreaterThan(end.seq);
    now = copy;
    await vi.waitFor(() => expect(seat.link.room.get()).toMatchObject({ epoch: 1, history: 1 }), soon);
    replica.begin();
    await vi.waitFor(
      () =>
        expect(presentAt(replica.records())).toEqual(['p-A01', 'p-A03', 'p-A04', 'p-A06', 'p-A07', 'p-A08']),
      soon,
    );
    await vi.waitFor(
      () =>
        expect(seat.entries.get(id)).toMatchObject({ answer: { status: 'accepted' }, confirmedHistory: 1 }),
      soon,
    );
    const logged = Array.from(copy.store.log.read()).filter(({ commandId }) => commandId === id);
    expect(logged).toHaveLength(1);
    expect(logged[0]?.seq).toBeGreaterThan(fork);
    replica.stop();
    seat.stop();
    await copy.stop();
  }, 60_000);

  it('[INV-10] answers a client of docs/protocol.md as its place is: at the fork as ever, beyond it with another history', async () => {
    const data = join(folder.path, 'data');
    const begun = await startSeededHub(data);
    const terminal = seededTerminal(begun, 'seat', { seat: 'A05', person: 'p-A05' });
    await begun.stop();
    cpSync(data, join(folder.path, 'copy'), { recursive: true });
    const [first, copy] = [await startSeededHub(data), await startSeededHub(join(folder.path, 'copy'))];

    const greet = async (hub: SeededHub, have: Checkpoint | null) => {
      const line = await openLine(hub.url);
      const { deviceToken, sessionToken } = terminal;
      line.send({ type: 'hello', protocol: protocolVersion, deviceToken, sessionToken, epochSeen: 1, have });
      const { history } = await line.next('welcome');
      return { line, history };
    };
    const placeOf = async (hub: SeededHub): Promise<Checkpoint> => {
      const { line } = await greet(hub, null);
      line.send({ type: 'pull', request: 1, since: 0, limit: 2000 });
      const { epoch, upTo, head, check } = await line.next('page');
      line.close();
      return { epoch, seq: upTo, head, check };
    };
    const atFork = await placeOf(first);
    await mark(first, 'A02');
    const beyond = await placeOf(first);
    for (const other of ['A03', 'A04']) await mark(copy, other);

    const told = await Promise.all([greet(copy, atFork), greet(copy, beyond), greet(first, beyond)]);
    expect(told.map(({ history }) => history)).toEqual(['same', 'another', 'same']);
    const [joined, stray] = told;
    expect(await joined?.line.next('page')).toMatchObject({ request: -1, since: atFork.seq });
    stray?.line.send({ type: 'pull', request: 2, since: beyond.seq, limit: 100, check: beyond.check });
    expect(await stray?.line.next('rejected')).toEqual({ type: 'rejected', code: 'hub/another-history' });
    expect([first.room.strays(), copy.room.strays()]).toEqual([0, 1]);
    for (const { line } of told) line.close();
    await Promise.all([first.stop(), copy.stop()]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { startFaultProxy, type FaultProxy } from '../fixtures/fault-proxy.ts';
import { seatStrangers, signInAt } from '../fixtures/room/protocol-seat.ts';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { Stranger } from '../stranger/stranger.ts';

let room: TestRoom;
let proxy: FaultProxy;
let notes: string;
const present: Stranger[] = [];
/** What undoes the preparations, in the order they were made. */
const ends: (() => Promise<void> | void)[] = [];

test.beforeEach(async () => {
  test.setTimeout(120_000);
  notes = mkdtempSync(join(tmpdir(), 'nghi-su-stranger-'));
  ends.push(() => rmSync(notes, { recursive: true, force: true }));
  room = await startRoom();
  ends.push(room.stop);
  proxy = await startFaultProxy({ target: { host: '127.0.0.1', port: room.port } });
  ends.push(() => proxy.stop());
});

test.afterEach(async () => {
  for (const stranger of present.splice(0)) stranger.stop();
  for (const end of ends.splice(0).reverse()) await end();
});

async function seatOf(place: string, notebook?: string): Promise<Stranger> {
  const stranger = new Stranger({
    hub: proxy.url,
    surface: 'seat',
    seat: place,
    ...(notebook === undefined ? {} : { notebook: join(notes, notebook) }),
  });
  present.push(stranger);
  await stranger.register(room.facts.roomCode);
  return stranger;
}

/** The chair's console, signed in. */
async function chairOf(): Promise<Stranger> {
  const chair = new Stranger({ hub: room.facts.hub, surface: 'chair', seat: null });
  present.push(chair);
  await chair.register(room.facts.roomCode);
  chair.connect();
  await signInAt(room, 'chair', chair);
  return chair;
}

test('a client written from docs/protocol.md alone attends, votes through a cut and reads the announced tally', async () => {
  const others = await seatStrangers(room, ['A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10']);
  present.push(...others.values());
  for (const [place, stranger] of others) await signInAt(room, place, stranger);
  const chair = await chairOf();

  const mine = await seatOf('A02', 'a02.jsonl');
  const me = room.personAt('A02');
  await expect(mine.signIn(me.participantId, '000000')).rejects.toMatchObject({ code: 'access/wrong-pin' });
  const [first] = await mine.signInChoices();
  expect(first).toMatchObject({ participantId: me.participantId, seat: 'A02' });
  await mine.signIn(me.participantId, me.pin);
  mine.connect();

  await test.step('it holds the pack and can check every byte of it', async () => {
    await mine.until(() => mine.records('document-version').length > 0);
    const [version] = mine.records('document-version');
    const bytes = await mine.blob(String(version?.['sha256']));
    expect(bytes.byteLength).toBe(version?.['bytes']);
  });

  const { meetingId } = room.facts;
  await chair.until(() => chair.records('vote').length > 0);
  const [vote] = chair.records('vote');
  const voteId = String(vote?.['id']);
  await chair.ask('meeting/open', { meetingId });
  await chair.ask('item/start', { itemId: String(vote?.['itemId']) });
  expect(await chair.ask('vote/open', { voteId })).toMatchObject({ status: 'accepted' });
  await mine.until(() => mine.record('vote', voteId)?.['state'] === 'open');
  const card = mine.record('vote', voteId);
  expect(card?.['electorate']).toContain(me.participantId);

  const ballot = (choice: string): Record<string, unknown> => ({
    voteId,
    participantId: me.participantId,
    choice,
    versionId: card?.['versionId'],
  });
  const again = await test.step('it votes while cut off, dies, and sends from its notebook', async () => {
    proxy.cut('blackhole');
    void mine.ask('ballot/cast', ballot('approve'), 'a02-ballot-1');
    mine.stop();
    const later = new Stranger({
      hub: proxy.url,
      surface: 'seat',
      seat: 'A02',
      notebook: join(notes, 'a02.jsonl'),
    });
    present.push(later);
    later.continueAs(mine);
    expect(later.waiting).toBe(1);
    later.connect();
    expect(chair.record('vote', voteId)).toMatchObject({ received: 0 });
    proxy.heal();
    expect(await later.answerTo('a02-ballot-1')).toMatchObject({ status: 'accepted', note: 'none' });
    return later;
  });

  await test.step('the same id again has the same answer and no effect', async () => {
    const receipt = await again.answerTo('a02-ballot-1');
    for (let time = 0; time < 3; time += 1) expect(await again.askAgain('a02-ballot-1')).toEqual(receipt);
    await again.until(() => again.record('vote', voteId)?.['received'] === 1);
    expect(again.record('ballot', `${voteId}~${me.participantId}`)).toMatchObject({
      state: 'counted',
      revision: 1,
    });
  });

  await test.step('it may not vote for another, and not after the lock', async () => {
    const another = { ...ballot('reject'), participantId: room.personAt('A03').participantId };
    expect(await again.ask('ballot/cast', another)).toMatchObject({ code: 'access/another-person' });
    expect(await chair.ask('vote/lock', { voteId })).toMatchObject({ status: 'accepted' });
    expect(again.record('tally', voteId)).toBeNull();
    expect(await again.ask('ballot/cast', ballot('reject'))).toMatchObject({ code: 'vote/locked' });
  });

  await chair.ask('vote/announce', { voteId });
  await again.until(() => again.record('tally', voteId) !== null);
  expect(again.record('tally', voteId)).toMatchObject({
    approve: 1,
    reject: 0,
    abstain: 0,
    notVoted: 9,
    absent: 5,
    inOffice: 15,
    needed: 8,
    verdict: 'not-passed',
    announced: true,
  });
});

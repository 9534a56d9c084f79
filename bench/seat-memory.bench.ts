import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type CDPSession } from 'playwright';
import { chromiumPath, chromiumSwitches } from '../e2e/fixtures/chromium-path.ts';
import { startFaultProxy, type FaultProxy } from '../e2e/fixtures/fault-proxy.ts';
import { seatStrangers, signInAt } from '../e2e/fixtures/room/protocol-seat.ts';
import { startRoom, type TestRoom } from '../e2e/fixtures/room/start-room.ts';
import { SeatPage } from '../e2e/pages/seat-page.ts';
import { Stranger } from '../e2e/stranger/stranger.ts';
import { must, present } from '../src/shared/std/must.ts';
import { browserMemory, tellsMemory } from './browser/browser-memory.ts';
import type { Bench } from './measure/bench.ts';
import { compare } from './measure/figure.ts';

const seatOfPage = 'A02';
const otherSeat = 'A05';
/** What happens at a seat and around it in an hour of a busy meeting. */
const hour = { turns: 40, requests: 60, votes: 2, cuts: 1 } as const;
/** A terminal has 4 GB and may stay on for days; so much an hour would still be no trouble, in MB. */
const mostAnHour = 10;
/** Memory is given back by and by; it is looked at so long after the last event, in milliseconds. */
const settleMs = 2_000;
const patience = { timeout: 30_000 };

/** What a seat holds after an hour, garbage collected. */
interface Held {
  /** Of all processes of the browser, in MB. */
  readonly all: number;
  /** Of the page's own objects, in MB. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** One value, what it is set beside, and the most that it may come to of that. */
interface Weighed {
  readonly ours: number;
  readonly limit: number;
  readonly against: string;
  readonly atMost: number;
}

/**
 * Eight hours of a meeting at one seat, without the pauses: pages are turned, others ask for the floor, votes are
 * opened, answered, locked and announced, and the link breaks and comes back. Looked at after each hour; the first is
 * the limit, as by then everything has been loaded and drawn once.
 */
export const seatMemory: Bench = {
  name: 'seat-memory',
  async run({ folder, quick, say }) {
    if (!tellsMemory) {
      say('left out: this system does not tell how much memory processes share');
      return [];
    }
    const desk = await openDesk(join(folder, 'profile'));
    try {
      const held: Held[] = [];
      for (let at = 0; at < (quick ? 2 : 8); at += 1) {
        await playHour(desk, at);
        const now = await desk.look();
        held.push(now);
        say(
          `after ${at + 1} h: ${Math.round(now.all)} MB, of it ${now.heap.toFixed(1)} MB of the page, ${now.nodes} nodes, ${now.listeners} listeners`,
        );
      }
      const [first, last] = [present(held[0], 'an hour'), present(held.at(-1), 'an hour')];
      const size = `${held.length} hours of ${hour.turns} pages, ${2 * hour.requests} pokes, ${hour.votes} votes`;
      const figure = (what: string, { ours, limit, against, atMost }: Weighed) =>
        compare({
          ...{ what, size, unit: 'MB', against, target: { atMost } },
          ...{ ours: [ours], limit: [limit] },
        });
      const against = 'after the first hour';
      return [
        figure('memory of a seat, all processes', {
          ...{ ours: last.all, limit: first.all, against, atMost: 1.25 },
        }),
        figure('memory of a seat, the page alone', {
          ...{ ours: last.heap, limit: first.heap, against, atMost: 1.5 },
        }),
        figure('what a seat gains in an hour, all processes', {
          ours: Math.max(0, slopeOf(held.map(({ all }) => all))),
          ...{ limit: mostAnHour, against: `${mostAnHour} MB`, atMost: 1 },
        }),
      ];
    } finally {
      await desk.stop();
    }
  },
};

interface Desk {
  readonly room: TestRoom;
  readonly seat: SeatPage;
  readonly uplink: FaultProxy;
  readonly chair: Stranger;
  readonly clerk: Stranger;
  readonly other: Stranger;
  look(): Promise<Held>;
  stop(): Promise<void>;
}

/** A room in session with a seat as a page at which a paper is open; the chair, the secretary and a neighbour without. */
async function openDesk(profile: string): Promise<Desk> {
  if (!existsSync('out/renderer/index.html')) throw new Error('build the windows first: npm run build');
  const room = await startRoom();
  const uplink = await startFaultProxy({ target: { host: '127.0.0.1', port: room.port } });
  const executablePath = chromiumPath(process.env);
  const context = await chromium.launchPersistentContext(profile, {
    args: chromiumSwitches(),
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const seat = new SeatPage(context.pages()[0] ?? (await context.newPage()));
  await seat.page.goto(room.address(seatOfPage, uplink.url));
  await seat.page.getByText(/^Tài liệu đủ (\d+)\/\1 /).waitFor(patience);
  await seat.enterPin(room.personAt(seatOfPage).pin);
  const [chair, clerk] = [await consoleOf(room, 'chair'), await consoleOf(room, 'clerk')];
  const other = present((await seatStrangers(room, [otherSeat])).get(otherSeat), 'the neighbour');
  await signInAt(room, otherSeat, other);
  await ask(clerk, 'attendance/mark-many', { meetingId: room.facts.meetingId, marks: marksOfAll(clerk) });
  await ask(chair, 'meeting/open', { meetingId: room.facts.meetingId });
  await ask(chair, 'item/start', { itemId: itemOf(chair) });
  await seat.listPapersOfItem(2);
  await seat.openFirstPaper();
  await seat.page.locator('[data-page][data-drawn="true"]').first().waitFor(patience);
  const devtools = await context.newCDPSession(seat.page);
  await devtools.send('Performance.enable');
  return {
    ...{ room, seat, uplink, chair, clerk, other },
    look: () => lookAt(devtools, profile),
    async stop() {
      for (const stranger of [chair, clerk, other]) stranger.stop();
      await context.close();
      await uplink.stop();
      await room.stop();
    },
  };
}

async function consoleOf(room: TestRoom, surface: 'chair' | 'clerk'): Promise<Stranger> {
  const stranger = new Stranger({ hub: room.facts.hub, surface, seat: null });
  await stranger.register(room.facts.roomCode);
  stranger.connect();
  await stranger.until(() => stranger.isLive);
  await signInAt(room, surface, stranger);
  await stranger.until(() => stranger.records('agenda-item').length > 1);
  return stranger;
}

function marksOfAll(stranger: Stranger): readonly unknown[] {
  const everybody = stranger.records('participant');
  return everybody.map(({ id }) => ({ participantId: id, state: 'present', reason: '' }));
}

/** The second item of the agenda, whose papers are read. */
function itemOf(stranger: Stranger): string {
  const items = stranger.records('agenda-item').toSorted((a, b) => Number(a['order']) - Number(b['order']));
  return String(present(items[1], 'a second item')['id']);
}

async function ask(stranger: Stranger, command: string, payload: Record<string, unknown>): Promise<void> {
  const answer = await stranger.ask(command, payload);
  must(answer.status === 'accepted', `${command} is accepted: ${JSON.stringify(answer)}`);
}

async function playHour(desk: Desk, at: number): Promise<void> {
  for (let turn = 0; turn < hour.turns; turn += 1) await turnPage(desk.seat);
  for (let request = 0; request < hour.requests; request += 1) await askForFloor(desk);
  for (let vote = 0; vote < hour.votes; vote += 1) await holdVote(desk, `v-hour-${at}-${vote}`);
  for (let cut = 0; cut < hour.cuts; cut += 1) await cutLink(desk);
}

/** To the next page, and from the last to the first. */
async function turnPage(seat: SeatPage): Promise<void> {
  const from = Number(await seat.pageNumber.inputValue());
  const to = from < (await seat.pageCount()) ? from + 1 : 1;
  await seat.pageNumber.fill(String(to));
  await seat.pageNumber.press('Enter');
  await seat.drawnPage(to).waitFor(patience);
}

async function askForFloor({ room, chair, other }: Desk): Promise<void> {
  const { participantId } = other;
  const { meetingId } = room.facts;
  const [requestId, itemId] = [randomUUID(), itemOf(chair)];
  const wish = { requestId, meetingId, itemId, participantId, kind: 'speak', replyTo: null };
  await ask(other, 'floor/request', wish);
  await ask(other, 'floor/withdraw', { requestId });
}

async function holdVote({ seat, chair, clerk, other }: Desk, voteId: string): Promise<void> {
  const rule = { base: 'in-office', threshold: 'more-than-half' };
  const itemId = itemOf(chair);
  await ask(clerk, 'vote/prepare', { voteId, itemId, title: `Thông qua ${voteId}`, rule, versionId: null });
  await ask(chair, 'vote/open', { voteId });
  await other.until(() => other.record('vote', voteId)?.['state'] === 'open');
  const { participantId } = other;
  await ask(other, 'ballot/cast', { voteId, participantId, choice: 'approve', versionId: null });
  await seat.vote('Tán thành');
  await seat.ballot.getByText('Đã ghi nhận').waitFor(patience);
  await ask(chair, 'vote/lock', { voteId });
  await ask(chair, 'vote/announce', { voteId });
  await seat.tally.waitFor(patience);
}

async function cutLink({ seat, uplink }: Desk): Promise<void> {
  uplink.cut('reset');
  await seat.page.getByText('Mất kết nối · làm việc ngoại tuyến').waitFor(patience);
  uplink.heal();
  await seat.linked.waitFor(patience);
}

async function lookAt(devtools: CDPSession, profile: string): Promise<Held> {
  await pause(settleMs);
  // What only a first collection lets go is found by the second.
  for (let time = 0; time < 2; time += 1) await devtools.send('HeapProfiler.collectGarbage');
  await pause(settleMs);
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string): number => present(metrics.find((one) => one.name === name)?.value, name);
  return {
    all: browserMemory(profile),
    heap: of('JSHeapUsedSize') / 1e6,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
  };
}

/** How much the values rise from one to the next: the straight line that lies nearest to them. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const rise = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0);
  const run = values.reduce((sum, _value, at) => sum + (at - middle) ** 2, 0);
  return run === 0 ? 0 : rise / run;
}

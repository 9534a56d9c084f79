import type { IncomingMessage, ServerResponse } from 'node:http';
import { agendaItem } from '../src/shared/records/agenda-item.ts';
import { keyOf } from '../src/shared/records/registry.ts';
import type { WireRecord } from '../src/shared/records/wire-record.ts';
import { openPage } from './browser/open-page.ts';
import type { Bench } from './measure/bench.ts';
import { compare, type Figure } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';
import { records } from './pages/measures.ts';
import { seatsOf } from './room/big-plan.ts';

/** The replica of a terminal in Chromium: its first pull and a catch-up, against plain fetch with IndexedDB. */
export const replica: Bench = {
  name: 'replica',
  async run({ folder, quick }) {
    const page = await openPage(folder, recordsRoute());
    const seats = [...seatsOf(99)];
    try {
      const measured = await inRounds(
        {
          replica: async () => ({ ...(await page.measure('replica', seats.shift() ?? 'Z01')) }),
          plain: async () => ({ ...(await page.measure('plainStore', seats.shift() ?? 'Z02')) }),
        },
        quick ? 1 : 5,
      );
      const figure = (name: 'initial' | 'catchUp', what: string, size: number, atMost: number): Figure =>
        compare({
          what,
          size: `${size} records`,
          unit: 'ms',
          ours: measured.replica[name],
          limit: measured.plain[name],
          against: 'fetch + IndexedDB, 2 indexes',
          target: { atMost },
        });
      return [
        figure('initial', 'replica, first pull', records.first, 2),
        figure('catchUp', 'replica, catch-up', records.missed, 6),
      ];
    } finally {
      await page.stop();
    }
  },
};

/** Pages of made-up agenda items of about 0.6 KB, as a hub would send them. */
function recordsRoute(): (request: IncomingMessage, response: ServerResponse) => boolean {
  const all = Array.from({ length: records.first + records.missed }, (_, at) => itemAt(at + 1));
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page');
    if (pathname !== '/records') return false;
    const [since, limit, head] = ['since', 'limit', 'head'].map((name) => Number(searchParams.get(name)));
    const from = since ?? 0;
    const upTo = Math.min(from + (limit ?? 0), head ?? 0);
    const text = JSON.stringify({
      ...{
        type: 'page',
        request: 0,
        epoch: 1,
        since: from,
        upTo,
        head: upTo,
        check: '0000-0000',
        complete: upTo === head,
      },
      records: all.slice(from, upTo),
    });
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
    return true;
  };
}

function itemAt(seq: number): WireRecord {
  const body = agendaItem.parse({
    id: `item-${seq}`,
    meetingId: 'meeting-1',
    order: 1 + (seq % 200),
    title: `Báo cáo về tình hình phát triển kinh tế – xã hội số ${seq} `.repeat(5).slice(0, 290),
    plannedMinutes: 20,
    presenterIds: [],
    papers: 'electronic',
    state: 'waiting',
    beganAt: null,
    endedAt: null,
    startedAt: null,
    pausedAt: null,
    spentMs: 0,
  });
  return { key: keyOf('agenda-item', body), kind: 'agenda-item', seq, body };
}

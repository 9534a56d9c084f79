import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attach, headersOf } from '../audit/protocol-client.ts';
import { seededTerminal, startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const folder = temporaryFolder();
let hub: SeededHub;
beforeAll(async () => void (hub = await startSeededHub(folder.path, { metrics: { bySeat: false } })));
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

interface Family {
  readonly type: string;
  readonly help: string;
  readonly samples: Map<string, number>;
}

/** The text format of Prometheus 0.0.4, read strictly and by nothing of the library that writes it. */
function parse(text: string): Map<string, Family> {
  const families = new Map<string, Family>();
  const help = new Map<string, string>();
  expect(text.endsWith('\n')).toBe(true);
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [, helped, words] = /^# HELP ([a-z_]+) (.+)$/.exec(line) ?? [];
    const [, typed, type] = /^# TYPE ([a-z_]+) (counter|gauge|histogram)$/.exec(line) ?? [];
    const [, name, labels = '', value] =
      /^([a-z_]+)(\{(?:[a-z_]+="(?:[^"\\\n]|\\.)*",?)*\})? (-?[0-9.e+-]+|\+Inf|NaN)$/.exec(line) ?? [];
    if (helped !== undefined && words !== undefined) help.set(helped, words);
    else if (typed !== undefined && type !== undefined)
      families.set(typed, { type, help: help.get(typed) ?? '', samples: new Map() });
    else if (name !== undefined && value !== undefined) {
      const family = families.get(name) ?? families.get(name.replace(/_(?:bucket|sum|count)$/, ''));
      if (family === undefined) throw new Error(`of no family: ${line}`);
      if (family.samples.has(name + labels)) throw new Error(`told twice: ${line}`);
      family.samples.set(name + labels, Number(value));
    } else throw new Error(`no line of the format: ${line}`);
  }
  return families;
}

const scrape = async (): Promise<Map<string, Family>> => {
  const response = await fetch(`${hub.url}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('version=0.0.4');
  return parse(await response.text());
};
const value = (families: Map<string, Family>, family: string, labels = ''): number | undefined =>
  families.get(`nghisu_${family}`)?.samples.get(`nghisu_${family}${labels}`);

describe('figures for Prometheus', () => {
  it('are well formed, each with a word on what it is', async () => {
    const families = await scrape();
    expect(families.size).toBeGreaterThan(15);
    for (const [name, { help }] of families) expect([name, help.length > 10]).toEqual([name, true]);
    expect(value(families, 'disk_free_bytes')).toBeGreaterThan(0);
    expect(value(families, 'log_bytes')).toBeGreaterThan(1_000);
    expect(value(families, 'event_loop_lag_seconds', '{quantile="0.99"}')).toBeGreaterThan(0);
  });

  it('count commands, refusals by code, pokes, and how long the disk took', async () => {
    const clerk = seededTerminal(hub, 'clerk', { person: 'p-clerk' });
    const line = await attach(clerk);
    const before = await scrape();
    const refused = await line.command('c-metrics', 'meeting/close', { meetingId: 'no-such-meeting' });
    expect(refused.status).toBe('refused');
    const code = refused.status === 'refused' ? refused.code : '';
    const after = await scrape();
    const grown = (family: string, labels = ''): number =>
      (value(after, family, labels) ?? 0) - (value(before, family, labels) ?? 0);
    expect(grown('refusals_total', `{code="${code}"}`)).toBe(1);
    expect(grown('commands_total', '{command="meeting/close",outcome="refused"}')).toBe(1);
    const written = (families: Map<string, Family>): number =>
      families.get('nghisu_log_sync_seconds')?.samples.get('nghisu_log_sync_seconds_count') ?? 0;
    expect(written(before)).toBeGreaterThan(0);
    expect(value(after, 'log_entries')).toBe(hub.room.head().seq);
    line.close();
  });

  it('count who is linked, by surface, and no seat by its label', async () => {
    const line = await attach(seededTerminal(hub, 'seat', { seat: 'A07' }));
    const families = await scrape();
    expect(value(families, 'devices_linked', '{surface="seat"}')).toBe(1);
    expect(value(families, 'live_connections')).toBe(1);
    expect(families.get('nghisu_seat_linked')?.samples.size).toBe(0);
    line.close();
    await expect.poll(async () => value(await scrape(), 'devices_linked', '{surface="seat"}')).toBe(0);
  });

  it('count downloads by pieces and bytes', async () => {
    const seat = seededTerminal(hub, 'seat', { seat: 'A08' });
    const response = await fetch(`${hub.url}/v1/blobs/${hub.paper.sha256}`, { headers: headersOf(seat) });
    expect((await response.arrayBuffer()).byteLength).toBe(hub.paper.bytes);
    const families = await scrape();
    expect(value(families, 'downloads_total')).toBe(1);
    expect(value(families, 'download_bytes_total')).toBeGreaterThanOrEqual(hub.paper.bytes);
  });

  it('name no person, no paper, no seat and no address', async () => {
    const text = await (await fetch(`${hub.url}/metrics`)).text();
    for (const word of ['A07', 'A08', 'p-clerk', hub.paper.sha256, hub.paper.versionId, '127.0.0.1'])
      expect(text).not.toContain(word);
  });

  it('are for this machine alone, unless the token is shown', async () => {
    const ask = async (headers: Record<string, string>, remoteAddress: string): Promise<number> =>
      (await hub.server.inject({ url: '/metrics', headers, remoteAddress })).statusCode;
    const token = readFileSync(join(folder.path, 'metrics-token.txt'), 'utf8').trim();
    const host = '127.0.0.1:4860';
    expect(await ask({ host }, '127.0.0.1')).toBe(200);
    expect(await ask({ host }, '192.168.10.7')).toBe(403);
    expect(await ask({ host, authorization: 'Bearer wrong' }, '192.168.10.7')).toBe(403);
    expect(await ask({ host, authorization: `Bearer ${token}` }, '192.168.10.7')).toBe(200);
    // A page of another site in a browser on the hub's machine, by its own name or by one that leads here.
    expect(await ask({ host, origin: 'http://elsewhere.example' }, '127.0.0.1')).toBe(403);
    expect(await ask({ host: 'elsewhere.example' }, '127.0.0.1')).toBe(403);
  });

  it('have one figure per seat only where that is switched on', async () => {
    const other = temporaryFolder();
    const open = await startSeededHub(other.path, { metrics: { bySeat: true } });
    const line = await attach(seededTerminal(open, 'seat', { seat: 'A09' }));
    const families = parse(await (await fetch(`${open.url}/metrics`)).text());
    expect(value(families, 'seat_linked', '{seat="A09"}')).toBe(1);
    line.close();
    await open.stop();
    other.remove();
  });

  it('are not offered at all where they are not switched on', async () => {
    const other = temporaryFolder();
    const closed = await startSeededHub(other.path, { isEmpty: true });
    expect((await fetch(`${closed.url}/metrics`)).status).toBe(404);
    await closed.stop();
    other.remove();
  });
});

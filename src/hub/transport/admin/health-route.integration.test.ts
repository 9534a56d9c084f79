import { randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminSession } from '../../../shared/protocol/admin/session.ts';
import { roomHealth, type DeviceHealth, type RoomHealth } from '../../../shared/protocol/admin/health.ts';
import { techLog } from '../../../shared/protocol/admin/tech-log.ts';
import type { MachineMessage, ProveMessage } from '../../../shared/protocol/machine.ts';
import { proveDigest, stretchOf } from '../../../shared/protocol/possession.ts';
import { attach, type LiveLine, type Terminal } from '../../audit/protocol-client.ts';
import { seededTerminal, startSeededHub, type SeededHub } from '../../audit/seeded-room.ts';
import { makePdf } from '../../documents/pdf-samples.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';

const folder = temporaryFolder();
const password = 'phòng họp 2026 – IT';
let hub: SeededHub;
let token: string;

/** With the least work that a hub accepts. */
const cheapHash = (text: string): Promise<string> =>
  argon2id({
    password: text.normalize('NFC'),
    salt: randomBytes(16),
    memorySize: 19 * 1024,
    iterations: 2,
    parallelism: 1,
    hashLength: 32,
    outputType: 'encoded',
  });

beforeAll(async () => {
  hub = await startSeededHub(folder.path);
  hub.store.itPassword.keep(await cheapHash(password));
  token = await signIn();
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

const signIn = async (): Promise<string> => {
  const response = await fetch(`${hub.url}/v1/admin/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password }),
  });
  return adminSession.parse(await response.json()).token;
};
const ask = (method: string, path: string): Promise<Response> =>
  fetch(`${hub.url}${path}`, { method, headers: { authorization: `Admin ${token}` } });
const health = async (): Promise<RoomHealth> =>
  roomHealth.parse(await (await ask('GET', '/v1/admin/health')).json());
const seatOf = ({ devices }: RoomHealth, seat: string): DeviceHealth => {
  const row = devices.find((device) => device.seat === seat);
  if (row === undefined) throw new Error(`no row for ${seat}`);
  return row;
};

const GiB = 1024 ** 3;
const machine = (change: Partial<MachineMessage> = {}): MachineMessage => ({
  type: 'machine',
  host: 'electron',
  version: '0.0.0',
  system: 'Windows 10.0.19045',
  disk: { freeBytes: 80 * GiB, totalBytes: 100 * GiB },
  memory: { freeBytes: 4 * GiB, totalBytes: 8 * GiB },
  battery: { percent: 90, isPluggedIn: true },
  lastError: null,
  clock: Date.now(),
  shownClock: Date.now(),
  latencyMs: 3,
  ...change,
});
const report = (held: number, total: number) => ({
  type: 'report' as const,
  packHeld: held,
  packTotal: total,
  missing: held === total ? [] : [hub.paper.versionId],
  held: held === total ? [hub.paper.versionId] : [],
  waiting: 0,
  stranded: [],
  clockDifferenceMs: 0,
});
/** A seat that is linked and has told everything. */
const linked = async (seat: string, told: Partial<MachineMessage> = {}, held = 1): Promise<LiveLine> => {
  const terminal: Terminal = seededTerminal(hub, 'seat', { seat });
  const line = await attach(terminal);
  line.send(report(held, 1));
  line.send(machine(told));
  await heard(line);
  return line;
};
/** What was sent before has been taken when the pong is here. */
const heard = async (line: LiveLine): Promise<void> => {
  line.send({ type: 'ping', at: Date.now() });
  await line.next('pong');
};

describe('room health', () => {
  it('[AT-08] lists every seat of the plan, those without a machine too, in their order', async () => {
    const rows = (await health()).devices.filter(({ surface }) => surface === 'seat');
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.every(({ deviceId, level }) => deviceId === null && level === 'bad')).toBe(true);
    const labels = rows.map(({ seat }) => seat ?? '');
    expect(labels).toEqual(labels.toSorted());
  });

  it('[AT-08] shows a machine that tells all is well as good, with what it has told', async () => {
    const line = await linked('A01');
    const row = seatOf(await health(), 'A01');
    expect(row).toMatchObject({
      level: 'ok',
      joined: 'code',
      link: { state: 'linked', latencyMs: 3 },
      pack: { held: 1, total: 1 },
      machine: { version: '0.0.0', battery: { percent: 90, isPluggedIn: true } },
    });
    line.close();
  });

  it('[AT-08] shows a clock that is 4 minutes fast, and that the terminal shows the hub’s time', async () => {
    const line = await linked('A02', { clock: Date.now() + 240_000 });
    line.send({ ...report(1, 1), clockDifferenceMs: -240_000 });
    await heard(line);
    const row = seatOf(await health(), 'A02');
    expect(row.clock.rawMs).toBe(-240_000);
    expect(Math.abs(row.clock.correctedMs ?? Number.NaN)).toBeLessThan(2_000);
    expect(row.level).toBe('warning');
    expect(row.findings.find(({ check }) => check === 'clock')?.says.vi).toContain('nhanh 4 phút');
    line.close();
  });

  it('[AT-08] is red for a seat that lacks one paper', async () => {
    const line = await linked('A03', {}, 0);
    const row = seatOf(await health(), 'A03');
    expect([row.level, row.pack]).toEqual(['bad', { held: 0, total: 1 }]);
    line.close();
  });

  it('is red for a seat whose link is gone, and keeps what it said last', async () => {
    const line = await linked('A04');
    line.close();
    await expect.poll(async () => seatOf(await health(), 'A04').link.state).toBe('lost');
    const row = seatOf(await health(), 'A04');
    expect([row.level, row.machine?.version]).toEqual(['bad', '0.0.0']);
  });

  it('names no person and no paper', async () => {
    const text = JSON.stringify(await health());
    expect(text).not.toContain('Nghị quyết');
    expect(text).not.toContain('participantId');
    expect(text).not.toContain('p-A01');
  });
});

describe('the papers of a terminal', () => {
  const asked = async (line: LiveLine): Promise<ProveMessage> => {
    expect((await ask('POST', '/v1/admin/health/proofs')).status).toBe(204);
    return await line.next('prove');
  };
  const show = (question: ProveMessage, bytes: Uint8Array) => {
    const blob = hub.paper.sha256;
    const { begin, end } = stretchOf(question.nonce, blob, bytes.length);
    return proveDigest(question.nonce, [{ blob, shown: bytes.slice(begin, end) }]);
  };
  const paperBytes = (): Promise<Uint8Array> => makePdf({ pages: 60, title: 'Dự thảo Nghị quyết' });

  it('[AT-08] count as held when it shows a stretch of them that nobody could foresee', async () => {
    const line = await linked('A05');
    const question = await asked(line);
    expect(seatOf(await health(), 'A05').proof.state).toBe('waiting');
    const open = await hub.store.blobs.open(hub.paper.sha256);
    const bytes = new Uint8Array(hub.paper.bytes);
    await open?.readInto(bytes, 0);
    await open?.close();
    line.send({
      type: 'proof',
      nonce: question.nonce,
      blobs: [hub.paper.sha256],
      digest: show(question, bytes),
    });
    await expect
      .poll(async () => seatOf(await health(), 'A05').proof)
      .toMatchObject({
        state: 'right',
        blobs: 1,
      });
    line.close();
  });

  it('are red when they are other bytes, or papers that the hub does not know', async () => {
    const line = await linked('A06');
    const question = await asked(line);
    const other = new Uint8Array(await paperBytes()).fill(7);
    line.send({
      type: 'proof',
      nonce: question.nonce,
      blobs: [hub.paper.sha256],
      digest: show(question, other),
    });
    await expect.poll(async () => seatOf(await health(), 'A06').proof.state).toBe('wrong');
    expect(seatOf(await health(), 'A06').level).toBe('bad');
    line.close();
  });

  it('are red when it shows none of what it says it holds', async () => {
    const line = await linked('A08');
    const { nonce } = await asked(line);
    line.send({ type: 'proof', nonce, blobs: [], digest: proveDigest(nonce, []) });
    await expect.poll(async () => seatOf(await health(), 'A08').proof.state).toBe('wrong');
    line.close();
  });

  it('are not believed by the answer to an older question', async () => {
    const line = await linked('A07');
    const first = await asked(line);
    const second = await asked(line);
    expect(second.nonce).not.toBe(first.nonce);
    line.send({ type: 'proof', nonce: first.nonce, blobs: [], digest: proveDigest(first.nonce, []) });
    await heard(line);
    expect(seatOf(await health(), 'A07').proof.state).toBe('waiting');
    line.close();
  });
});

describe('every route of the administration', () => {
  /** As the server itself lists them, so that a route that somebody adds is here by itself. */
  const adminRoutes = (): readonly (readonly [method: string, path: string])[] => {
    const flat = hub.server.printRoutes({ commonPrefix: false });
    const stack: string[] = [];
    return flat.split('\n').flatMap((line) => {
      const [, indent = '', part = '', methods = ''] =
        /^((?:[│ ] {3})*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
      const depth = indent.length / 4;
      stack.splice(depth, stack.length, part);
      const path = stack.join('');
      if (!path.startsWith('/v1/admin/') || methods === '') return [];
      return methods.split(', ').map((method) => [method, path.replaceAll(/:\w+/g, 'x')] as const);
    });
  };
  /** Signing in, and making a room where there is nobody yet to sign in: that is for its own tests. */
  const open = new Set([
    'POST /v1/admin/session',
    'GET /v1/admin/setup',
    'HEAD /v1/admin/setup',
    'POST /v1/admin/setup',
  ]);

  it('but the open ones is refused without a token, with a wrong one and with one that has ended', async () => {
    const routes = adminRoutes();
    expect(routes.map((route) => route.join(' '))).toEqual(
      expect.arrayContaining(['GET /v1/admin/health', 'GET /v1/admin/log', 'PUT /v1/admin/password']),
    );
    const ended = await signIn();
    await fetch(`${hub.url}/v1/admin/session`, {
      method: 'DELETE',
      headers: { authorization: `Admin ${ended}` },
    });
    const wrong = [undefined, 'Admin ', `Admin ${'x'.repeat(43)}`, `Bearer ${token}`, `Admin ${ended}`];
    for (const [method, path] of routes) {
      if (open.has(`${method} ${path}`)) continue;
      for (const authorization of wrong) {
        const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
        const response = await fetch(`${hub.url}${path}`, { method, headers });
        expect([method, path, response.status]).toEqual([method, path, 401]);
      }
    }
  });

  it('is refused however its address is spelt', async () => {
    for (const path of [
      '/v1/%61dmin/health',
      '//v1/admin/health',
      '/v1/admin/../admin/health',
      '/V1/admin/health',
    ]) {
      const response = await hub.server.inject({ method: 'GET', url: path });
      expect([path, [401, 404].includes(response.statusCode)]).toEqual([path, true]);
    }
  });
});

describe('the technical log', () => {
  it('tells who did what, from which address, and gives the lines after a number', async () => {
    const all = techLog.parse(await (await ask('GET', '/v1/admin/log')).json());
    const done = all.lines.filter(({ text }) => text.includes('"admin/done"'));
    const asked = done.find(({ text }) => text.includes('/v1/admin/health/proofs'));
    expect(asked?.text).toContain('"address":"127.0.0.1"');
    const last = all.lines.at(-1)?.number ?? 0;
    const later = techLog.parse(await (await ask('GET', `/v1/admin/log?after=${last}`)).json());
    expect(later.lines.every(({ number }) => number > last)).toBe(true);
    expect((await ask('GET', '/v1/admin/log?after=-1')).status).toBe(400);
  });
});

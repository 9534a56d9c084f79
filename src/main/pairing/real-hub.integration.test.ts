import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ListedMachine } from '../../shared/protocol/admin/pairing.ts';
import { pairingTicket, type PairingTicket, type PairingWish } from '../../shared/protocol/pairing.ts';
import { seatLabel, type SeatLabel } from '../../shared/records/ids.ts';
import { present } from '../../shared/std/must.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import { openTerminalOnDisk } from '../terminal/terminal-on-disk.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { beginPairing, type OpenPairing } from './ceremony.ts';
import { makeDeviceRequest } from './device-request.ts';
import { openPairingLine, type PairingLine } from './pairing-line.ts';
import { placeOf, type Pairing } from './pairing.ts';
import { movedClock } from './testing/moved-clock.ts';

/** The terminal's half against the hub as it is started, over sockets. */

const pairOnce = fileURLToPath(new URL('testing/pair-once.ts', import.meta.url));
const hubEntry = fileURLToPath(new URL('../../hub/start/main.ts', import.meta.url));
let folder: string;
let hub: ChildProcess;
let facts: {
  readonly hub: string;
  readonly admin: { readonly password: string };
  readonly doors: { readonly terminalPort: number };
};
let adminToken: string;
let pairingPort: number;
const opened: Array<{ end(): void }> = [];

async function admin(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${facts.hub}/v1/admin/${path}`, {
    method,
    headers: {
      ...(adminToken === '' ? {} : { authorization: `Admin ${adminToken}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

const openWindow = async (seatList: string | null = null): Promise<void> => {
  await admin('POST', 'pairing/window', { minutes: 5, seatList });
  ({ pairingPort } = (await admin('GET', 'pairing')) as { pairingPort: number });
};
/** The machine that shows this code, once the hub lists it. */
async function machineOf(shown: unknown): Promise<ListedMachine> {
  const find = async (): Promise<ListedMachine | undefined> => {
    const { machines } = (await admin('GET', 'pairing')) as { machines: ListedMachine[] };
    return machines.find(({ code }) => code === shown);
  };
  await expect.poll(find).toBeDefined();
  return present(await find(), 'the machine that waits');
}

async function line(port = pairingPort, authoritySha256: string | null = null): Promise<PairingLine> {
  const reached = await openPairingLine({
    addresses: [{ host: '127.0.0.1', port }],
    authoritySha256,
    timers: nodeTimers,
  });
  if (!reached.ok) throw new Error(reached.reason);
  opened.push({ end: () => reached.value.close() });
  return reached.value;
}

const wishFor = (seat: SeatLabel | null): PairingWish => ({
  surface: 'seat',
  seat,
  machineName: `MAY-${seat ?? 'X'}`,
  macs: [],
});

async function begin(seat: string, ticket: PairingTicket | null = null): Promise<OpenPairing> {
  const { door, ask } = await line(pairingPort, ticket?.authoritySha256 ?? null);
  const begun = await beginPairing({
    ask,
    door,
    ticket,
    wish: wishFor(seatLabel.parse(seat)),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    makeRequest: makeDeviceRequest,
  });
  if (!begun.ok) throw new Error(begun.reason);
  return begun.value;
}

async function paired(seat: string): Promise<Pairing> {
  await openWindow();
  const pairing = await begin(seat);
  const { number } = await machineOf(pairing.code);
  await admin('POST', `pairing/machines/${number}/accept`, { surface: 'seat', seat });
  const outcome = await pairing.outcome();
  if (outcome === 'waiting' || !outcome.ok) throw new Error('the hub has not accepted');
  return outcome.value;
}

async function openTerminal(pairing: Pairing, onRevoked: () => void = () => undefined): Promise<Terminal> {
  const terminal = await openTerminalOnDisk({
    place: placeOf(pairing),
    host: { kind: 'electron', kiosk: false, prints: true, displays: true, keepsPack: true },
    hub: pairing,
    folder: join(folder, 'terminals', randomBytes(4).toString('hex')),
    machineKey: new Uint8Array(32).fill(1),
    pinThread: '',
    about: { version: '0', lastError: () => null, isOnBattery: () => false },
    onOtherRoom: () => undefined,
    onRevoked,
    onTrouble: () => undefined,
    onSalvaged: () => undefined,
  });
  opened.push({ end: () => terminal.stop() });
  return terminal;
}

const untilLive = async (terminal: Terminal): Promise<void> =>
  expect.poll(() => terminal.hub.status.get().state, { timeout: 10_000 }).toBe('live');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nghi-su-real-hub-'));
  const doors = ['--lan', '127.0.0.1', '--terminal-port', '0', '--pairing-port', '0', '--no-discovery'];
  hub = spawn(
    process.execPath,
    [hubEntry, '--data', join(folder, 'hub'), '--port', '0', '--sample', ...doors],
    {
      env: { ...process.env, NGHISU_TOOLS: 'none' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (hub.stdout === null) throw new Error('the hub says nothing');
  const [said] = (await once(createInterface({ input: hub.stdout }), 'line')) as [string];
  facts = JSON.parse(said) as typeof facts;
  adminToken = '';
  ({ token: adminToken } = (await admin('POST', 'session', { password: facts.admin.password })) as {
    token: string;
  });
}, 60_000);
afterEach(() => {
  for (const each of opened.splice(0)) each.end();
});
afterAll(async () => {
  hub?.kill();
  await rm(folder, { recursive: true, force: true });
});

describe('a terminal and the hub as it is started', () => {
  it('[PAIR-1] shows the code that IT sees, and works over mutual TLS once it is accepted', async () => {
    const pairing = await paired('A12');
    expect(pairing).toMatchObject({ surface: 'seat', seat: 'A12', addresses: ['127.0.0.1'] });
    const terminal = await openTerminal(pairing);
    await untilLive(terminal);
    expect(await terminal.device.signInChoices()).toMatchObject({ ok: true });
  });

  it('[PAIR-4] comes in by a ticket and its line of the list, with nobody at the page', async () => {
    await openWindow('name,seat,role,mac\nMay,A11,seat,\n');
    const ticket = pairingTicket.parse(await admin('GET', 'pairing/ticket'));
    const pairing = await begin('A11', ticket);
    expect(await pairing.outcome()).toMatchObject({ ok: true, value: { seat: 'A11' } });
  });

  it('[PAIR-4] is not let in by the ticket of a window that is over', async () => {
    await openWindow();
    const over = pairingTicket.parse(await admin('GET', 'pairing/ticket'));
    await openWindow();
    await expect(begin('A10', over)).rejects.toThrow('pairing/wrong-ticket');
  });

  it('finds no pairing door while no window is open', async () => {
    await openWindow();
    await admin('DELETE', 'pairing/window');
    await expect(line()).rejects.toThrow('terminal/hub-away');
  });

  it('uses no token of another device with its certificate', async () => {
    const [first, second] = [await paired('A08'), await paired('A09')];
    const thief = await openTerminal({ ...first, deviceToken: second.deviceToken });
    await expect
      .poll(() => thief.hub.status.get().code, { timeout: 10_000 })
      .toBe('access/wrong-certificate');
  });

  it.for([2010, 2035])('is paired and works with a clock that stands at %i', async (year, context) => {
    const clock = movedClock(folder, year);
    if (clock === null) return context.skip('no C compiler to move the clock of a process with');
    await openWindow();
    const terminal = spawn(process.execPath, [pairOnce, String(pairingPort), 'A05'], {
      env: { ...process.env, ...clock },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: Record<string, unknown> = {};
    for await (const text of createInterface({ input: terminal.stdout })) {
      const { step, value } = JSON.parse(text) as { step: string; value: unknown };
      said[step] = value;
      if (step !== 'code') continue;
      const { number } = await machineOf(value);
      await admin('POST', `pairing/machines/${number}/accept`, { surface: 'seat', seat: 'A05' });
    }
    expect(said).toMatchObject({ year, status: 200 });
  });

  it('is cut off when it is revoked, and knows it within seconds', async () => {
    const pairing = await paired('A07');
    const revoked = Promise.withResolvers<number>();
    const terminal = await openTerminal(pairing, () => revoked.resolve(Date.now()));
    await untilLive(terminal);
    const asked = Date.now();
    await admin('DELETE', `devices/${pairing.deviceId}`);
    expect((await revoked.promise) - asked).toBeLessThan(8_000);
    expect(terminal.hub.status.get().state).not.toBe('live');
  }, 20_000);

  it('learns that it was revoked while it was off', async () => {
    const pairing = await paired('A06');
    await admin('DELETE', `devices/${pairing.deviceId}`);
    const revoked = Promise.withResolvers<void>();
    await openTerminal(pairing, () => revoked.resolve());
    await expect(revoked.promise).resolves.toBeUndefined();
  }, 20_000);
});

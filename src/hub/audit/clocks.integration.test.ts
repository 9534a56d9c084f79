import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pairingOverview } from '../../shared/protocol/admin/pairing.ts';
import { adminSession } from '../../shared/protocol/admin/session.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { mustStart, type HubProcess } from './hub-process.ts';
import { sendJson } from './protocol-client.ts';
import { startOpenHub, type OpenHub } from './open-room.ts';
import { askOverTls, beginPairing, finishPairing, seatWish, type PairedMachine } from './paired-machine.ts';

/** Puts another clock before a process; Debian's package `faketime`. */
const [library] = globSync('/usr/lib/*/faketime/libfaketime.so.1');
const thisYear = new Date().toISOString().slice(0, 4);
/** Each with how its times begin. */
const clocks = [
  ['2010-01-01 00:00:00', '2010'],
  ['2035-06-01 12:00:00', '2035'],
  ['-10m', thisYear],
  ['+10m', thisYear],
] as const;
const before = (clock: string): Record<string, string> => ({
  LD_PRELOAD: library ?? '',
  FAKETIME: clock.startsWith('2') ? `@${clock}` : clock,
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});
const why = 'libfaketime is not installed: apt-get install faketime';

const folder = temporaryFolder();
let hub: OpenHub;
let machine: PairedMachine;
beforeAll(async () => {
  hub = await startOpenHub(folder.path);
  await hub.openWindow([{ line: 1, name: 'x', surface: 'chair', seat: null, mac: null }]);
  const ticket = hub.network.pairing?.desk.ticket() ?? undefined;
  if (ticket === undefined) throw new Error('no ticket');
  const wish = { ...seatWish(null), surface: 'chair' as const };
  machine = await finishPairing(await beginPairing(hub.pairingPort(), wish, { ticket }));
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

describe('clocks', () => {
  it.for(clocks)('[DOOR-6] a terminal whose clock shows %s comes in', async ([clock, year], { skip }) => {
    if (library === undefined) skip(why);
    const told = await askWithClock(clock);
    expect([told.time.startsWith(year), told.status]).toEqual([true, 200]);
  });

  it.for(clocks)(
    '[DOOR-6] a hub whose clock shows %s makes its room, pairs a machine and lets it in',
    { timeout: 90_000 },
    async ([clock, year], { skip }) => {
      if (library === undefined) skip(why);
      const own = temporaryFolder();
      const args = ['--data', join(own.path, 'data'), '--sample', '--port', '0', '--lan', '127.0.0.1'];
      const doors = ['--terminal-port', '0', '--pairing-port', '0', '--no-discovery'];
      const running = await mustStart([...args, ...doors], 'real', before(clock));
      const paired = await pairByAdmin(running);
      const answer = await askOverTls({ ...paired.tls, port: paired.device.terminalPort, path: '/health' });
      await running.end('SIGTERM');
      own.remove();
      expect(answer.status).toBe(200);
      expect(running.stderr()).toContain(`"time":"${year}`);
    },
  );
});

/** Pairs a machine at a hub that runs as a process, through the routes of IT. */
async function pairByAdmin({ url, ready }: HubProcess): Promise<PairedMachine> {
  const { password } = z.object({ password: z.string() }).parse(ready['admin']);
  const send = (path: string, body: unknown, headers = {}): Promise<unknown> =>
    sendJson(`${url}/v1/admin/${path}`, body, headers);
  const { token } = adminSession.parse(await send('session', { password }));
  const authorization = { authorization: `Admin ${token}` };
  await send('pairing/window', { minutes: 10, seatList: null }, authorization);
  const read = async () => {
    const response = await fetch(`${url}/v1/admin/pairing`, { headers: authorization });
    return pairingOverview.parse(await response.json());
  };
  const { pairingPort } = await read();
  const begun = await beginPairing(pairingPort ?? 0, { ...seatWish(null), surface: 'screen' });
  const [waiting] = (await read()).machines;
  expect(waiting?.code).toBe(begun.code);
  const place = { surface: 'screen', seat: null };
  await send(`pairing/machines/${waiting?.number}/accept`, place, authorization);
  return finishPairing(begun);
}

async function askWithClock(clock: string): Promise<{ time: string; status: number }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./knock-entry.ts', import.meta.url))], {
    env: { ...process.env, ...before(clock) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ port: hub.terminalPort, tls: machine.tls }));
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  await once(child, 'close');
  return z.object({ time: z.string(), status: z.number() }).parse(JSON.parse(text));
}

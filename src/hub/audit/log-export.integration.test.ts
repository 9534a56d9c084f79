import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { headersOf, type Terminal } from './protocol-client.ts';
import { seededTerminal, startSeededHub, type SeededHub } from './seeded-room.ts';

const folder = temporaryFolder();
const verifier = fileURLToPath(new URL('../../verifier/main.ts', import.meta.url));
let hub: SeededHub;
beforeAll(async () => {
  hub = await startSeededHub(folder.path);
});
afterAll(async () => {
  await hub.stop();
  folder.remove();
});

const logFor = (terminal: Terminal) => fetch(`${hub.url}/v1/log`, { headers: headersOf(terminal) });

function verify(name: string, bytes: Uint8Array): { readonly status: number | null; readonly said: string } {
  const file = join(folder.path, name);
  writeFileSync(file, bytes);
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, file], { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

it('[VOTE-18] the secretary at the console gets the log, and the verifier finds it whole, or one byte changed', async () => {
  const clerk = seededTerminal(hub, 'clerk', { person: 'p-clerk' });
  const response = await logFor(clerk);
  expect(response.status).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(verify('whole.ndjson', bytes)).toMatchObject({
    status: 0,
    said: expect.stringContaining('The log is whole'),
  });
  const changed = Uint8Array.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 1;
  expect(verify('changed.ndjson', changed)).toMatchObject({
    status: 1,
    said: expect.stringContaining('REFUSED'),
  });
});

it('[VOTE-18] nobody else gets it', async () => {
  expect((await logFor(seededTerminal(hub, 'clerk'))).status).toBe(401);
  const seat = seededTerminal(hub, 'seat', { seat: 'A03', person: 'p-A03' });
  expect((await logFor(seat)).status).toBe(403);
});

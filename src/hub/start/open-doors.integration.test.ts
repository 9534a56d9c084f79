import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { health } from '../../shared/protocol/http.ts';
import { mustNotStart, mustStart } from '../audit/hub-process.ts';
import { temporaryFolder, type TemporaryFolder } from '../store/temporary-folder.ts';

let folder: TemporaryFolder;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const plain = (): string[] => ['--data', join(folder.path, 'data'), '--port', '0'];
const doors = ['--lan', '127.0.0.1', '--terminal-port', '0', '--pairing-port', '0', '--no-discovery'];
const doorsOf = (ready: Readonly<Record<string, unknown>>): unknown => ready['doors'];

describe('what a hub opens', { timeout: 60_000 }, () => {
  it('[DOOR-4] plain HTTP beyond this machine is refused with a sentence, unless it is for a trial', async () => {
    const { exitCode, stderr } = await mustNotStart([...plain(), '--host', '0.0.0.0']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Cửa không mã hóa không được mở ở 0.0.0.0');
    expect(stderr).toContain('--lan 0.0.0.0');
    const trial = await mustStart([...plain(), '--host', '0.0.0.0', '--plain-on-lan']);
    const port = new URL(trial.url).port;
    expect(health.parse(await (await fetch(`http://127.0.0.1:${port}/health`)).json()).plainOnLan).toBe(true);
    await trial.end('SIGTERM');
  });

  it('[DOOR-4] is the local door alone where nobody has asked for more', async () => {
    const hub = await mustStart(plain());
    expect(doorsOf(hub.ready)).toEqual({ terminalPort: null, pairingPort: null, browserPort: null });
    expect(health.parse(await (await fetch(`${hub.url}/health`)).json()).plainOnLan).toBe(false);
    await hub.end('SIGTERM');
  });

  it('[DOOR-4] are the terminals’ door with --lan, the browsers’ only when they may join, and pairing not yet', async () => {
    const hub = await mustStart([...plain(), ...doors]);
    expect(doorsOf(hub.ready)).toEqual({
      terminalPort: expect.any(Number),
      pairingPort: null,
      browserPort: null,
    });
    const { terminalPort } = z.object({ terminalPort: z.number() }).parse(doorsOf(hub.ready));
    const other = ['--data', join(folder.path, 'other'), '--port', '0', '--lan', '127.0.0.1'];
    const refusedStart = await mustNotStart([
      ...other,
      '--terminal-port',
      `${terminalPort}`,
      '--no-discovery',
    ]);
    expect([refusedStart.exitCode, refusedStart.stderr]).toEqual([
      2,
      expect.stringContaining('--terminal-port'),
    ]);
    await hub.end('SIGTERM');
    const withBrowsers = await mustStart([...plain(), ...doors, '--browsers', '--browser-port', '0']);
    expect(doorsOf(withBrowsers.ready)).toMatchObject({ browserPort: expect.any(Number) });
    expect(await withBrowsers.end('SIGTERM')).toBe(0);
  });
});

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measureDisk } from './measure-disk.ts';
import { tryPort } from './try-port.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'nghi-su-doctor-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the disk', () => {
  it('is written to, and left as it was', async () => {
    let clock = 0;
    const facts = await measureDisk({ folder, draft: '.trial', now: () => (clock += 2) });
    expect(facts?.freeBytes).toBeGreaterThan(0);
    expect(facts?.writeMs).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is that of the folder above where the folder is not made yet', async () => {
    const facts = await measureDisk({ folder: join(folder, 'a', 'b'), draft: '.trial', now: () => 0 });
    expect(facts?.writeMs).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that takes no file has no speed', async () => {
    const facts = await measureDisk({ folder: '/proc', draft: '.trial', now: () => 0 });
    expect(facts?.writeMs ?? null).toBeNull();
  });
});

describe('a port', () => {
  it('is free, taken, or not for us', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await tryPort(port, '127.0.0.1')).toBe('taken');
    await new Promise((resolve) => server.close(resolve));
    expect(await tryPort(port, '127.0.0.1')).toBe('free');
    expect(await tryPort(port, '203.0.113.77')).toBe('forbidden');
  });
});

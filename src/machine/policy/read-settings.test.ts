import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { policyPlaces } from './policy-places.ts';
import { queryRegistry, type RunReg } from './query-registry.ts';
import { readMachinePolicy } from './machine-policy.ts';
import { readSettings } from './read-settings.ts';

let folder: string;
let where: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghi-su-policy-'));
  where = join(folder, 'policy.json');
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const me = process.getuid?.() ?? null;
const read = (owner: number | null = me) => readSettings({ name: 'policy-file', where, owner });
const write = (text: string | Uint8Array, mode = 0o644): void => {
  writeFileSync(where, text);
  chmodSync(where, mode);
};

describe('a settings file on the disk', () => {
  it('gives what it names', async () => {
    write('{"terminal.kiosk": true}');
    const { entries, faults } = await read();
    expect([faults, entries.get('terminal.kiosk')?.value]).toEqual([[], true]);
  });

  it('that is not there names nothing, nor does one in a folder that is not there', async () => {
    expect(await read()).toMatchObject({ entries: new Map(), faults: [] });
    where = join(folder, 'none', 'policy.json');
    expect(await read()).toMatchObject({ faults: [] });
  });

  it('in whose place is a folder is refused', async () => {
    mkdirSync(where);
    expect((await read()).faults).toMatchObject([{ code: 'policy/unreadable', place: { where } }]);
  });

  it('of 1 MB is refused without being read', async () => {
    write(Buffer.alloc(1024 * 1024, ' '));
    expect((await read()).faults).toMatchObject([{ code: 'policy/too-large' }]);
  });

  it('that may not be read is refused', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root reads every file');
    write('{}', 0o000);
    expect((await read()).faults).toMatchObject([{ code: 'policy/unreadable' }]);
  });

  it('that leads in circles is refused', async () => {
    symlinkSync(where, where);
    expect((await read()).faults).toMatchObject([
      { code: 'policy/unreadable', sentence: { vi: expect.stringContaining('ELOOP') } },
    ]);
  });

  it.each([
    [0o664, 'nhóm hoặc mọi người'],
    [0o646, 'nhóm hoặc mọi người'],
    [0o666, 'nhóm hoặc mọi người'],
  ])('that others can write (%o) is not used', async (mode, sentence) => {
    write('{"terminal.kiosk": false}', mode);
    const { entries, faults } = await read();
    expect(entries.size).toBe(0);
    expect(faults).toMatchObject([
      { code: 'policy/unsafe', sentence: { vi: expect.stringContaining(sentence) } },
    ]);
  });

  it('in a folder that others can write is not used', async () => {
    write('{}');
    chmodSync(folder, 0o777);
    expect((await read()).faults).toMatchObject([
      { code: 'policy/unsafe', sentence: { vi: expect.stringContaining('thư mục') } },
    ]);
  });

  it('of another owner is not used', async ({ skip }) => {
    if (me === null) skip('this system has no owners by number');
    write('{}');
    expect((await read(Number(me) + 1)).faults).toMatchObject([
      { code: 'policy/unsafe', sentence: { en: expect.stringContaining('belongs to user') } },
    ]);
  });

  it('of a person may be owned by anybody', async () => {
    write('{"language": "en"}', 0o666);
    expect(await read(null)).toMatchObject({ faults: [] });
  });
});

describe('the places of settings', () => {
  it('are those of each system', () => {
    expect(policyPlaces('linux', undefined)).toEqual({
      hasRegistry: false,
      policyFile: '/etc/nghisu/policy.json',
      machineFile: '/etc/nghisu/settings.json',
    });
    expect(policyPlaces('win32', 'D:\\ProgramData')).toEqual({
      hasRegistry: true,
      policyFile: 'D:\\ProgramData\\NghiSu\\policy.json',
      machineFile: 'D:\\ProgramData\\NghiSu\\settings.json',
    });
    expect(policyPlaces('win32', undefined).policyFile).toBe('C:\\ProgramData\\NghiSu\\policy.json');
    expect(policyPlaces('linux', undefined, '/tmp/x').policyFile).toBe('/tmp/x/policy.json');
  });
});

describe('the registry', () => {
  const neighbours = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\Microsoft\r\n';
  const ours = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\NghiSu\r\n';
  const reg =
    (keys: string | null, values: string | null): RunReg =>
    (args) =>
      Promise.resolve(args[1]?.endsWith('NghiSu') === true ? values : keys);

  it('is read where it has our key', async () => {
    const { entries } = await queryRegistry(
      reg(neighbours + ours, `${ours}    hub.port    REG_DWORD    0x1388\r\n`),
    );
    expect(entries.get('hub.port')?.value).toBe(5000);
  });

  it('names nothing without our key', async () => {
    expect(await queryRegistry(reg(neighbours, null))).toMatchObject({ faults: [] });
  });

  it.each([
    ['its key cannot be read', reg(ours, null)],
    ['reg.exe cannot be run', reg(null, null)],
  ])('is refused when %s: a policy is never passed over', async (_why, run) => {
    expect((await queryRegistry(run)).faults).toMatchObject([{ code: 'policy/unreadable' }]);
  });
});

describe('a machine', () => {
  it('reads all its places', async () => {
    const places = policyPlaces('linux', undefined, folder);
    write('{"terminal.kiosk": true}');
    writeFileSync(places.machineFile, '{"language": "en"}', { mode: 0o644 });
    const userFile = join(folder, 'user-settings.json');
    writeFileSync(userFile, '{"largeText": true}');
    const none: RunReg = () => Promise.resolve(null);
    const sources = await readMachinePolicy({ places, runReg: none, owner: me, userFile });
    expect(sources.flatMap(({ name, entries }) => [...entries.keys()].map((key) => [name, key]))).toEqual([
      ['policy-file', 'terminal.kiosk'],
      ['machine-file', 'language'],
      ['user-file', 'largeText'],
    ]);
    const withRegistry = { ...places, hasRegistry: true };
    const again = await readMachinePolicy({ places: withRegistry, runReg: none, owner: me, userFile: null });
    expect(again.flatMap(({ faults }) => faults)).toMatchObject([{ code: 'policy/unreadable' }]);
  });
});

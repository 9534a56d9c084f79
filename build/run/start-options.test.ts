import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BadOption, readStartOptions } from './start-options.mjs';

const folder = mkdtempSync(join(tmpdir(), 'start-options-'));
writeFileSync(join(folder, 'paper.pdf'), '');

describe('options of npm start', () => {
  it('opens the sample meeting on port 4860 when nothing is said', () => {
    expect(readStartOptions([], folder)).toMatchObject({ documents: undefined, port: 4860, open: true });
  });

  it('takes folders relative to where the command was typed', () => {
    const options = readStartOptions(
      ['--documents', '.', '--data', 'room', '--port', '0', '--no-open'],
      folder,
    );
    expect(options).toEqual({ documents: folder, data: join(folder, 'room'), port: 0, open: false });
  });

  it.each([
    [['--port', '65536']],
    [['--port', '-1']],
    [['--port', '48 60']],
    [['--port', '']],
    [['--port']],
    [['--documents', 'nowhere']],
    [['--documents', 'paper.pdf']],
    [['--data', 'paper.pdf']],
    [['--wrong']],
    [['stray']],
  ])('refuses %j in Vietnamese and in English', (args) => {
    expect(() => readStartOptions(args, folder)).toThrow(BadOption);
    expect(() => readStartOptions(args, folder)).toThrow(/.+(·|:).+/);
  });

  it('can be asked for help', () => {
    expect(readStartOptions(['--help'], folder)).toBe('help');
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandTable } from './command-table.ts';
import { dispatch } from './dispatch.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nghi-su-print-'));
  file = join(folder, 'policy.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const said: string[] = [];
  const told: string[] = [];
  const code = await dispatch(args, commandTable, {
    say: (line) => void said.push(line),
    tell: (line) => void told.push(line),
    isInteractive: false,
    ask: () => Promise.resolve(null),
    askSecret: () => Promise.resolve(null),
  });
  return { code, said, told };
}

describe('print-policy', () => {
  it('prints what a file would put in force, under what the command line says', async () => {
    writeFileSync(file, '{\n  "hub.port": 5000\n}');
    const { code, said } = await run('print-policy', '--check', file, '--terminal-port', '5001');
    expect(code).toBe(0);
    expect(said.find((line) => line.startsWith('hub.port'))).toMatch(
      /5000\s+chính sách \(tệp\)\s+.*policy\.json:2$/,
    );
    expect(said.find((line) => line.startsWith('hub.terminalPort'))).toMatch(
      /5001\s+dòng lệnh\s+--terminal-port$/,
    );
  });

  it('prints JSON, with the faults and exit code 2', async () => {
    writeFileSync(file, '{"hub.prot": 5000}');
    const { code, said, told } = await run('print-policy', '--json', '--check', file);
    expect(code).toBe(2);
    expect(JSON.parse(said.join('\n'))).toMatchObject({
      faults: [{ code: 'policy/unknown-key', key: 'hub.prot', where: file, line: 1, column: 2 }],
    });
    expect(told).toEqual([expect.stringContaining('1 lỗi')]);
  });

  it('refuses what is no option of a hub', async () => {
    expect((await run('print-policy', '--colour', 'blue')).code).toBe(2);
  });
});

describe('doctor', () => {
  it('answers with its exit code, in words and as JSON', async () => {
    const words = await run('doctor', '--data', join(folder, 'none'), '--port', '0', '--no-discovery');
    expect(words.code).toBe(2);
    expect(words.said.join('\n')).toContain('chưa có phòng họp');
    expect(words.said.at(-1)).toMatch(/^Kết luận: \d+ lỗi/);
    const json = await run('doctor', '--json', '--data', join(folder, 'none'), '--port', '0');
    expect(JSON.parse(json.said.join('\n'))).toMatchObject({
      exitCode: 2,
      findings: expect.arrayContaining([expect.objectContaining({ check: 'data', level: 'bad' })]),
    });
  });
});

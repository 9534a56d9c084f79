import { describe, expect, it } from 'vitest';
import { refused } from '../../shared/std/result.ts';
import type { CommandConsole } from './command-console.ts';
import { commandTable } from './command-table.ts';
import { dispatch } from './dispatch.ts';
import { done, readCommandLine, type HubCommand } from './hub-command.ts';

function listen(): CommandConsole & { readonly said: string[]; readonly told: string[] } {
  const said: string[] = [];
  const told: string[] = [];
  return {
    said,
    told,
    say: (line) => void said.push(line),
    tell: (line) => void told.push(line),
    isInteractive: false,
    ask: () => Promise.resolve(null),
    askSecret: () => Promise.resolve(null),
  };
}

function sample(word: string, seen: string[][]): HubCommand {
  return {
    word,
    summary: { vi: `Làm ${word}`, en: `Do ${word}` },
    usage: '--data <folder>',
    options: {
      data: { type: 'string', value: '<thư mục>', vi: 'Thư mục', en: 'The folder' },
      quick: { type: 'boolean', vi: 'Nhanh', en: 'Quickly' },
    },
    run(args) {
      const line = readCommandLine(this, args, 1);
      if (!line.ok) return Promise.resolve(line);
      if (line.value.words[0] === 'no') return Promise.resolve(refused({ vi: 'Không.', en: 'No.' }));
      if (line.value.words[0] === 'broken') throw new Error('broken');
      seen.push([word, line.value.text('data') ?? '', String(line.value.has('quick'))]);
      return Promise.resolve(done);
    },
  };
}

describe('the commands of the hub', () => {
  const run = async (line: string) => {
    const seen: string[][] = [];
    const console = listen();
    const table = { run: async () => sample('run', seen), mend: async () => sample('mend', seen) };
    const code = await dispatch(
      line.split(' ').filter((word) => word !== ''),
      table,
      console,
    );
    return { code, seen, ...console };
  };

  it('does what the first word says, and runs the hub where there is none', async () => {
    expect(await run('mend --data x --quick')).toMatchObject({ code: 0, seen: [['mend', 'x', 'true']] });
    expect(await run('--data x')).toMatchObject({ code: 0, seen: [['run', 'x', 'false']] });
    expect(await run('run --data x')).toMatchObject({ code: 0, seen: [['run', 'x', 'false']] });
    expect(await run('')).toMatchObject({ code: 0, seen: [['run', '', 'false']] });
  });

  it.each([
    ['bake', 'Không có lệnh "bake"'],
    ['constructor', 'Không có lệnh "constructor"'],
    ['mend --colour blue', 'Lệnh mend chưa đúng'],
    ['mend one two', '"two"'],
    ['mend no', 'Không. / No.'],
  ])('refuses "%s" with one sentence and exit code 2', async (line, sentence) => {
    const { code, seen, told } = await run(line);
    expect({ code, seen, lines: told.length }).toEqual({ code: 2, seen: [], lines: 1 });
    expect(told[0]).toContain(sentence);
  });

  it('ends with 1 after a fault', async () => {
    expect(await run('mend broken')).toMatchObject({ code: 1, told: [expect.stringContaining('broken')] });
  });

  it('explains instead of doing when asked for help', async () => {
    expect((await run('--help')).said.join('\n')).toContain('Làm mend');
    const { code, seen, said } = await run('mend --data x --help');
    expect({ code, seen }).toEqual({ code: 0, seen: [] });
    expect(said.join('\n')).toMatch(/--data <thư mục>\s+Thư mục/);
  });

  it.each(Object.keys(commandTable))(
    '[help] %s has a word of its own, a summary and flags in both languages',
    async (word) => {
      const load = commandTable[word];
      if (load === undefined) throw new Error('not in the table');
      const command = await load();
      expect(command.word).toBe(word);
      const texts = [command.summary, ...Object.values(command.options)];
      for (const { vi, en } of texts) expect(vi.length * en.length, command.word).toBeGreaterThan(0);
      const console = listen();
      expect(await dispatch([word, '--help'], commandTable, console)).toBe(0);
      expect(console.said.join('\n')).toContain(`npm run hub -- ${word}`);
    },
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingKeys } from '../../shared/policy/settings.ts';
import { commandTable } from './command-table.ts';

const inRoot = (...parts: string[]): string => join(import.meta.dirname, '..', '..', '..', ...parts);

/** What docs/operations.md names has to exist: commands, their flags, settings, and the words on the screens. */
const text = readFileSync(inRoot('docs', 'operations.md'), 'utf8');
const blocks = [...text.matchAll(/^ *```[a-z]*\n([\s\S]*?)^ *```/gm)].map(([, inside = '']) => inside);
const prose = text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '');
const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, inside = '']) => inside);
const code = [...spans, ...blocks.flatMap((block) => block.split('\n'))].map((line) => line.trim());

const flagsIn = (line: string): string[] =>
  [...line.matchAll(/ --([a-z][a-z-]*)/g)].map(([, flag = '']) => flag);
const sourceOf = (...parts: string[]): string => readFileSync(inRoot('src', ...parts), 'utf8');
const sourcesIn = (...parts: string[]): string =>
  readdirSync(inRoot('src', ...parts))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((name) => sourceOf(...parts, name))
    .join('\n');

describe('docs/operations.md', () => {
  const commands = code.flatMap((line) => {
    const [, rest] = /(?:^|\s)(?:nghisu-hub|main\.js) ((?:[a-z]|--)[^|]*)$/.exec(line) ?? [];
    return rest === undefined || line.startsWith('systemctl') ? [] : [rest];
  });

  it('names every command of the hub', () => {
    const named = new Set(commands.map((line) => line.split(' ')[0]));
    expect(Object.keys(commandTable).filter((word) => !named.has(word))).toEqual([]);
  });

  it.each(commands)('nghisu-hub %s: the command is there, with these flags', async (line) => {
    const word = line.split(' ')[0] ?? '';
    const load = Object.hasOwn(commandTable, word) ? commandTable[word] : undefined;
    expect(load, word).toBeDefined();
    const known = Object.keys((await load?.())?.options ?? {});
    expect(flagsIn(line).filter((flag) => !known.includes(flag))).toEqual([]);
  });

  it('gives the program of the terminals only flags that it reads, and names no other flag alone', async () => {
    const terminal =
      sourceOf('main', 'start', 'launch-options.ts') + sourceOf('main', 'doctor', 'machine-question.ts');
    const hub = await Promise.all(Object.values(commandTable).map(async (load) => (await load()).options));
    const ofHub = new Set(['help', ...hub.flatMap((options) => Object.keys(options))]);
    const flagsOf = (start: RegExp) =>
      code.filter((line) => start.test(line)).flatMap((line) => flagsIn(` ${line}`));
    expect(flagsOf(/^nghi-su /)).toContain('surfaces');
    expect(flagsOf(/^nghi-su /).filter((flag) => !terminal.includes(flag))).toEqual([]);
    expect(flagsOf(/^--/).filter((flag) => !ofHub.has(flag) && !terminal.includes(flag))).toEqual([]);
  });

  it('names only settings that there are', () => {
    const keys = code.flatMap((line) => [
      ...line.matchAll(/\b(?:hub|room|terminal|papers|log|updates)\.[A-Za-z.]+[A-Za-z]/g),
    ]);
    const known: ReadonlySet<string> = new Set(settingKeys);
    const files = /\.(?:json|sqlite|log|csv|cmd)$/;
    const unknown = keys.map(([key]) => key).filter((key) => !known.has(key) && !files.test(key));
    expect(unknown).toEqual([]);
    expect(keys.length).toBeGreaterThan(5);
  });

  it('quotes the screens as they are', () => {
    const screens = [
      sourcesIn('renderer', 'i18n', 'messages', 'vi'),
      sourcesIn('shared', 'refusals'),
      sourcesIn('renderer', 'plain'),
    ].join('\n');
    const quoted = [...prose.matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map(([, words = '']) => words);
    const missing = quoted.filter((words) => {
      // Numbers and what comes after them are filled in.
      const fixed = words.split(/\s*\d[\d.]*\s*/).filter((part) => part !== '');
      return !fixed.every((part) => screens.includes(part.replace(/[.…]$/, '')));
    });
    expect(quoted.length).toBeGreaterThan(25);
    expect(missing).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { createLineWriter } from './line-writer.ts';

it('writes the lines of a turn together, in order, and nothing twice', () => {
  const written: string[] = [];
  const turns: (() => void)[] = [];
  const writer = createLineWriter(
    (text) => written.push(text),
    (then) => turns.push(then),
  );
  writer.write('a');
  writer.write('b');
  expect(written).toEqual([]);
  for (const turn of turns.splice(0)) turn();
  writer.write('c');
  writer.flush();
  for (const turn of turns.splice(0)) turn();
  expect(written).toEqual(['a\nb\n', 'c\n']);
});

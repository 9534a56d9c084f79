import { describe, expect, it } from 'vitest';
import { mostShown, readLine, shownLines } from './log-lines.ts';

const texts = [
  '{"level":"info","time":"2026-11-23T01:00:00.000Z","event":"live/opened","address":"10.0.0.7"}',
  '{"level":"warn","time":"2026-11-23T01:00:01.000Z","event":"admin/sign-in-refused","address":"10.0.0.9","code":"admin/wrong-password"}',
  '{"level":"error","time":"2026-11-23T01:00:02.000Z","event":"hub/fault","stack":"Fault\\nat decide"}',
  'Cổng 4860 đang được dùng.',
];
const lines = texts.map((text, at) => readLine({ number: at + 1, text }));
const numbers = (shown: readonly { number: number }[]) => shown.map(({ number }) => number);

describe('the technical log', () => {
  it('takes a line apart, and shows what is none as it is', () => {
    expect(lines[1]).toMatchObject({
      level: 'warn',
      at: Date.UTC(2026, 10, 23, 1, 0, 1),
      event: 'admin/sign-in-refused',
      detail: 'address 10.0.0.9 · code admin/wrong-password',
    });
    expect(lines[3]).toMatchObject({ level: 'info', at: null, detail: texts[3] });
  });

  it('shows the newest first, of a kind, and with every word that is looked for', () => {
    expect(numbers(shownLines(lines, 'all', ''))).toEqual([4, 3, 2, 1]);
    expect(numbers(shownLines(lines, 'trouble', ''))).toEqual([3, 2]);
    expect(numbers(shownLines(lines, 'admin', ''))).toEqual([2]);
    expect(numbers(shownLines(lines, 'all', ' 10.0.0  LIVE '))).toEqual([1]);
  });

  it('draws no more than a window can bear', () => {
    const many = Array.from({ length: mostShown + 50 }, (_none, at) =>
      readLine({ number: at + 1, text: '{}' }),
    );
    const shown = shownLines(many, 'all', '');
    expect([shown.length, shown[0]?.number]).toEqual([mostShown, mostShown + 50]);
  });
});

import { describe, expect, it } from 'vitest';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

function leaves(node: unknown, path = ''): Array<[path: string, leaf: unknown]> {
  if (typeof node !== 'object' || node === null) return [[path, node]];
  return Object.entries(node).flatMap(([key, child]) => leaves(child, path === '' ? key : `${path}.${key}`));
}

describe('messages', () => {
  it('has the same keys in both languages, at run time as in the types', () => {
    expect(leaves(en).map(([path]) => path)).toEqual(leaves(vi).map(([path]) => path));
  });

  it.each([
    ['vi', vi],
    ['en', en],
  ])('leaves no text of %s empty or with stray spaces', (_language, messages) => {
    const texts = leaves(messages).filter(([, leaf]) => typeof leaf === 'string');
    const bad = texts.filter(([, text]) => text === '' || String(text).trim() !== text);
    expect(texts.length).toBeGreaterThan(0);
    expect(bad).toEqual([]);
  });

  it('writes Vietnamese in composed form, so that it compares and renders as one character', () => {
    const texts = leaves(vi).flatMap(([, leaf]) => (typeof leaf === 'string' ? [leaf] : []));
    expect(texts).toEqual(texts.map((text) => text.normalize('NFC')));
  });
});

import { describe, expect, it } from 'vitest';
import { isWeather, refusalCodes, refusalTable, sentenceOf } from './refusal-table.ts';

describe('the closed table of refusals', () => {
  it.each(refusalCodes)('%s has a Vietnamese and an English sentence', (code) => {
    for (const language of ['vi', 'en'] as const) {
      const sentence = sentenceOf(code, language);
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(sentence).toBe(sentence.normalize('NFC'));
    }
    expect(refusalTable[code].vi).not.toBe(refusalTable[code].en);
  });

  it('only the state of the hub passes by itself', () => {
    expect(refusalCodes.filter(isWeather).every((code) => code.startsWith('hub/'))).toBe(true);
  });
});

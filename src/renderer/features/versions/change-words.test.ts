import { describe, expect, it } from 'vitest';
import { versions as words } from '../../i18n/messages/vi/versions.ts';
import { changeSentence } from './change-words.ts';

describe('the sentence of a replacement', () => {
  it.each([
    [{ changed: [12, 13], added: [], removed: 0 }, 'Bản thay thế – 2 trang thay đổi: 12, 13'],
    [
      { changed: [3], added: [4, 5, 6], removed: 1 },
      'Bản thay thế – 1 trang thay đổi: 3 · thêm 3 trang: 4–6 · bỏ 1 trang',
    ],
    [{ changed: [], added: [], removed: 0 }, 'Bản thay thế – không có trang nào thay đổi'],
  ])('%j', (changes, sentence) => {
    expect(changeSentence(changes, words)).toBe(sentence);
  });
});

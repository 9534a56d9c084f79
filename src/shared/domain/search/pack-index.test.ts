import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentVersionId } from '../../records/ids.ts';
import { markKey } from './marks.ts';
import { PackIndex } from './pack-index.ts';

const decree = 'decree' as DocumentVersionId;
const report = 'report' as DocumentVersionId;

function indexOf(pages: Readonly<Record<string, readonly string[]>>): PackIndex {
  const index = new PackIndex();
  for (const [versionId, text] of Object.entries(pages)) index.put(versionId as DocumentVersionId, text);
  return index;
}

const find = (index: PackIndex, query: string, limit = 20) => index.search(query, [decree, report], limit);
const placesOf = (index: PackIndex, query: string): string[] =>
  find(index, query).flatMap(({ hits }) => hits.map(({ page, match }) => `${page}: ${match}`));

/** A text as it counts for this query: with its marks where the query has some. */
function alike(text: string, query: string): string {
  const marked = markKey(text).normalize('NFC');
  return query.normalize('NFC') === plain(query) ? plain(marked) : marked;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/gi, 'd');
}

describe('PackIndex', () => {
  it.each(['nghi quyet', 'NGHI QUYET', 'nghị quyết', 'Nghị quyết'.normalize('NFD'), ' nghi  quyet '])(
    'finds “Nghị quyết” for “%s”, however the text is encoded',
    (query) => {
      const text = 'Căn cứ Nghị quyết số 12';
      for (const form of ['NFC', 'NFD'] as const) {
        const index = indexOf({ [decree]: ['', text.normalize(form)] });
        expect(placesOf(index, query)).toEqual(['2: Nghị quyết']);
      }
    },
  );

  it('takes line breaks, đ, the signs of typesetters and ligatures as somebody types them', () => {
    const index = indexOf({ [decree]: ['đề án\n  “Đô thị”\u00a0– giai\u00ad đoạn; e\uFB03cient'] });
    expect(placesOf(index, 'de an "do thi" - giai doan')).toHaveLength(1);
    expect(placesOf(index, 'efficient')).toEqual(['1: efficient']);
  });

  it('ranks the same marks before other marks, within a document and between them', () => {
    const index = indexOf({
      [decree]: ['ban cán sự', 'mua bàn ghế'],
      [report]: ['bán đấu giá', 'bản đồ, bàn tròn'],
    });
    expect(find(index, 'bán').map(({ versionId }) => versionId)).toEqual([report, decree]);
    expect(placesOf(index, 'bán')[0]).toBe('1: bán');
    expect(placesOf(index, 'ban').slice(0, 2)).toEqual(['1: ban', '2: bàn']);
    expect(find(index, 'bàn').flatMap(({ hits }) => hits.map(({ isExact }) => isExact))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it('takes the two ways of placing a tone for the same marks', () => {
    const index = indexOf({ [decree]: ['hoa hồng', 'hòa bình'] });
    expect(find(index, 'hoà')[0]?.hits[0]).toMatchObject({ page: 2, match: 'hòa', isExact: true });
  });

  it('puts the beginning of a word before its middle', () => {
    const index = indexOf({ [decree]: ['quan', 'an ninh'] });
    expect(placesOf(index, 'an')).toEqual(['2: an', '1: an']);
  });

  it('counts every hit and tells no more than the limit', () => {
    const index = indexOf({ [decree]: Array.from({ length: 30 }, () => 'kết luận, kết luận') });
    const [hits] = find(index, 'ket luan', 7);
    expect(hits).toMatchObject({ total: 60 });
    expect(hits?.hits.map(({ page }) => page)).toEqual([1, 1, 2, 2, 3, 3, 4]);
  });

  it('shows the words around a hit, cut at the ends of words', () => {
    const text = `${'trước đó '.repeat(20)}điểm cốt lõi${' về sau'.repeat(30)}`;
    const hit = find(indexOf({ [decree]: [text] }), 'cot loi')[0]?.hits[0];
    expect(hit?.match).toBe('cốt lõi');
    expect(hit?.before).toMatch(/^…đó( trước đó)+ điểm $/);
    expect(hit?.after).toMatch(/^( về| sau)+…$/);
    expect((hit?.before.length ?? 99) + (hit?.after.length ?? 999)).toBeLessThan(130);
  });

  it('answers nothing to less than two letters, and forgets what was dropped', () => {
    const index = indexOf({ [decree]: ['ý kiến'] });
    expect(find(index, 'y')).toEqual([]);
    expect(find(index, '  ý ')).toEqual([]);
    expect(find(index, 'y kien')).toHaveLength(1);
    index.drop(decree);
    expect(find(index, 'y kien')).toEqual([]);
    expect(index.has(decree)).toBe(false);
  });

  it('finds any piece of any text again at its place, typed in any form', () => {
    const letters = fc.constantFrom(
      ...('aăâđêôơưàáảãạệộợ bcdghklmnqtvxyĐƠƯ0124,./-“”\n\u0302\u0323👍ﬁ'.match(/./gsu) ?? []),
    );
    const typed = fc.constantFrom<(text: string) => string>(
      (text) => text.normalize('NFD'),
      (text) => text.normalize('NFC'),
      (text) => text.toUpperCase(),
      (text) => text.normalize('NFD').replace(/\p{Mn}/gu, ''),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: letters, minLength: 2, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        typed,
        (text, a, b, form) => {
          const clean = text.normalize('NFC').replace(/ﬁ/g, 'fi').replace(/\s+/g, ' ').trim();
          const units = clean.match(/\P{Mn}\p{Mn}*/gsu) ?? [];
          const from = units.length === 0 ? 0 : a % units.length;
          const piece = units
            .slice(from, from + 2 + (b % 12))
            .join('')
            .trim();
          // A mark without its letter belongs to no word.
          fc.pre(!/(?:^|\s)\p{Mn}/u.test(units.slice(from, from + 2 + (b % 12)).join('')));
          fc.pre([...piece.normalize('NFD').replace(/\p{Mn}/gu, '')].length >= 2);
          const matches = find(indexOf({ [decree]: [text] }), form(piece), 100).flatMap(({ hits }) =>
            hits.map(({ match }) => match.trim()),
          );
          const wanted = alike(piece, form(piece));
          expect(matches.map((match) => alike(match, form(piece)))).toContain(wanted);
        },
      ),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { howToOpen } from './how-to-open.ts';

const mega = 1024 * 1024;

/** A document of a size that ends with a pointer to its table of objects, which begins with `table`. */
function documentOf(bytes: number, table: string) {
  const at = bytes - 600;
  const tail = table.padEnd(500, ' ') + `startxref\n${at}\n%%EOF\n`.padEnd(100, '\n');
  const reads: number[] = [];
  const read = (begin: number, end: number): Promise<Uint8Array> => {
    reads.push(end - begin);
    return Promise.resolve(
      Uint8Array.from({ length: end - begin }, (_, index) => tail.charCodeAt(begin + index - at) || 32),
    );
  };
  return { reads, how: howToOpen(bytes, read) };
}

describe('a document is opened', () => {
  it('whole when it is small, without a look at it', async () => {
    const { how, reads } = documentOf(mega, 'xref');
    expect(await how).toEqual({ way: 'whole' });
    expect(reads).toEqual([]);
  });

  it('in stretches as large as a chunk when the entries of its pages lie together', async () => {
    const { how, reads } = documentOf(30 * mega, '812 0 obj\n<< /Type /XRef >>');
    expect(await how).toMatchObject({ way: 'ranges', rangeBytes: 256 * 1024, isPacked: true });
    expect(reads.reduce((sum, length) => sum + length, 0)).toBeLessThan(4_096);
  });

  it('whole when its pages lie about, until that would take too much memory', async () => {
    expect(await documentOf(30 * mega, 'xref\n0 812').how).toEqual({ way: 'whole' });
    expect(await documentOf(200 * mega, 'xref\n0 812').how).toMatchObject({ way: 'ranges', isPacked: false });
  });

  it.each(['', 'startxref\n99999999999\n%%EOF', 'startxref\nabc\n%%EOF', 'startxref 7 %%EOF and more'])(
    'whole when its end says nothing of use: %s',
    async (end) => {
      const read = (begin: number, until: number): Promise<Uint8Array> =>
        Promise.resolve(new TextEncoder().encode(end.padStart(until - begin, ' ')).slice(0, until - begin));
      expect(await howToOpen(30 * mega, read)).toEqual({ way: 'whole' });
    },
  );
});

import { describe, expect, it } from 'vitest';
import { createChunkCache } from './chunk-cache.ts';

const chunk = (): Promise<Buffer> => Promise.resolve(Buffer.alloc(100));

describe('the chunk cache', () => {
  it('reads a chunk once for all who ask meanwhile and afterwards', async () => {
    const cache = createChunkCache(1000);
    let readings = 0;
    const read = (): Promise<Buffer> => {
      readings += 1;
      return chunk();
    };
    await Promise.all([cache.get('a', read), cache.get('a', read), cache.get('a', read)]);
    expect(cache.get('a', read)).toBeInstanceOf(Buffer);
    expect(readings).toBe(1);
  });

  it('keeps no more than its bound, and drops what was asked for least lately', async () => {
    const cache = createChunkCache(250);
    await cache.get('a', chunk);
    await cache.get('b', chunk);
    void cache.get('a', chunk);
    await cache.get('c', chunk);
    expect(cache.bytes).toBe(200);
    expect(cache.get('a', chunk)).toBeInstanceOf(Buffer);
    expect(cache.get('b', chunk)).toBeInstanceOf(Promise);
  });

  it('asks again after a reading that failed', async () => {
    const cache = createChunkCache(250);
    await expect(cache.get('a', () => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
    await expect(cache.get('a', chunk)).resolves.toHaveLength(100);
  });
});

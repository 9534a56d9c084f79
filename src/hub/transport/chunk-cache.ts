/**
 * The parts of blobs that are being sent just now. Sixty seats fetch the same pack at about the same time, so a chunk
 * read once serves all of them; bounded by bytes, the least lately used goes first.
 */
export interface ChunkCache {
  /** The chunk kept under `key`, or what `read` brings; several who ask meanwhile wait for the same reading. */
  get(key: string, read: () => Promise<Buffer>): Buffer | Promise<Buffer>;
  /** Bytes kept now. */
  readonly bytes: number;
}

/** A cache of at most `maxBytes`. */
export function createChunkCache(maxBytes: number): ChunkCache {
  const kept = new Map<string, Buffer>();
  const coming = new Map<string, Promise<Buffer>>();
  let bytes = 0;

  const keep = (key: string, chunk: Buffer): void => {
    kept.set(key, chunk);
    bytes += chunk.byteLength;
    for (const [oldest, old] of kept) {
      if (bytes <= maxBytes) break;
      kept.delete(oldest);
      bytes -= old.byteLength;
    }
  };

  const fetch = async (key: string, read: () => Promise<Buffer>): Promise<Buffer> => {
    try {
      const chunk = await read();
      keep(key, chunk);
      return chunk;
    } finally {
      coming.delete(key);
    }
  };

  return {
    get bytes() {
      return bytes;
    },
    get(key, read) {
      const chunk = kept.get(key);
      if (chunk !== undefined) {
        kept.delete(key);
        kept.set(key, chunk);
        return chunk;
      }
      const already = coming.get(key);
      if (already !== undefined) return already;
      const reading = fetch(key, read);
      coming.set(key, reading);
      return reading;
    },
  };
}

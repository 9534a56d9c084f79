import { must } from '../std/must.ts';
import { chunkBytes, chunkLength } from './chunks.ts';
import type { BlobPlace, BlobStream, VaultPorts } from './vault-ports.ts';

/** So many chunks are sealed and written together, each on a thread of its own. */
export const writesAtOnce = 4;

/**
 * The chunks of one blob in ascending order, from the disk where they open there, else from what another meeting has
 * of the same blob, else from the hub. What comes from elsewhere is sealed and written while the next is on its way. One
 * request to the hub serves as many chunks in a row as are missing.
 */
export class ChunkSource {
  readonly #ports: Pick<VaultPorts, 'disk' | 'fetch'>;
  readonly #place: BlobPlace;
  /** Where the same blob is held for other meetings. */
  readonly #twins: readonly BlobPlace[];
  readonly #bytes: number;
  #stream: BlobStream | null = null;
  /** The chunk that the stream continues with, and what has come of it beyond the chunk before. */
  #streamed = -1;
  #rest: Uint8Array = new Uint8Array(0);
  #hasWritten = false;
  /** Chunks on their way to the disk. */
  readonly #writing: Promise<void>[] = [];

  constructor(
    ports: Pick<VaultPorts, 'disk' | 'fetch'>,
    place: BlobPlace,
    options: { readonly bytes: number; readonly twins: readonly BlobPlace[] },
  ) {
    this.#ports = ports;
    this.#place = place;
    this.#twins = options.twins;
    this.#bytes = options.bytes;
  }

  /** Gives chunk `index`, which must be above the one before. Rejects for weather and for a refusing disk or hub. */
  async take(index: number): Promise<Uint8Array> {
    const length = chunkLength(this.#bytes, index);
    const kept = await this.#ports.disk.readChunk(this.#place, index, length);
    if (kept !== null) return kept;
    const found = (await this.#ofTwin(index, length)) ?? (await this.#fetch(index, length));
    await this.#write(index, found);
    return found;
  }

  /** Resolves when everything that was taken is on the disk; rejects when the disk has refused some of it. */
  async settle(): Promise<void> {
    await Promise.all(this.#writing.splice(0));
  }

  async #write(index: number, bytes: Uint8Array): Promise<void> {
    const writing = this.#ports.disk.writeChunk(this.#place, index, bytes).then(() => {
      this.#hasWritten = true;
    });
    // Told where it is waited for, which may be later.
    writing.catch(() => undefined);
    this.#writing.push(writing);
    if (this.#writing.length >= writesAtOnce) await this.#writing.shift();
  }

  async #ofTwin(index: number, length: number): Promise<Uint8Array | null> {
    for (const twin of this.#twins) {
      // oxlint-disable-next-line no-await-in-loop
      const chunk = await this.#ports.disk.readChunk(twin, index, length);
      if (chunk !== null) return chunk;
    }
    return null;
  }

  /** True once a chunk has come from elsewhere and found room on the disk. */
  get hasWritten(): boolean {
    return this.#hasWritten;
  }

  /** Gives up what the hub is still sending. */
  close(): void {
    this.#stream?.cancel();
    this.#stream = null;
  }

  async #fetch(index: number, length: number): Promise<Uint8Array> {
    if (this.#stream === null || this.#streamed !== index) {
      must(index > this.#streamed, 'chunks are taken in ascending order');
      this.close();
      this.#rest = new Uint8Array(0);
      this.#stream = await this.#ports.fetch(this.#place.sha256, index * chunkBytes);
    }
    const chunk = new Uint8Array(length);
    let filled = this.#pour(this.#rest, chunk, 0);
    while (filled < length) {
      // oxlint-disable-next-line no-await-in-loop
      const piece = await this.#stream.next();
      if (piece === null)
        throw new Error(`the hub sent less than ${this.#bytes} bytes of ${this.#place.sha256}`);
      filled += this.#pour(piece, chunk, filled);
    }
    this.#streamed = index + 1;
    return chunk;
  }

  /** Moves what fits of `piece` into the chunk and keeps the rest; gives the number of bytes moved. */
  #pour(piece: Uint8Array, chunk: Uint8Array, at: number): number {
    const fits = Math.min(piece.length, chunk.length - at);
    chunk.set(piece.subarray(0, fits), at);
    this.#rest = piece.subarray(fits);
    return fits;
  }
}

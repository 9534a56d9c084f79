import type { UpdateRefusalCode } from '../../shared/refusals/update-refusals.ts';

/** Where a release comes from: the hub, or a folder or stick. What it gives is believed only after it was verified. */
export interface ReleaseFeed {
  /** The bytes of a small file; null when it is not there. Throws an {@link UpdateRefused}. */
  read(name: string, mostBytes: number): Promise<Uint8Array | null>;
  /**
   * The bytes of a file from `offset` on. Sources that cannot go on in the middle begin anew and say so with
   * `offset: 0`. Throws an {@link UpdateRefused}; for weather `update/unreachable`.
   */
  open(name: string, offset: number, signal: AbortSignal): Promise<FeedStream>;
}

export interface FeedStream {
  readonly offset: number;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** An update that is not taken, with the code that has its sentence. */
export class UpdateRefused extends Error {
  override readonly name = 'UpdateRefused';
  readonly code: UpdateRefusalCode;

  constructor(code: UpdateRefusalCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

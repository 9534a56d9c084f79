import type { Checkpoint } from '../../src/shared/records/wire-record.ts';
import type { PageMessage } from '../../src/shared/protocol/page.ts';

/** Fetches a page of records, from a log that ends at `head`. Both arms fetch by this. */
export async function pullRecords(since: Checkpoint, limit: number, head: number): Promise<PageMessage> {
  const response = await fetch(`/records?since=${since.seq}&limit=${limit}&head=${head}`, {
    cache: 'no-store',
  });
  return (await response.json()) as PageMessage;
}

import { createHash } from 'node:crypto';
import { genesisHash, type LogEntry } from '../room/log-entry.ts';
import type { RoomId } from '../../shared/records/ids.ts';
import { canonicalJson } from '../../shared/std/canonical-json.ts';
import type { SigningKey } from './signing-key.ts';

interface ExportOptions {
  readonly roomId: RoomId;
  readonly entries: Iterable<LogEntry>;
  readonly signingKey: SigningKey;
}

/**
 * The log for whoever recounts it, as lines of canonical JSON: what room and key it is of, each entry, and at the end the
 * head with a signature over every byte before it (VOTE-18).
 */
export function* exportLog({ roomId, entries, signingKey }: ExportOptions): Generator<string> {
  const bytes = createHash('sha256');
  const told = (value: unknown): string => {
    const line = `${canonicalJson(value)}\n`;
    bytes.update(line, 'utf8');
    return line;
  };
  yield told({ format: 'nghisu-log/1', key: signingKey.publicKey, roomId });
  let head = { seq: 0, hash: genesisHash };
  for (const entry of entries) {
    yield told(entry);
    head = { seq: entry.seq, hash: entry.hash };
  }
  const text = canonicalJson(['nghisu/export/1', roomId, head.seq, head.hash, bytes.digest('hex')]);
  yield `${canonicalJson({ head, signature: signingKey.sign(text).value })}\n`;
}

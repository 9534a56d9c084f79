import { generateKeyPairSync, sign } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { roomId } from '../../shared/records/ids.ts';
import type { LogEntry } from '../room/log-entry.ts';
import { exportLog } from './export-log.ts';
import type { SigningKey } from './signing-key.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const signingKey = {
  publicKey: '0'.repeat(64),
  sign: (text: string) => ({
    key: '0'.repeat(64),
    value: sign(null, Buffer.from(text), privateKey).toString('hex'),
  }),
} as unknown as SigningKey;

it('[VOTE-18] an export is made while it is read: the hub holds a few entries of it, however long the log', async () => {
  let made = 0;
  let isReleased = false;
  function* entries(): Generator<LogEntry> {
    try {
      for (;;) yield { seq: (made += 1), hash: 'h', payload: 'x'.repeat(500) } as unknown as LogEntry;
    } finally {
      isReleased = true;
    }
  }
  const stream = Readable.from(exportLog({ roomId: roomId.parse('room1'), entries: entries(), signingKey }), {
    encoding: 'utf8',
  });
  let heard = 0;
  for await (const line of stream) {
    heard += String(line).length > 0 ? 1 : 0;
    if (heard === 1_000) break;
  }
  expect(made).toBeGreaterThanOrEqual(999);
  expect(made).toBeLessThan(1_300);
  // Whoever hangs up in the middle leaves no reading of the database open.
  expect(isReleased).toBe(true);
});

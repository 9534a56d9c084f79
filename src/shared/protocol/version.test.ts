import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, it } from 'vitest';
import { protocolText } from './fingerprint.ts';
import { oldestProtocolVersion, protocolVersion } from './version.ts';

/** Add a line when a message changes; never edit one that has been released. */
const history: Record<number, string> = {
  1: '0322d52a168a42136e7070fb348b9d5f961f6188cbaf05d50e6eb5fe35d32c09',
};

it('[WIRE-8] no message changes without a new protocol number', () => {
  expect(bytesToHex(sha256(utf8ToBytes(protocolText())))).toBe(history[protocolVersion]);
});

it('[WIRE-8] the oldest protocol still spoken is one of the history', () => {
  expect(history[oldestProtocolVersion]).toBeDefined();
  expect(oldestProtocolVersion).toBeLessThanOrEqual(protocolVersion);
});

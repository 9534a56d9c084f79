import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, it } from 'vitest';
import { protocolText } from './fingerprint.ts';
import { oldestProtocolVersion, protocolVersion } from './version.ts';

/** Add a line when a message changes; never edit one that has been released. */
const history: Record<number, string> = {
  1: 'c37c11368fe477e3a4f78bcd3c910f02319adc92a1b17d1cba0498cd3476fe3e',
};

it('[WIRE-8] no message changes without a new protocol number', () => {
  expect(bytesToHex(sha256(utf8ToBytes(protocolText())))).toBe(history[protocolVersion]);
});

it('[WIRE-8] the oldest protocol still spoken is one of the history', () => {
  expect(history[oldestProtocolVersion]).toBeDefined();
  expect(oldestProtocolVersion).toBeLessThanOrEqual(protocolVersion);
});

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, it } from 'vitest';
import { protocolText } from './fingerprint.ts';
import { oldestProtocolVersion, protocolVersion } from './version.ts';

/** Add a line when a message changes; never edit one that has been released. */
const history: Record<number, string> = {
  1: 'bee51a5c2f716739ffc9e64fb055c60f3f44a4669d584316414a72176fa10099',
};

it('[WIRE-8] no message changes without a new protocol number', () => {
  expect(bytesToHex(sha256(utf8ToBytes(protocolText())))).toBe(history[protocolVersion]);
});

it('[WIRE-8] the oldest protocol still spoken is one of the history', () => {
  expect(history[oldestProtocolVersion]).toBeDefined();
  expect(oldestProtocolVersion).toBeLessThanOrEqual(protocolVersion);
});

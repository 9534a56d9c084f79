import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { folderOf } from '../../shared/vault/meeting-folder.ts';
import { describeDamage } from '../../shared/vault/testing/damage-suite.ts';
import type { BlobPlace } from '../../shared/vault/vault-ports.ts';
import { createSealer } from '../keys/sealer.ts';
import { openFileDisk } from './file-disk.ts';

describeDamage('disk of a program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vault-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const sealer = createSealer(new Uint8Array(32).fill(4));
  const pathOf = ({ meetingId, sha256 }: BlobPlace): string => join(folder, folderOf(meetingId), sha256);
  return {
    open: () => openFileDisk({ folder, sealer, randomBytes: (count) => new Uint8Array(randomBytes(count)) }),
    bytesOf: async (place) => new Uint8Array(readFileSync(pathOf(place))),
    replace: async (place, bytes) => writeFileSync(pathOf(place), bytes),
  };
});

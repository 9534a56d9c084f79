import { onTestFinished, vi } from 'vitest';
import { folderOf } from '../../../../shared/vault/meeting-folder.ts';
import { describeDamage } from '../../../../shared/vault/testing/damage-suite.ts';
import type { BlobPlace } from '../../../../shared/vault/vault-ports.ts';
import { openOpfsDisk } from './opfs-disk.ts';
import { PrivateFile, PrivateFolder } from './testing/private-files.ts';

/** Seals as the device does, at no cost; what it seals is not what is tested here. */
const plainSealer = {
  seal: async (_name: string, clear: Uint8Array) => {
    const sealed = new Uint8Array(12 + clear.length + 16);
    sealed.set(clear, 12);
    return sealed;
  },
  open: async (_name: string, sealed: Uint8Array) => sealed.slice(12, -16),
};

describeDamage('disk of a browser', () => {
  const root = new PrivateFolder();
  vi.stubGlobal('navigator', { storage: { getDirectory: () => Promise.resolve(root) } });
  onTestFinished(() => void vi.unstubAllGlobals());
  const fileOf = async ({ meetingId, sha256 }: BlobPlace): Promise<PrivateFile> => {
    const vault = await root.getDirectoryHandle('vault-test');
    return await (
      await vault.getDirectoryHandle(folderOf(meetingId))
    ).getFileHandle(sha256, { create: true });
  };
  const letGoOfAll = async (folder: PrivateFolder): Promise<void> => {
    for await (const [, entry] of folder.entries()) {
      if (entry instanceof PrivateFile) entry.letGo();
      else await letGoOfAll(entry);
    }
  };
  return {
    async open() {
      await letGoOfAll(root);
      return await openOpfsDisk('vault-test', plainSealer);
    },
    bytesOf: async (place) => (await fileOf(place)).bytes.slice(),
    replace: async (place, bytes) => void ((await fileOf(place)).bytes = bytes.slice()),
  };
});

import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { meetingId, sha256 } from '../../../../shared/records/ids.ts';
import { folderOf, keyFileName } from '../../../../shared/vault/meeting-folder.ts';
import { describeDamage } from '../../../../shared/vault/testing/damage-suite.ts';
import { DiskFull, type BlobPlace } from '../../../../shared/vault/vault-ports.ts';
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

describe('the disk of a browser', () => {
  it('[INV-5] holds no blob whose key the disk has refused, and takes it once there is room', async () => {
    const root = new PrivateFolder();
    vi.stubGlobal('navigator', { storage: { getDirectory: () => Promise.resolve(root) } });
    onTestFinished(() => void vi.unstubAllGlobals());
    const place = { meetingId: meetingId.parse('m1'), sha256: sha256.parse('a'.repeat(64)) };
    const chunk = new Uint8Array(1_000).fill(7);
    const disk = await openOpfsDisk('vault-test', plainSealer);
    const getFile = PrivateFolder.prototype.getFileHandle;
    const full = vi.spyOn(PrivateFolder.prototype, 'getFileHandle').mockImplementation(function refuseKeys(
      this: PrivateFolder,
      name,
      options,
    ) {
      const reason = new DOMException('no room', 'QuotaExceededError');
      return name === keyFileName ? Promise.reject(reason) : getFile.call(this, name, options);
    });
    await disk.writeChunk(place, 0, chunk);
    await expect(disk.markHeld(place, true)).rejects.toThrow(DiskFull);
    expect(await disk.list()).toMatchObject([{ held: false }]);
    full.mockRestore();
    // Under the key that was refused it must not count as written.
    expect(await disk.readChunk(place, 0, chunk.length)).toBeNull();
    await disk.writeChunk(place, 0, chunk);
    await disk.markHeld(place, true);
    expect(await disk.list()).toMatchObject([{ held: true }]);
    expect(await disk.readChunk(place, 0, chunk.length)).toEqual(chunk);
  });
});

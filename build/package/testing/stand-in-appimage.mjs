import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const tools = ['mksquashfs', 'desktop-file-validate'];

/**
 * The tools with which electron-builder makes an AppImage, of Debian's squashfs-tools. The program in front of the
 * picture is a stand-in: the AppImage can be read and not started.
 *
 * @param {string} folder is made anew
 * @returns {string | undefined} the folder; undefined where squashfs-tools or desktop-file-utils are not installed
 */
export function makeStandInAppImageTools(folder) {
  if (!tools.every((tool) => existsSync(`/usr/bin/${tool}`))) return undefined;
  rmSync(folder, { recursive: true, force: true });
  for (const inner of ['runtimes', 'lib/x64']) mkdirSync(join(folder, inner), { recursive: true });
  for (const tool of tools) symlinkSync(`/usr/bin/${tool}`, join(folder, tool));
  writeFileSync(
    join(folder, 'runtimes', 'runtime-x64'),
    Buffer.from('\x7fELF stand-in of the runtime\n', 'latin1'),
  );
  return folder;
}

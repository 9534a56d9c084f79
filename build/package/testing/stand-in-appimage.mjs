import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The tools with which electron-builder makes an AppImage, of Debian's squashfs-tools. The program in front of the
 * picture is a stand-in: the AppImage can be read and not started.
 *
 * @param {string} folder is made anew
 * @returns {string | undefined} the folder; undefined where squashfs-tools are not installed
 */
export function makeStandInAppImageTools(folder) {
  if (!existsSync('/usr/bin/mksquashfs')) return undefined;
  rmSync(folder, { recursive: true, force: true });
  for (const inner of ['runtimes', 'lib/x64']) mkdirSync(join(folder, inner), { recursive: true });
  symlinkSync('/usr/bin/mksquashfs', join(folder, 'mksquashfs'));
  symlinkSync('/usr/bin/desktop-file-validate', join(folder, 'desktop-file-validate'));
  writeFileSync(
    join(folder, 'runtimes', 'runtime-x64'),
    Buffer.from('\x7fELF stand-in of the runtime\n', 'latin1'),
  );
  return folder;
}

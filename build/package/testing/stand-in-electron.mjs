import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inRoot } from '../../run/repository.mjs';

/*
 * A folder with the shape of an unpacked Electron and nothing of it inside: its programs end at once. With it the
 * packaging is checked where no Electron can be had. Nothing that is made with it may be given to anybody.
 */

/** Marks Electron's switchboard of fuses in a binary; from @electron/fuses. */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The marker of a stand-in, in every folder that is packed from one. */
export const standInMark = 'STAND-IN-NOT-ELECTRON.txt';

/** Version 1, nine fuses, as Electron sets them before they are flipped. */
const factoryFuses = Buffer.concat([
  Buffer.from(fuseSentinel),
  Buffer.from([1, 9]),
  Buffer.from('101100110'),
]);

const commonFiles = [
  'LICENSE',
  'LICENSES.chromium.html',
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'icudtl.dat',
  'locales/en-US.pak',
  'locales/fr.pak',
  'locales/vi.pak',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
];
const linuxFiles = ['libEGL.so', 'libGLESv2.so', 'libffmpeg.so', 'libvk_swiftshader.so', 'libvulkan.so.1'];
const windowsFiles = [
  'd3dcompiler_47.dll',
  'ffmpeg.dll',
  'libEGL.dll',
  'libGLESv2.dll',
  'vk_swiftshader.dll',
  'vulkan-1.dll',
];

/**
 * Makes the folder anew.
 *
 * @param {string} folder
 * @param {'linux' | 'win32'} platform
 */
export async function makeStandInElectron(folder, platform) {
  rmSync(folder, { recursive: true, force: true });
  for (const inner of ['locales', 'resources']) mkdirSync(join(folder, inner), { recursive: true });
  const { version } = JSON.parse(readFileSync(inRoot('node_modules', 'electron', 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, standInMark), 'For checks of the packaging only.\n');
  for (const name of [...commonFiles, ...(platform === 'linux' ? linuxFiles : windowsFiles)]) {
    writeFileSync(join(folder, name), `stand-in of ${name}\n`);
  }
  if (platform === 'win32') return writeFileSync(join(folder, 'electron.exe'), await windowsProgram());
  const program = linuxProgram();
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    writeFileSync(join(folder, name), name === 'electron' ? Buffer.concat([program, factoryFuses]) : program);
    chmodSync(join(folder, name), 0o755);
  }
}

/** The smallest program of Linux on x64: it ends with exit code 0. */
function linuxProgram() {
  const code = Buffer.from('b83c00000031ff0f05', 'hex');
  const headers = Buffer.alloc(120);
  const loadedAt = 0x400000n;
  headers.write('\x7fELF\x02\x01\x01', 'latin1');
  headers.writeUInt16LE(2, 16); // an executable
  headers.writeUInt16LE(62, 18); // x86-64
  headers.writeUInt32LE(1, 20);
  headers.writeBigUInt64LE(loadedAt + 120n, 24); // where it begins
  headers.writeBigUInt64LE(64n, 32); // the one program header
  headers.writeUInt16LE(64, 52);
  headers.writeUInt16LE(56, 54);
  headers.writeUInt16LE(1, 56);
  headers.writeUInt32LE(1, 64); // to be loaded
  headers.writeUInt32LE(5, 68); // readable, executable
  headers.writeBigUInt64LE(loadedAt, 80);
  headers.writeBigUInt64LE(loadedAt, 88);
  const bytes = BigInt(headers.length + code.length);
  headers.writeBigUInt64LE(bytes, 96);
  headers.writeBigUInt64LE(bytes, 104);
  headers.writeBigUInt64LE(0x1000n, 112);
  return Buffer.concat([headers, code]);
}

/** An empty program of Windows with the resources that electron-builder edits. */
async function windowsProgram() {
  const builder = createRequire(inRoot('node_modules', 'app-builder-lib', 'package.json'));
  const { NtExecutable, NtExecutableResource, Resource } = builder('resedit');
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.lang = 1033;
  version.setFileVersion(1, 0, 0, 0, 1033);
  const words = { FileDescription: 'Electron', ProductName: 'Electron', OriginalFilename: 'electron.exe' };
  version.setStringValues({ lang: 1033, codepage: 1200 }, words);
  version.outputToResourceEntries(resources.entries);
  const manifest =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">' +
    '<trustInfo xmlns="urn:schemas-microsoft-com:asm.v3"><security><requestedPrivileges>' +
    '<requestedExecutionLevel level="asInvoker" uiAccess="false"/></requestedPrivileges></security></trustInfo></assembly>';
  resources.entries.push({ type: 24, id: 1, lang: 1033, codepage: 1200, bin: Buffer.from(manifest) });
  resources.outputResource(program);
  return Buffer.concat([Buffer.from(program.generate()), factoryFuses]);
}

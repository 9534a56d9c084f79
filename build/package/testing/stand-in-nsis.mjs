import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { inRoot } from '../../run/repository.mjs';

/*
 * The tools with which electron-builder makes an installer for Windows, made of Debian's makensis. Plugins that Debian
 * does not have are stand-ins that only name their functions: the script compiles with every warning an error, and the
 * installer that comes out installs nothing.
 */

const debian = '/usr/share/nsis';
const templates = inRoot('node_modules', 'app-builder-lib', 'templates', 'nsis');
/** Called through the System plugin: libraries of Windows. */
const ofWindows = /^(kernel32|shell32|user32|ole32|advapi32|psapi|ntdll)$/i;

/**
 * Makes the folders anew.
 *
 * @param {string} folder
 * @returns {NodeJS.ProcessEnv | null} what electron-builder is told; null where Debian's nsis is not installed
 */
export function makeStandInNsis(folder) {
  if (!existsSync('/usr/bin/makensis') || !existsSync(debian)) return null;
  rmSync(folder, { recursive: true, force: true });
  const nsis = join(folder, 'nsis');
  mkdirSync(join(nsis, 'linux'), { recursive: true });
  for (const name of readdirSync(debian)) symlinkSync(join(debian, name), join(nsis, name));
  symlinkSync('/usr/bin/makensis', join(nsis, 'linux', 'makensis'));
  writeFileSync(join(nsis, 'elevate.exe'), libraryOf('elevate.exe', []));
  const plugins = join(folder, 'resources', 'plugins', 'x86-unicode');
  mkdirSync(plugins, { recursive: true });
  for (const [name, functions] of pluginsOfTemplates()) {
    writeFileSync(join(plugins, `${name}.dll`), libraryOf(`${name}.dll`, [...functions].toSorted()));
  }
  const wine = join(folder, 'wine');
  for (const inner of ['bin', 'lib', 'wine-home']) mkdirSync(join(wine, inner), { recursive: true });
  const starter = `#!/bin/sh\nexec "${process.execPath}" "${join(import.meta.dirname, 'write-uninstaller.mjs')}" "$@"\n`;
  writeFileSync(join(wine, 'bin', 'wine'), starter);
  chmodSync(join(wine, 'bin', 'wine'), 0o755);
  return {
    ELECTRON_BUILDER_NSIS_DIR: nsis,
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: join(folder, 'resources'),
    ELECTRON_BUILDER_WINE_TOOLSET_DIR: wine,
  };
}

/** Every plugin that the templates call and Debian does not have, with the functions that they call. */
function pluginsOfTemplates() {
  const own = new Set(
    readdirSync(join(debian, 'Plugins', 'x86-unicode')).map((file) => basename(file, '.dll').toLowerCase()),
  );
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const file of readdirSync(templates, { recursive: true, encoding: 'utf8' })) {
    if (!/\.ns[hi]$/.test(file)) continue;
    const text = readFileSync(join(templates, file), 'utf8');
    for (const [, plugin = '', name = ''] of text.matchAll(/\b([A-Za-z0-9]+)::(\w+)/g)) {
      if (own.has(plugin.toLowerCase()) || ofWindows.test(plugin)) continue;
      const known = [...found.keys()].find((one) => one.toLowerCase() === plugin.toLowerCase()) ?? plugin;
      found.set(known, (found.get(known) ?? new Set()).add(name));
    }
  }
  return found;
}

/**
 * A library of Windows on x86 whose functions do nothing: one section with the table of exports.
 *
 * @param {string} name
 * @param {string[]} functions in the order of the alphabet
 */
function libraryOf(name, functions) {
  const base = 0x1000;
  const count = functions.length;
  const table = 16;
  const addresses = table + 40;
  const names = addresses + 4 * count;
  const ordinals = names + 4 * count;
  const section = Buffer.alloc(ordinals + 2 * count);
  section.set([0xc3]); // return
  /** @type {Buffer[]} */
  const texts = [];
  let end = section.length;
  /** @param {string} text */
  const put = (text) => {
    const bytes = Buffer.from(`${text}\0`, 'latin1');
    texts.push(bytes);
    end += bytes.length;
    return base + end - bytes.length;
  };
  section.writeUInt32LE(put(name), table + 12);
  for (const [at, value] of [1, count, count, base + addresses, base + names, base + ordinals].entries()) {
    section.writeUInt32LE(value, table + 16 + 4 * at);
  }
  for (const [at, one] of functions.entries()) {
    section.writeUInt32LE(base, addresses + 4 * at);
    section.writeUInt32LE(put(one), names + 4 * at);
    section.writeUInt16LE(at, ordinals + 2 * at);
  }
  const content = Buffer.concat([section, ...texts]);
  const padded = Buffer.concat([content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
  return Buffer.concat([
    headersOf(padded.length, { at: base + table, bytes: content.length - table }, content.length),
    padded,
  ]);
}

/**
 * @param {number} rawBytes
 * @param {{ at: number, bytes: number }} exported
 * @param {number} bytes of the section in memory
 */
function headersOf(rawBytes, exported, bytes) {
  const headers = Buffer.alloc(512);
  headers.write('MZ', 'latin1');
  headers.writeUInt32LE(0x80, 0x3c);
  headers.write('PE\0\0', 0x80, 'latin1');
  const file = 0x84;
  headers.writeUInt16LE(0x14c, file); // x86
  headers.writeUInt16LE(1, file + 2);
  headers.writeUInt16LE(224, file + 16);
  headers.writeUInt16LE(0x2102, file + 18); // a library
  const optional = file + 20;
  headers.writeUInt16LE(0x10b, optional);
  headers.writeUInt32LE(rawBytes, optional + 4);
  /** @type {[number, number][]} */
  const words = [
    [20, 0x1000],
    [28, 0x10000000],
    [32, 0x1000],
    [36, 512],
    [56, 0x2000],
    [60, 512],
    [72, 0x100000],
    [76, 0x1000],
    [80, 0x100000],
    [84, 0x1000],
    [92, 16],
    [96, exported.at],
    [100, exported.bytes],
  ];
  for (const [at, value] of words) headers.writeUInt32LE(value, optional + at);
  headers.writeUInt16LE(4, optional + 40);
  headers.writeUInt16LE(4, optional + 48);
  headers.writeUInt16LE(2, optional + 68);
  const section = optional + 224;
  headers.write('.text', section, 'latin1');
  for (const [at, value] of [bytes, 0x1000, rawBytes, 512].entries()) {
    headers.writeUInt32LE(value, section + 8 + 4 * at);
  }
  headers.writeUInt32LE(0x60000020, section + 36);
  return headers;
}

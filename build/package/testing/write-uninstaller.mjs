import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { inRoot } from '../../run/repository.mjs';

/*
 * Stands in for wine, in which electron-builder runs the half-made installer for one purpose: that it writes its
 * uninstaller. electron-builder can read it out of the file as well; only the sections that Debian's makensis writes have
 * other names than it knows.
 */

const [installer = ''] = process.argv.slice(2);
const bytes = readFileSync(installer);
const header = bytes.readUInt32LE(0x3c);
const sections = bytes.readUInt16LE(header + 6);
const first = header + 24 + bytes.readUInt16LE(header + 20);
const known = new Set(['.text', '.rdata', '.data', '.rsrc']);
for (let at = first; at < first + 40 * sections; at += 40) {
  const name = bytes.toString('latin1', at, at + 8).replace(/\0+$/, '');
  if (!known.has(name)) bytes.write('.rdata\0\0', at, 'latin1');
}
const copy = `${installer}.readable`;
writeFileSync(copy, bytes);
const builder = createRequire(inRoot('node_modules', 'app-builder-lib', 'package.json'));
const { UninstallerReader } = builder('./out/targets/nsis/nsisUtil.js');
try {
  await UninstallerReader.exec(
    copy,
    join(dirname(installer), `${basename(installer, 'exe')}__uninstaller.exe`),
  );
} finally {
  rmSync(copy);
}

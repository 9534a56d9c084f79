import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../run/repository.mjs';
import { drawIco, drawIcon } from './draw-icon.mjs';

/** Draws the icons into build/package/icons; run it after a change of the mark: `node build/package/make-icons.mjs`. */
const folder = inRoot('build', 'package', 'icons');
mkdirSync(folder, { recursive: true });
for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
  writeFileSync(join(folder, `${size}x${size}.png`), drawIcon(size));
}
writeFileSync(join(folder, 'icon.ico'), drawIco([16, 24, 32, 48, 64, 128, 256]));

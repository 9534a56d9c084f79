import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Under this name the page registers its service worker; at the root, so that it may answer for every address. */
const fileName = 'offline.js';

/**
 * Writes the service worker that starts the interface without the hub: the source, headed by the list of the files of
 * this very build. One changed file makes another list, so a browser notices every build.
 *
 * @param source path of the service worker's source
 */
export function offlineShell(source: string): Plugin {
  return {
    name: 'offline-shell',
    apply: 'build',
    writeBundle: {
      // After everything else has been written, files that are only copied included.
      order: 'post',
      sequential: true,
      handler({ dir }) {
        if (dir === undefined) throw new Error('offline-shell: the build has no output folder');
        writeFileSync(join(dir, fileName), `${headOf(dir)}\n${readFileSync(source, 'utf8')}`);
      },
    },
  };
}

function headOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => isPartOfThePage(name) && statSync(join(folder, name)).isFile())
    .toSorted();
  for (const name of files)
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(folder, name)));
  const version = hash.digest('hex').slice(0, 16);
  const paths = files.map((name) => `/${name}`);
  return `const version = ${JSON.stringify(version)};\nconst files = ${JSON.stringify(paths)};`;
}

function isPartOfThePage(name: string): boolean {
  // A browser that runs service workers takes woff2, and the hub serves no woff.
  const isSpare = name.endsWith('.map') || name.endsWith('.woff') || /(?:^|\/)(?:LICENSE|README)/.test(name);
  return name !== fileName && !isSpare;
}

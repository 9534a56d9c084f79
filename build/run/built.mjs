import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { node24Environment, requireNode24 } from './node24.mjs';
import { commandScript, inRoot, root, say } from './repository.mjs';

/** What a build is made of. */
const ingredients = [
  'src/main',
  'src/preload',
  'src/renderer',
  'src/shared',
  'build/vite',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

const stampFile = inRoot('out', 'build-stamp');

/** What a finished build has. */
const products = ['out/main/main.js', 'out/preload', 'out/renderer/index.html'];

/**
 * Builds main, preloads and renderer, unless the last build was of the same sources.
 *
 * @param {import('./children.mjs').Children} children
 * @throws with the bundler's own words when the sources cannot be built
 */
export async function ensureBuilt(children) {
  const stamp = await sourcesStamp();
  if ((await builtStamp()) === stamp) return;
  say('Đang dựng giao diện… · Building the windows…');
  const ended = await build(children, { capture: true });
  if (ended.code !== 0) {
    throw new Error(`Không dựng được giao diện · the windows cannot be built\n${ended.output.trim()}`);
  }
}

/**
 * Runs electron-vite and remembers what was built.
 *
 * @param {import('./children.mjs').Children} children
 * @param {{ capture?: boolean, limitMs?: number }} [options]
 */
export async function build(children, options = {}) {
  const stamp = await sourcesStamp();
  const ended = await children.run(requireNode24(), [commandScript('electron-vite'), 'build'], {
    ...options,
    cwd: root,
    env: node24Environment(),
  });
  if (ended.code === 0) {
    await mkdir(inRoot('out'), { recursive: true });
    await writeFile(stampFile, stamp);
  }
  return ended;
}

async function builtStamp() {
  if (!products.every((product) => existsSync(inRoot(product)))) return undefined;
  return readFile(stampFile, 'utf8').catch(() => undefined);
}

/** A digest of names and bytes: times say nothing after a checkout. */
async function sourcesStamp() {
  const digest = createHash('sha256');
  for (const file of (await Promise.all(ingredients.map(listFiles))).flat()) {
    digest
      .update(`${file}\0`)
      .update(await readFile(inRoot(file)))
      .update('\0');
  }
  return digest.digest('hex');
}

/**
 * @param {string} path of a file or folder, from the root
 * @returns {Promise<string[]>} the files there, in a fixed order
 */
async function listFiles(path) {
  if (!existsSync(inRoot(path))) return [];
  const entries = await readdir(inRoot(path), { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return (await Promise.all(sorted.map((entry) => listFiles(`${path}/${entry.name}`)))).flat();
}

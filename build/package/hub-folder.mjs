import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { inRoot } from '../run/repository.mjs';
import { lockedFolders, missingFolders } from './locked-packages.mjs';
import { reachableFrom } from './source-graph.mjs';

/** What the hub starts from: itself with its commands, and the verifier of exported logs. */
const entries = ['src/hub/start/main.ts', 'src/verifier/main.ts'];

/** Of each package only what runs: no types, no maps, no sources, no papers but the licences. */
const leftOut = /(?:\.[cm]?ts|\.map|\.md|\.markdown|\.flow|\.tsbuildinfo|\.min\.m?js)$/;
const leftOutFolders = /^(?:test|tests|__tests__|docs?|examples?|benchmarks?|\.github)$/;

/** Of large packages only the part that the hub uses, as paths within the package. */
const usedParts = /** @type {Record<string, RegExp>} */ ({
  'pdfjs-dist':
    /^(?:package\.json|LICENSE|legacy\/build\/pdf(?:\.worker)?\.mjs|(?:cmaps|iccs|standard_fonts|wasm)\/.*)$/,
  '@cantoo/pdf-lib': /^(?:package\.json|LICENSE\.md|es\/.*)$/,
});

/**
 * Makes the hub as one folder that Node 24 runs, without npm and without a network: its sources without their types, the
 * packages that they use, the built windows and the sample meeting. `src/` keeps its shape, so that every path in it holds.
 *
 * @param {string} folder is made anew
 * @param {{ os: string, cpu: string }} target
 * @param {ReadonlyMap<string, string>} [fetched] where packages lie that are not installed here, by their folder
 * @returns {{ files: string[], packages: string[] }} source files and packages that went in
 */
export function makeHubFolder(folder, target, fetched = new Map()) {
  rmSync(folder, { recursive: true, force: true });
  const { files, packages } = reachableFrom(entries);
  for (const file of files) writeSource(file, join(folder, file.replace(/\.ts$/, '.js')));
  const folders = lockedFolders(packages, target);
  const missing = missingFolders(folders).filter((one) => !fetched.has(one));
  if (missing.length > 0) throw new Error(`Chưa cài · not installed: ${missing.join(', ')}`);
  for (const one of folders)
    copyPackage(one, { origin: fetched.get(one) ?? inRoot(one), to: join(folder, one) });
  const { name, version, license, author } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const manifest = { name: `${name}-hub`, version, license, author, private: true, type: 'module' };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(inRoot('LICENSE'), join(folder, 'LICENSE'));
  cpSync(inRoot('out', 'renderer'), join(folder, 'out', 'renderer'), {
    recursive: true,
    filter: (source) => !source.endsWith('.map'),
  });
  cpSync(inRoot('resources', 'sample-meeting'), join(folder, 'resources', 'sample-meeting'), {
    recursive: true,
    filter: (source) => !/(?:\.ts|tsconfig\.json|\.tsbuildinfo|README\.md)$/.test(source),
  });
  return { files, packages: folders };
}

/**
 * The packages that a hub for a system needs and that are not installed on this machine.
 *
 * @param {{ os: string, cpu: string }} target
 */
export function packagesToFetch(target) {
  return missingFolders(lockedFolders(reachableFrom(entries).packages, target));
}

/** @param {string} file @param {string} to */
function writeSource(file, to) {
  mkdirSync(dirname(to), { recursive: true });
  const text = readFileSync(inRoot(file), 'utf8');
  if (!file.endsWith('.ts')) return writeFileSync(to, text);
  writeFileSync(to, withoutTypes(text));
}

/**
 * A source as Node runs it after stripping its types, its relative imports and addresses turned to the new names. Lines
 * keep their numbers, so that a stack trace fits the source.
 *
 * @param {string} text
 */
export function withoutTypes(text) {
  const stripped = stripTypeScriptTypes(text, { mode: 'strip' }).replaceAll(/[ \t]+$/gm, '');
  return stripped.replaceAll(/'(\.{1,2}\/[^'\n]+)\.ts'/g, "'$1.js'");
}

/** @param {string} from @param {{ origin: string, to: string }} places */
function copyPackage(from, { origin, to }) {
  const name = from.slice(from.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const used = usedParts[name];
  cpSync(origin, to, {
    recursive: true,
    filter(source) {
      const within = source.slice(origin.length + 1).replaceAll('\\', '/');
      if (within === '') return true;
      if (within.startsWith('node_modules') || leftOut.test(within)) return false;
      if (used !== undefined) return used.test(within) || isAbove(within, name);
      return !leftOutFolders.test(basename(within));
    },
  });
}

/** Folders that hold used parts are entered. @param {string} within @param {string} name */
function isAbove(within, name) {
  if (name === 'pdfjs-dist') return /^(?:legacy|legacy\/build|cmaps|iccs|standard_fonts|wasm)$/.test(within);
  return within === 'es';
}

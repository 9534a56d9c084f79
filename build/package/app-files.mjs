import { inRoot } from '../run/repository.mjs';
import { readFileSync } from 'node:fs';
import { lockedFolders } from './locked-packages.mjs';
import { reachableFrom } from './source-graph.mjs';

/** What Electron's main process starts from; the windows and the preloads are bundled whole. */
const entries = ['src/main/start/main.ts', 'src/main/keys/pin-thread.ts', 'src/main/hub-host/hub-entry.ts'];

/** Of packages in the archive only what runs. */
const leftOut = [
  '**/*.{map,ts,mts,cts,md,markdown,flow,tsbuildinfo}',
  '**/{test,tests,__tests__,docs,examples,benchmarks}/**',
];

/**
 * The packages that go into the archive with the bundled main process: those that it names and what they depend on.
 * Everything else that the hub needs lies in the hub's own folder.
 *
 * @returns {string[]} folders such as `node_modules/zod`
 */
export function packagesOfMain() {
  const { dependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const named = reachableFrom(entries).packages.filter((name) => name in dependencies);
  return lockedFolders(named, null);
}

/**
 * The patterns of files for the archive: the built program, without the packages that only the hub or nobody uses.
 *
 * @returns {string[]}
 */
export function appFiles() {
  const { dependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const wanted = new Set(packagesOfMain());
  const others = lockedFolders(Object.keys(dependencies), null).filter((folder) => !wanted.has(folder));
  return [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
    '!**/*.map',
    '!**/*.tsbuildinfo',
    ...leftOut.map((pattern) => `!node_modules/${pattern}`),
    ...others.map((folder) => `!${folder}/**`),
  ];
}

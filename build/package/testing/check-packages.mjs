import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Children } from '../../run/children.mjs';
import { node24Environment, requireNode24 } from '../../run/node24.mjs';
import { commandScript, inRoot, root } from '../../run/repository.mjs';
import { writeBuilderConfig } from '../builder-config.mjs';
import { makeHubFolder } from '../hub-folder.mjs';
import { makeStandInElectron } from './stand-in-electron.mjs';
import { makeStandInAppImageTools } from './stand-in-appimage.mjs';
import { makeStandInNsis } from './stand-in-nsis.mjs';

/**
 * @typedef {object} CheckedBuild
 * @property {number} code exit code of electron-builder
 * @property {string} output
 * @property {string} release the folder with what came out
 */

/**
 * Packs the built program for a system around a stand-in of Electron, below `folder`. Never for use: see
 * `stand-in-electron.mjs`.
 *
 * @param {string} folder
 * @param {'linux' | 'win32'} platform
 * @param {{ targets: string[], version?: string }} wish `version` in the place of the program's own
 * @returns {Promise<CheckedBuild>}
 */
export async function packStandIn(folder, platform, { targets, version }) {
  const release = join(folder, `release-${platform}`);
  const electronDist = join(folder, `electron-${platform}`);
  rmSync(release, { recursive: true, force: true });
  mkdirSync(release, { recursive: true });
  await makeStandInElectron(electronDist, platform);
  const hubFolder = join(folder, `hub-${platform}`);
  makeHubFolder(hubFolder, { os: process.platform, cpu: process.arch });
  // What the hub runs on is the same for both systems, but for native parts that are not installed here.
  if (platform === 'win32') rmSync(join(hubFolder, 'node_modules'), { recursive: true });
  const config = writeBuilderConfig({
    workFolder: join(folder, `work-${platform}`),
    output: release,
    electronDist,
  });
  const flags = [platform === 'linux' ? '--linux' : '--win', ...targets, '--x64', '--publish', 'never'];
  // What comes out is looked at and thrown away: pressing it would take most of the time.
  flags.push('--config.compression=store');
  const newer = version === undefined ? [] : [`--config.extraMetadata.version=${version}`];
  const ended = await new Children().run(
    requireNode24(),
    [commandScript('electron-builder'), ...flags, '--config', config, ...newer],
    {
      cwd: root,
      env: node24Environment({ ...toolsFor(folder), NGHISU_PACK_HUB: hubFolder }),
      capture: true,
      limitMs: 280_000,
    },
  );
  return { code: ended.code ?? 1, output: ended.output, release };
}

/** @param {string} folder @returns {NodeJS.ProcessEnv} */
function toolsFor(folder) {
  return {
    CUSTOM_FPM_PATH: inRoot('build', 'package', 'tools', 'make-deb.mjs'),
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7zz',
    NGHISU_DEB_COMPRESSION: 'none',
    ELECTRON_BUILDER_OFFLINE: 'true',
    APPIMAGE_TOOLS_PATH: makeStandInAppImageTools(join(folder, 'appimage-tools')),
    ...makeStandInNsis(join(folder, 'nsis-tools')),
  };
}

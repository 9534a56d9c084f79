import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../run/repository.mjs';
import { appFiles } from './app-files.mjs';

/**
 * What electron-builder is started with: `electron-builder.yml`, and what no file can know beforehand.
 *
 * @param {object} options
 * @param {string} options.workFolder below `out/package`; the configuration is written there
 * @param {string} options.output
 * @param {string} [options.electronDist] an unpacked Electron for this system
 * @returns {string} the path of the configuration
 */
export function writeBuilderConfig({ workFolder, output, electronDist }) {
  const file = join(workFolder, 'electron-builder.json');
  mkdirSync(workFolder, { recursive: true });
  const config = {
    extends: inRoot('electron-builder.yml'),
    directories: { output, buildResources: inRoot('build', 'package') },
    files: appFiles(),
    afterPack: inRoot('build', 'package', 'after-pack.mjs'),
    extraFiles: [{ from: inRoot('LICENSE'), to: 'LICENSE' }],
    ...(electronDist === undefined ? {} : { electronDist }),
  };
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`);
  return file;
}

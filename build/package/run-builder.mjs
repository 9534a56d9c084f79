import { node24Environment, requireNode24 } from '../run/node24.mjs';
import { onPath } from '../run/on-path.mjs';
import { commandScript, inRoot, root } from '../run/repository.mjs';
import { NotHere } from './artefact.mjs';
import { writeBuilderConfig } from './builder-config.mjs';
import { workFolderOf } from './prepare-hub.mjs';

/** What an answer from no network looks like in the words of electron-builder. */
const noNetwork =
  /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ECONNRESET|Cannot download|cannot find valid "wine"/i;

const patienceMs = 1_200_000;

/**
 * Runs electron-builder for one system into `release/`.
 *
 * @param {import('./prepare-hub.mjs').Target} target
 * @param {object} wish
 * @param {string[]} wish.targets such as `deb`
 * @param {string} wish.hub the folder that {@link prepareHub} made
 * @param {string | undefined} wish.electronDist an unpacked Electron; electron-builder fetches one where it is left out
 * @param {import('../run/children.mjs').Children} wish.children
 */
export async function runBuilder(target, { targets, hub, electronDist, children }) {
  const config = writeBuilderConfig({
    workFolder: workFolderOf(target),
    output: inRoot('release'),
    ...(electronDist === undefined ? {} : { electronDist }),
  });
  const system = { linux: '--linux', win32: '--win', darwin: '--mac' }[target.os];
  const args = [
    commandScript('electron-builder'),
    system,
    ...targets,
    `--${target.cpu}`,
    '--publish',
    'never',
  ];
  const ended = await children.run(requireNode24(), [...args, '--config', config], {
    cwd: root,
    env: node24Environment({ ...ownTools(), NGHISU_PACK_HUB: hub }),
    capture: true,
    limitMs: patienceMs,
  });
  if (ended.code === 0) return;
  const [why = 'electron-builder'] = ended.output.split('\n').filter((line) => line.includes('⨯'));
  const words = why.replace(/^\s*⨯\s*/, '').split(/\s+(?:failedTask|stackTrace)=/)[0] ?? why;
  if (noNetwork.test(ended.output))
    throw new NotHere(`thiếu công cụ, không có mạng · a tool is missing and cannot be fetched (${words})`);
  throw new Error(`${words}\n${ended.output.trim()}`);
}

/** Tools of this machine in the place of those that electron-builder would fetch. @returns {NodeJS.ProcessEnv} */
function ownTools() {
  /** @type {NodeJS.ProcessEnv} */
  const tools = {};
  const sevenZip = onPath('7zz');
  if (sevenZip !== undefined) tools.ELECTRON_BUILDER_7ZIP_PATH = sevenZip;
  if (onPath('dpkg-deb') !== undefined && process.env.CUSTOM_FPM_PATH === undefined) {
    tools.CUSTOM_FPM_PATH = inRoot('build', 'package', 'tools', 'make-deb.mjs');
  }
  return tools;
}

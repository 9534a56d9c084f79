import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createRequire } from 'node:module';
import { installDebian, isDebianRoot } from './debian.mjs';
import { node24Environment, requireNode24 } from './node24.mjs';
import { commandScript, inRoot, root, say } from './repository.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** An install that takes longer hangs. */
const installLimitMs = 300_000;

/**
 * Finds a Chromium to drive: CHROMIUM_PATH, one on the path, or the one that Playwright keeps.
 *
 * @returns {string | undefined} path of the executable
 */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined) return existsSync(given) ? given : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name + suffix)));
  return [...onPath, playwrightChromium()].find((file) => existsSync(file));
}

/**
 * Finds a Chromium, and installs one where there is none: from Debian for root, else through Playwright.
 *
 * @param {import('./children.mjs').Children} children
 * @returns {Promise<string | undefined>} undefined when none can be had
 */
export async function obtainChromium(children) {
  const found = findChromium();
  if (found !== undefined || process.env.CHROMIUM_PATH !== undefined) return found;
  say('Đang cài Chromium để kiểm thử… · Installing Chromium for the tests…');
  if (isDebianRoot()) await installDebian(children, ['chromium']);
  if (findChromium() === undefined) {
    const install = [commandScript('playwright'), 'install', 'chromium'];
    const quietly = { capture: true, limitMs: installLimitMs, cwd: root, env: node24Environment() };
    await children.run(requireNode24(), install, quietly);
  }
  return findChromium();
}

function playwrightChromium() {
  const { chromium } = createRequire(inRoot('package.json'))('playwright');
  return /** @type {string} */ (chromium.executablePath());
}

import { existsSync } from 'node:fs';
import { root } from './repository.mjs';

/** A fetch of half a gigabyte through a slow mirror; what takes longer hangs. */
const installLimitMs = 600_000;

/** Whether packages can be installed here without asking anybody: root, on Debian or a system made from it. */
export function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/**
 * Installs packages of Debian, without what they only recommend. An install that fails leaves the machine as it was,
 * and is for the caller to notice.
 *
 * @param {import('./children.mjs').Children} children
 * @param {string[]} packages
 * @returns {Promise<import('./children.mjs').Ended>}
 */
export async function installDebian(children, packages) {
  const quietly = {
    capture: true,
    limitMs: installLimitMs,
    cwd: root,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  await children.run('apt-get', ['update'], quietly);
  return children.run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quietly);
}

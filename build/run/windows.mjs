import { join } from 'node:path';
import { root } from './repository.mjs';

/** Whether a window could be shown at all. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/**
 * The surfaces of a first look at the room: the chair, one seat and the screen.
 *
 * @param {import('./hub-process.mjs').HubReady['surfaces']} surfaces
 * @returns {string[]} addresses
 */
export function firstAddresses({ chair, screen, seats = {} }) {
  return [chair, Object.values(seats)[0], screen].filter((address) => address !== undefined);
}

/**
 * Opens terminals in Electron, one window each. What they keep lies beside the hub's data, so that the terminals of
 * two rooms on one machine are apart.
 *
 * @param {import('./children.mjs').Children} children
 * @param {string} electron the executable
 * @param {string[]} addresses of the surfaces
 * @param {string} data folder of the room's data
 */
export function openTerminals(children, electron, addresses, data) {
  // Chromium's sandbox refuses to run as root; whoever develops as root has none to lose.
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  const args = [
    ...(isRootOnLinux ? ['--no-sandbox'] : []),
    root,
    `--user-data-dir=${join(data, 'electron')}`,
    ...addresses.map((address) => `--address=${address}`),
  ];
  return children.start(electron, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

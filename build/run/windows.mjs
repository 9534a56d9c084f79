import { join } from 'node:path';
import { inRoot, root } from './repository.mjs';

/**
 * @typedef {object} Terminal one Electron process: a terminal of the room with its own device and data
 * @property {string} name
 * @property {string} address of its surface
 */

/**
 * The windows of a first look at the room: the chair, one seat and the screen.
 *
 * @param {import('./hub-process.mjs').HubReady['surfaces']} surfaces
 * @returns {Terminal[]}
 */
export function firstTerminals({ chair, screen, seats = {} }) {
  const [seat] = Object.entries(seats);
  return [
    ...(chair === undefined ? [] : [{ name: 'chair', address: chair }]),
    ...(seat === undefined ? [] : [{ name: `seat-${seat[0]}`, address: seat[1] }]),
    ...(screen === undefined ? [] : [{ name: 'screen', address: screen }]),
  ];
}

/** Whether a window could be shown at all. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/**
 * Opens one terminal in Electron. Its data lies beside the hub's, so that terminals of two rooms are apart.
 *
 * @param {import('./children.mjs').Children} children
 * @param {string} electron the executable
 * @param {Terminal} terminal
 * @param {string} data folder of the room's data
 */
export function openTerminal(children, electron, { name, address }, data) {
  const isRoot = process.getuid?.() === 0;
  return children.start(
    electron,
    [
      // Chromium's sandbox refuses to run as root; a person who develops as root has none to lose.
      ...(isRoot && process.platform === 'linux' ? ['--no-sandbox'] : []),
      root,
      `--address=${address}`,
      `--user-data-dir=${join(data, 'terminals', name)}`,
    ],
    { cwd: inRoot(), stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

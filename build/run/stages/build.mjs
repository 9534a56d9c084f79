import { build as buildAll } from '../built.mjs';
import { howItEnded } from './stage.mjs';

/** Main, preloads and renderer as they are shipped. @type {import('./stage.mjs').Stage} */
export const build = {
  name: 'build',
  limitMinutes: 4,
  async run({ children, limitMs }) {
    const ended = await buildAll(children, { limitMs });
    const failed = ended.code === 0 ? [] : [`electron-vite build (${howItEnded(ended)})`];
    return { passed: 1 - failed.length, failed, skipped: [] };
  },
};

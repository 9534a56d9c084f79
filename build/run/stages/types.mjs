import { commandScript } from '../repository.mjs';
import { howItEnded, runTool } from './stage.mjs';

const projects = [
  'src/shared',
  'src/hub',
  'src/main',
  'src/preload',
  'src/renderer',
  'e2e',
  'bench',
  'build',
];

/** Types: each project sees only what its code may see, so each is checked by itself. @type {import('./stage.mjs').Stage} */
export const types = {
  name: 'types',
  limitMinutes: 3,
  async run(work) {
    /** @type {import('./stage.mjs').Outcome} */
    const outcome = { passed: 0, failed: [], skipped: [] };
    for (const project of projects) {
      const ended = await runTool(work, [commandScript('typescript', 'tsc'), '-p', project, '--noEmit']);
      if (ended.code === 0) outcome.passed += 1;
      else outcome.failed.push(`types of ${project} (${howItEnded(ended)})`);
    }
    return outcome;
  },
};

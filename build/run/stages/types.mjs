import { existsSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { commandScript, inRoot } from '../repository.mjs';
import { howItEnded, runTool } from './stage.mjs';

const areas = ['src', 'e2e', 'bench', 'build', 'resources'];

/**
 * Types: each project sees only what its code may see, so each is checked by itself.
 *
 * @type {import('./stage.mjs').Stage}
 */
export const types = {
  name: 'types',
  limitMinutes: 3,
  async run(work) {
    /** @type {import('./stage.mjs').Outcome} */
    const outcome = { passed: 0, failed: [], skipped: [] };
    for (const project of findProjects()) {
      const ended = await runTool(work, [commandScript('typescript', 'tsc'), '-p', project, '--noEmit']);
      if (ended.code === 0) outcome.passed += 1;
      else outcome.failed.push(`types of ${project} (${howItEnded(ended)})`);
    }
    return outcome;
  },
};

/** Every folder with a tsconfig.json, as a path from the root with forward slashes. */
function findProjects() {
  return areas
    .filter((area) => existsSync(inRoot(area)))
    .flatMap((area) =>
      readdirSync(inRoot(area), { recursive: true, encoding: 'utf8' }).map((name) => `${area}/${name}`),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => posix.basename(file) === 'tsconfig.json')
    .map((file) => posix.dirname(file));
}

import { availableParallelism } from 'node:os';
import { commandScript, inRoot } from '../repository.mjs';
import { howItEnded, readReport, reportFile, runTool } from './stage.mjs';

const summaryReporter = inRoot('build', 'run', 'stages', 'vitest-summary.mjs');

/**
 * A stage that runs projects of vitest.config.ts.
 *
 * @param {string} name
 * @param {number} limitMinutes
 * @param {{ projects?: string, workers?: number }} [options] `projects` is a pattern, the name unless given; `workers`
 *   is how many files run at once, by vitest's own choice one less than there are cores
 * @returns {import('./stage.mjs').Stage}
 */
function vitestStage(name, limitMinutes, { projects = name, workers } = {}) {
  return {
    name,
    limitMinutes,
    async run(work) {
      const file = await reportFile(name);
      const reporters = ['--reporter=default', `--reporter=${summaryReporter}`];
      const chosen = [
        '--project',
        projects,
        ...(workers === undefined ? [] : ['--maxWorkers', `${workers}`]),
      ];
      const ended = await runTool(work, [commandScript('vitest'), 'run', ...chosen, ...reporters], {
        env: { VITEST_SUMMARY_FILE: file },
      });
      /** @type {import('./stage.mjs').Outcome} */
      const summary = (await readReport(file)) ?? { passed: 0, failed: [], skipped: [] };
      // A run without tests, or one that died, has no failed test to show, yet it did not pass.
      if (ended.code !== 0 && summary.failed.length === 0)
        summary.failed.push(`${name} (${howItEnded(ended)})`);
      return summary;
    },
  };
}

/** Unit and property tests: pure code, no sockets. */
export const unit = vitestStage('unit', 8, { projects: 'unit*', workers: availableParallelism() });

/** The real engine and the real client core under virtual time, one seed per run. */
export const simulation = vitestStage('simulation', 10);

/** The real hub killed at random moments under writing clients, then audited. */
export const killLoop = vitestStage('kill-loop', 8);

/** The real hub on real sockets. */
export const integration = vitestStage('integration', 10, { workers: availableParallelism() });

/** The packages around a stand-in of Electron, as far as this machine has the tools; needs a build. */
export const packaging = vitestStage('packaging', 10);

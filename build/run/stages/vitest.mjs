import { commandScript, inRoot } from '../repository.mjs';
import { howItEnded, readReport, reportFile, runTool } from './stage.mjs';

const summaryReporter = inRoot('build', 'run', 'stages', 'vitest-summary.mjs');

/**
 * A stage that runs one project of vitest.config.ts.
 *
 * @param {string} project
 * @param {number} limitMinutes
 * @returns {import('./stage.mjs').Stage}
 */
function vitestStage(project, limitMinutes) {
  return {
    name: project,
    limitMinutes,
    async run(work) {
      const file = await reportFile(project);
      const reporters = ['--reporter=default', `--reporter=${summaryReporter}`];
      const ended = await runTool(
        work,
        [commandScript('vitest'), 'run', '--project', project, ...reporters],
        {
          env: { VITEST_SUMMARY_FILE: file },
        },
      );
      /** @type {import('./stage.mjs').Outcome} */
      const summary = (await readReport(file)) ?? { passed: 0, failed: [], skipped: [] };
      // A run without tests, or one that died, has no failed test to show, yet it did not pass.
      if (ended.code !== 0 && summary.failed.length === 0)
        summary.failed.push(`${project} (${howItEnded(ended)})`);
      return summary;
    },
  };
}

/** Unit and property tests: pure code, no sockets. */
export const unit = vitestStage('unit', 8);

/** The real engine and the real client core under virtual time, one seed per run. */
export const simulation = vitestStage('simulation', 10);

/** The real hub killed at random moments under writing clients, then audited. */
export const killLoop = vitestStage('kill-loop', 8);

/** The real hub on real sockets. */
export const integration = vitestStage('integration', 10);

/** The packages around a stand-in of Electron, as far as this machine has the tools; needs a build. */
export const packaging = vitestStage('packaging', 10);

import { obtainChromium } from '../chromium.mjs';
import { findElectron } from '../electron-binary.mjs';
import { onPath } from '../on-path.mjs';
import { commandScript } from '../repository.mjs';
import { hasDisplay } from '../windows.mjs';
import { readPlaywrightReport } from './playwright-report.mjs';
import { howItEnded, readReport, reportFile, runTool } from './stage.mjs';

/** The built product in a real Chromium, and in Electron where that can run. @type {import('./stage.mjs').Stage} */
export const e2e = {
  name: 'e2e',
  limitMinutes: 35,
  async run(work) {
    if ((work.earlier.get('build')?.failed.length ?? 0) > 0) {
      return { passed: 0, failed: ['end-to-end tests: there is no build to run them on'], skipped: [] };
    }
    const chromium = await obtainChromium(work.children);
    if (chromium === undefined) {
      const reason = 'no Chromium on this machine, and none could be installed; set CHROMIUM_PATH';
      return { passed: 0, failed: [], skipped: [{ title: 'end-to-end tests', reason }] };
    }
    return runPlaywright(work, chromium);
  },
};

/** Specs that measure time run alone; of the others two at once. */
const passes = [
  { project: 'timed', workers: 1 },
  { project: 'untimed', workers: 2 },
];

/**
 * @param {import('./stage.mjs').StageWork} work
 * @param {string} chromium
 */
async function runPlaywright(work, chromium) {
  const electron = electronPlan();
  /** @type {import('./stage.mjs').Outcome & { notes: string[] }} */
  const outcome = { passed: 0, failed: [], skipped: [], notes: [] };
  for (const pass of passes) {
    // oxlint-disable-next-line no-await-in-loop
    const { passed, failed, skipped, notes = [] } = await runPass(work, { chromium, electron, ...pass });
    outcome.passed += passed;
    outcome.failed.push(...failed);
    outcome.skipped.push(...skipped);
    outcome.notes.push(...notes);
  }
  if (electron.missing !== undefined) {
    outcome.skipped.push({ title: 'Electron end-to-end', reason: electron.missing });
  }
  return outcome;
}

/**
 * @param {import('./stage.mjs').StageWork} work
 * @param {{ chromium: string, electron: ReturnType<typeof electronPlan>, project: string, workers: number }} pass
 */
async function runPass(work, { chromium, electron, project, workers }) {
  const file = await reportFile(`e2e-${project}`);
  const chosen = ['--project', project, '--workers', `${workers}`, '--output', `test-results/e2e-${project}`];
  const playwright = [commandScript('playwright'), 'test', '--config', 'e2e/playwright.config.ts', ...chosen];
  const ended = await runTool(work, playwright, {
    prefix: electron.prefix,
    env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...electron.env },
  });
  const outcome = readPlaywrightReport(await readReport(file));
  if (ended.code !== 0 && outcome.failed.length === 0)
    outcome.failed.push(`playwright ${project} (${howItEnded(ended)})`);
  return outcome;
}

/**
 * How the tests of the Electron host run here: on the real thing, under a display of their own where the machine has
 * none, or on the double of Electron's module.
 *
 * @returns {{ prefix: string[], env: NodeJS.ProcessEnv, missing?: string }}
 */
function electronPlan() {
  const instead = 'the built main and preload ran on the double of the electron module over Chromium instead';
  if (findElectron() === undefined) {
    return { prefix: [], env: {}, missing: `no Electron binary on this machine; ${instead}` };
  }
  if (hasDisplay()) return { prefix: [], env: {} };
  if (onPath('xvfb-run') !== undefined) {
    return { prefix: ['xvfb-run', '-a'], env: {} };
  }
  return { prefix: [], env: { E2E_TARGET: 'double' }, missing: `no display and no xvfb-run; ${instead}` };
}

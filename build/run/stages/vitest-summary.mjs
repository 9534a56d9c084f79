import { writeFileSync } from 'node:fs';

/**
 * A reporter that writes what the closing summary of `npm test` needs and the JSON reporter of vitest leaves out:
 * why a test was skipped, and errors that belong to no test. The file is named by VITEST_SUMMARY_FILE.
 */
export default class VitestSummary {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const file = process.env.VITEST_SUMMARY_FILE;
    if (file === undefined) throw new Error('VITEST_SUMMARY_FILE is not set');
    /** @type {import('./stage.mjs').Outcome} */
    const summary = { passed: 0, failed: [], skipped: [] };
    for (const module of modules) addModule(summary, module);
    if (unhandledErrors.length > 0)
      summary.failed.push(`${unhandledErrors.length} errors outside of any test`);
    writeFileSync(file, JSON.stringify(summary));
  }
}

/**
 * @param {import('./stage.mjs').Outcome} summary
 * @param {import('vitest/node').TestModule} module
 */
function addModule(summary, module) {
  const title = (/** @type {import('vitest/node').TestCase} */ test) =>
    `${module.relativeModuleId} › ${test.fullName}`;
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (result.state === 'passed') summary.passed += 1;
    else if (result.state === 'failed') summary.failed.push(title(test));
    else if (result.state === 'skipped') {
      summary.skipped.push({ title: title(test), reason: result.note ?? `test.${test.options.mode}` });
    } else summary.failed.push(`${title(test)} (never ended)`);
  }
  const suiteErrors = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
  for (const suite of suiteErrors) summary.failed.push(`${module.relativeModuleId} › ${suite.fullName}`);
  if (module.errors().length > 0) summary.failed.push(`${module.relativeModuleId} cannot be run`);
}

/**
 * The part of Playwright's JSON report that is read here.
 *
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ projectName?: string, status: string, annotations: Annotation[] }} ReportedTest
 * @typedef {{ title: string, tests: ReportedTest[] }} ReportedSpec
 * @typedef {{ title: string, specs?: ReportedSpec[], suites?: ReportedSuite[] }} ReportedSuite
 * @typedef {{ suites?: ReportedSuite[], errors?: { message?: string }[] }} Report
 */

/**
 * Counts a report of Playwright. A test that passed only when it was tried again is said by name.
 *
 * @param {Report | undefined} report undefined when Playwright wrote none
 * @returns {import('./stage.mjs').Outcome}
 */
export function readPlaywrightReport(report) {
  /** @type {import('./stage.mjs').Outcome & { notes: string[] }} */
  const outcome = { passed: 0, failed: [], skipped: [], notes: [] };
  if (report === undefined) {
    outcome.failed.push('end-to-end tests: Playwright wrote no report');
    return outcome;
  }
  for (const error of report.errors ?? [])
    outcome.failed.push(firstLine(error.message ?? 'an error outside of any test'));
  for (const { title, test } of (report.suites ?? []).flatMap((suite) => testsOf(suite, []))) {
    addTest(outcome, title, test);
  }
  return outcome;
}

/**
 * @param {import('./stage.mjs').Outcome & { notes: string[] }} outcome
 * @param {string} title
 * @param {ReportedTest} test
 */
function addTest(outcome, title, { status, annotations }) {
  if (status === 'unexpected') outcome.failed.push(title);
  else if (status === 'skipped') outcome.skipped.push({ title, reason: reasonOf(annotations) });
  else outcome.passed += 1;
  if (status === 'flaky') outcome.notes.push(`${title} passed only when it was tried again`);
}

/** @param {Annotation[]} annotations */
function reasonOf(annotations) {
  const said = annotations.find(({ type, description }) => ['skip', 'fixme'].includes(type) && description);
  return said?.description ?? 'no reason given, or a test before it in its file failed';
}

/**
 * @param {ReportedSuite} suite
 * @param {string[]} above titles of the suites around it
 * @returns {{ title: string, test: ReportedTest }[]}
 */
function testsOf(suite, above) {
  const path = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ title: [...path, spec.title].filter(Boolean).join(' › '), test })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, path))];
}

/** @param {string} text */
function firstLine(text) {
  return text.split('\n')[0] ?? text;
}

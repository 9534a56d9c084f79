import { Stopped } from '../children.mjs';

/**
 * Runs stages one after the other, each whether or not an earlier one has failed, and closes with what was skipped,
 * what failed, and the line `N passed, N failed, N skipped`.
 *
 * @param {import('./stage.mjs').Stage[]} stages
 * @param {import('../children.mjs').Children} children
 * @returns {Promise<boolean>} whether all is well: something passed and nothing failed
 */
export async function runStages(stages, children) {
  /** @type {Map<string, import('./stage.mjs').Outcome>} */
  const outcomes = new Map();
  /** @type {Map<string, number>} */
  const seconds = new Map();
  for (const stage of stages) {
    console.log(`\n── ${stage.name} ${'─'.repeat(Math.max(0, 70 - stage.name.length))}`);
    const begun = performance.now();
    const work = { children, limitMs: stage.limitMinutes * 60_000, earlier: outcomes };
    outcomes.set(stage.name, await outcomeOf(stage, work));
    seconds.set(stage.name, (performance.now() - begun) / 1000);
  }
  return sumUp(outcomes, seconds);
}

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {import('./stage.mjs').StageWork} work
 * @returns {Promise<import('./stage.mjs').Outcome>}
 */
async function outcomeOf(stage, work) {
  try {
    return await stage.run(work);
  } catch (error) {
    if (error instanceof Stopped) throw error;
    console.log(error);
    const why = error instanceof Error ? error.message : String(error);
    return { passed: 0, failed: [`${stage.name} (${why})`], skipped: [] };
  }
}

/**
 * @param {ReadonlyMap<string, import('./stage.mjs').Outcome>} outcomes
 * @param {ReadonlyMap<string, number>} seconds
 */
function sumUp(outcomes, seconds) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  console.log(`\n── ${'summary'} ${'─'.repeat(63)}`);
  for (const [name, { passed, failed, skipped }] of outcomes) {
    total.passed += passed;
    total.failed += failed.length;
    total.skipped += skipped.length;
    const counts = `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`;
    console.log(`${name.padEnd(12)} ${counts.padEnd(42)} ${(seconds.get(name) ?? 0).toFixed(1)} s`);
  }
  sayList('Notes', outcomes, ({ notes = [] }) => notes);
  sayList('Skipped', outcomes, ({ skipped }) => skipped.map(({ title, reason }) => `${title}: ${reason}`));
  sayList('Failed', outcomes, ({ failed }) => failed);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 && total.passed > 0;
}

/**
 * @param {string} heading
 * @param {ReadonlyMap<string, import('./stage.mjs').Outcome>} outcomes
 * @param {(outcome: import('./stage.mjs').Outcome) => string[]} pick
 */
function sayList(heading, outcomes, pick) {
  const lines = [...outcomes].flatMap(([name, outcome]) =>
    pick(outcome).map((line) => `  ${name} · ${line}`),
  );
  if (lines.length > 0) console.log(`\n${heading}\n${lines.join('\n')}`);
}

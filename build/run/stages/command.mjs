import { Children, Stopped } from '../children.mjs';
import { ensureInstalled } from '../install.mjs';
import { say } from '../repository.mjs';
import { stopOnSignals } from '../stop-signals.mjs';
import { runStages } from './run-stages.mjs';

/**
 * Runs stages as the whole of a command: installs what is missing, and ends with exit code 0 only when something
 * passed and nothing failed.
 *
 * @param {import('./stage.mjs').Stage[]} stages
 */
export async function runAsCommand(stages) {
  const children = new Children();
  stopOnSignals(children, undefined, 130);
  try {
    await ensureInstalled(children);
    process.exitCode = (await runStages(stages, children)) ? 0 : 1;
  } catch (error) {
    if (error instanceof Stopped) return;
    say(error instanceof Error ? error.message : String(error));
    console.log('\n0 passed, 1 failed, 0 skipped');
    process.exitCode = 1;
  }
}

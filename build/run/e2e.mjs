import { ensureBuilt } from './built.mjs';
import { Children, Stopped } from './children.mjs';
import { obtainChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { node24Environment, requireNode24 } from './node24.mjs';
import { commandScript, root, say } from './repository.mjs';
import { stopOnSignals } from './stop-signals.mjs';

/** `npm run e2e [-- <arguments of playwright test>]`: end-to-end tests on a build of these sources. */
const children = new Children();
stopOnSignals(children, undefined, 130);

try {
  await ensureInstalled(children);
  const chromium = await obtainChromium(children);
  if (chromium === undefined) throw new Error('Không có Chromium · there is no Chromium; set CHROMIUM_PATH');
  await ensureBuilt(children);
  const playwright = [commandScript('playwright'), 'test', '--config', 'e2e/playwright.config.ts'];
  const ended = await children.run(requireNode24(), [...playwright, ...process.argv.slice(2)], {
    cwd: root,
    env: node24Environment({ CHROMIUM_PATH: chromium }),
  });
  process.exitCode = ended.code ?? 1;
} catch (error) {
  if (!(error instanceof Stopped)) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

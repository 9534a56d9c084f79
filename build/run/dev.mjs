import { Children, Stopped } from './children.mjs';
import { startHub } from './hub-process.mjs';
import { ensureInstalled } from './install.mjs';
import { node24Environment, requireNode24 } from './node24.mjs';
import { commandScript, root, say } from './repository.mjs';
import { BadOption, readStartOptions, startUsage } from './start-options.mjs';
import { stopOnSignals } from './stop-signals.mjs';

/**
 * `npm run dev`: a hub, and the windows from Vite, which shows every change at once. Takes the options of
 * `npm start`; windows open in a browser.
 */
const children = new Children();

/** Where Vite serves the windows. */
const windowsAddress = 'http://localhost:5173';

try {
  const options = readStartOptions(process.argv.slice(2));
  if (options === 'help') {
    say(startUsage);
  } else {
    stopOnSignals(children);
    await develop(options);
  }
} catch (error) {
  if (!(error instanceof Stopped)) {
    say(error instanceof Error ? error.message : String(error));
    await children.stop();
    process.exit(error instanceof BadOption ? 2 : 1);
  }
}

/** @param {import('./start-options.mjs').StartOptions} options */
async function develop(options) {
  await ensureInstalled(children);
  const { ready, ended } = await startHub(children, options);
  say(`\nMáy chủ · hub: ${ready.hub}`);
  const { seats = {}, ...consoles } = ready.surfaces;
  for (const [name, address] of Object.entries({ ...consoles, ...seats })) {
    say(`  ${name}   ${address.replace(ready.hub, windowsAddress)}`);
  }
  const vite = [commandScript('vite'), '--config', 'build/vite/development.ts'];
  const windows = children.run(requireNode24(), vite, {
    cwd: root,
    env: node24Environment({ NGHISU_HUB: ready.hub }),
  });
  const how = await Promise.race([ended, windows.then(({ code }) => `Vite, exit code ${code}`)]);
  if (children.isStopping) return;
  throw new Error(`Đã dừng · stopped (${how})`);
}

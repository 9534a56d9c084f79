import { dirname } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { Children, Stopped } from './children.mjs';
import { obtainElectron } from './electron-binary.mjs';
import { ensureInstalled } from './install.mjs';
import { node24Environment, requireNode24 } from './node24.mjs';
import { commandScript, inRoot, root, say } from './repository.mjs';
import { stopOnSignals } from './stop-signals.mjs';

/**
 * `npm run pack`: the desktop client as an unpacked folder below release/, for this system. Without Electron's
 * binary only out/ can be built; then it says so and ends with exit code 1, for there is nothing to hand out.
 */
const children = new Children();
stopOnSignals(children, undefined, 130);

try {
  await ensureInstalled(children);
  await ensureBuilt(children);
  const electron = await obtainElectron(children);
  if (electron === undefined) {
    say(
      'Đã dựng out/, nhưng không đóng gói được vì không tải được Electron · ' +
        'out/ is built, but it cannot be packed: Electron could not be downloaded ' +
        '(set ELECTRON_OVERRIDE_DIST_PATH to an unpacked folder of it)',
    );
    process.exitCode = 1;
  } else {
    process.exitCode = await pack(electron);
  }
} catch (error) {
  if (!(error instanceof Stopped)) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** @param {string} electron the executable */
async function pack(electron) {
  const dist = process.platform === 'darwin' ? inRoot('node_modules', 'electron', 'dist') : dirname(electron);
  const builder = [commandScript('electron-builder'), '--dir', `--config.electronDist=${dist}`];
  const ended = await children.run(requireNode24(), [...builder, '--publish', 'never'], {
    cwd: root,
    env: node24Environment(),
  });
  if (ended.code === 0) say('Đã đóng gói vào release/ · packed into release/');
  return ended.code ?? 1;
}

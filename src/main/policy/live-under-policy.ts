import { join } from 'node:path';
import { app } from 'electron';
import { faultFields } from '../logs/app-log.ts';
import { startWithSystem } from '../power/start-with-system.ts';
import type { Shell } from '../start/shell.ts';

/** Has the system start this program or not, as the settings want it. */
export function liveUnderPolicy({ policy: { values, origins }, log }: Pick<Shell, 'policy' | 'log'>): void {
  // Where nobody has set it, what the person or the installer has arranged stays; and a program that is run from its
  // sources is nothing that a system could start.
  if (origins['terminal.startWithSystem'] === null || !app.isPackaged) return;
  startWithSystem({
    app,
    platform: process.platform,
    isWanted: values['terminal.startWithSystem'],
    // An AppImage is another file than the program that runs out of it.
    program: process.env['APPIMAGE'] ?? process.execPath,
    configFolder: process.env['XDG_CONFIG_HOME'] ?? join(app.getPath('home'), '.config'),
  }).catch((reason: unknown) => log.warn('start-with-system/failed', faultFields(reason)));
}

import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import { readIfThere, writeDurably } from '../disk/durable-file.ts';

export interface StartWithSystemPorts {
  readonly app: Pick<App, 'setLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  readonly isWanted: boolean;
  /** The installed program. */
  readonly program: string;
  /** The user's folder of settings (`XDG_CONFIG_HOME`, else `~/.config`); matters on Linux alone. */
  readonly configFolder: string;
}

/**
 * Opens the program when somebody logs on to the machine, or no longer: a login item on Windows, a file of the desktop's
 * autostart on Linux. Without arguments: the program knows what this machine is.
 */
export async function startWithSystem(ports: StartWithSystemPorts): Promise<void> {
  const { app, platform, isWanted, program, configFolder } = ports;
  if (platform === 'win32' || platform === 'darwin') {
    app.setLoginItemSettings({ openAtLogin: isWanted, path: program, args: [] });
    return;
  }
  const file = join(configFolder, 'autostart', 'nghi-su.desktop');
  if (!isWanted) return await rm(file, { force: true });
  const text = entryOf(program);
  const before = await readIfThere(file);
  if (before !== null && Buffer.from(before).toString('utf8') === text) return;
  await mkdir(dirname(file), { recursive: true });
  await writeDurably(file, Buffer.from(text));
}

/** An autostart entry by the Desktop Entry Specification 1.5, whose Exec key quotes and doubles what is special. */
function entryOf(program: string): string {
  const quoted = program.replace(/["`$\\]/g, (character) => `\\${character}`);
  const exec = `"${quoted}"`.replaceAll('\\', '\\\\').replaceAll('%', '%%');
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Nghị Sự',
    `Exec=${exec}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Called by electron-builder when a program's folder is whole: puts the hub beside the archive. It is copied here because
 * electron-builder leaves folders named node_modules out of what it copies by itself.
 *
 * @param {{ appOutDir: string, electronPlatformName: string }} packed
 */
export default async function afterPack({ appOutDir }) {
  const hub = process.env.NGHISU_PACK_HUB;
  if (hub === undefined || !existsSync(join(hub, 'package.json'))) {
    throw new Error('NGHISU_PACK_HUB does not name the folder of the hub');
  }
  const resources = join(appOutDir, 'resources');
  cpSync(hub, join(resources, 'hub'), { recursive: true });
  // What an Electron from a folder brings and a packaged program does not have.
  for (const left of ['default_app.asar', 'inspector'])
    rmSync(join(resources, left), { recursive: true, force: true });
  if (!readdirSync(resources).includes('app.asar')) throw new Error('there is no archive of the program');
}

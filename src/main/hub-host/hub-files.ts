import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the hub of this installation lies. */
export interface HubFiles {
  readonly entry: string;
  /** The Node that the hub starts its own children with; null where this process is one. */
  readonly node: string | null;
}

export interface Installation {
  readonly isPackaged: boolean;
  /** The program's resources, beside its archive. */
  readonly resources: string;
  /** The program's folder, which holds its package.json. */
  readonly app: string;
  readonly platform: NodeJS.Platform;
}

/** A package brings the hub with a Node of its own, the same that runs it as a service; the sources have it in place. */
export function hubFiles({ isPackaged, resources, app, platform }: Installation): HubFiles {
  const hub = join(resources, 'hub');
  const program = platform === 'win32' ? 'node.exe' : 'node';
  if (isPackaged) {
    return { entry: join(hub, 'src', 'hub', 'start', 'main.js'), node: join(hub, 'runtime', program) };
  }
  const installed = join(app, 'node_modules', 'node', 'bin', program);
  return {
    entry: join(app, 'src', 'hub', 'start', 'main.ts'),
    node: existsSync(installed) ? installed : null,
  };
}

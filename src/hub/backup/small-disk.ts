import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';

/** For tests: a disk in memory with little room, mounted on a folder. Needs root. */
export interface SmallDisk {
  readonly path: string;
  remount(options: string): void;
  unmount(): void;
}

/** Why no small disk can be mounted here; null when it can. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== 'linux') return 'mounting a small disk needs Linux';
  if (process.getuid?.() !== 0) return 'mounting a small disk needs root';
  const probe = `/tmp/nghi-su-mount-probe-${process.pid}`;
  mkdirSync(probe);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe]);
  if (mounted.status === 0) spawnSync('umount', [probe]);
  rmSync(probe, { recursive: true, force: true });
  return mounted.status === 0 ? null : `mount said: ${mounted.stderr.toString().trim()}`;
}

/** Mounts it; `options` are of tmpfs: "size=8m,nr_inodes=20". */
export function mountSmallDisk(path: string, options: string): SmallDisk {
  mkdirSync(path, { recursive: true });
  run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]);
  return {
    path,
    remount: (next) => run('mount', ['-o', `remount,${next}`, path]),
    unmount: () => run('umount', [path]),
  };
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr.toString()}`);
}

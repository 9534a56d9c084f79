import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';

/**
 * A disk whose power can be cut: an ext4 file system in a file, on a loop device.
 *
 * `cut` asks ext4 to shut down without flushing anything (EXT4_IOC_SHUTDOWN with NOLOGFLUSH, the way xfstests plays a
 * power failure). From that instant nothing more reaches the device: what was only in the page cache, or in a journal
 * transaction under way, is gone, also in the middle of an fsync; whoever writes is told EIO. The device finishes what it
 * has been given. `powerUp` mounts a copy of what had reached it then, which replays the journal.
 *
 * What this shows: whether an answer waited for an fsync that covers it, whether renames and new files were made durable,
 * and whether the stores open after being torn at any moment. What it does not show: a drive that lies about its own
 * cache (every write that reached the device counts as kept, flushed or not), sectors torn within themselves, other
 * file systems than ext4, and Windows.
 */
export interface CuttableDisk {
  /** Where it is mounted. */
  readonly path: string;
  /**
   * Cuts the power. Answers a moment just before, by `process.hrtime`: what was answered earlier has to be there. A sync
   * that is under way at the cut may return well without having done its work (jbd2 forgets the transaction it waits
   * for), which no machine without power could tell anybody.
   */
  cut(): Promise<bigint>;
  /** After a cut, when nobody holds a file on it any more. */
  powerUp(): void;
  remove(): void;
}

/** Why no such disk can be had here; null when it can. */
export function whyNoCuttableDisk(): string | null {
  if (process.platform !== 'linux') return 'power cuts are played with ext4 on Linux';
  if (process.getuid?.() !== 0) return 'mounting an image needs root';
  for (const tool of ['mkfs.ext4', 'losetup', 'mount', 'umount', 'perl'])
    if (spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0) return `${tool} is not installed`;
  if (spawnSync('perl', ['-MTime::HiRes', '-e', '1']).status !== 0) return 'perl has no Time::HiRes';
  const found = spawnSync('losetup', ['--find']);
  if (found.status !== 0) return `no loop device: ${found.stderr.toString().trim()}`;
  return readFileSync('/proc/filesystems', 'utf8').includes('ext4') ? null : 'this kernel has no ext4';
}

/** Makes an empty one below `folder`. */
export function openCuttableDisk(folder: string, mebibytes: number): CuttableDisk {
  const image = join(folder, 'disk.img');
  const kept = join(folder, 'kept.img');
  const path = join(folder, 'mounted');
  mkdirSync(path, { recursive: true });
  run('truncate', ['-s', `${mebibytes}M`, image]);
  run('mkfs.ext4', ['-q', '-F', image]);
  let device = mount(image, path);
  const detach = (): void => {
    run('umount', [path]);
    run('losetup', ['--detach', device]);
  };
  return {
    path,
    async cut() {
      const child = spawn('perl', ['-MTime::HiRes=clock_gettime', '-e', shutdown, path]);
      const [moment] = await Promise.all([text(child.stdout), once(child, 'close')]);
      if (child.exitCode !== 0) throw new Error(`${path} does not shut down`);
      // What the device had been given it finishes.
      while (underWay(device) > 0) await new Promise(setImmediate);
      // Not later than that: what unmounting writes to the device is not what the cut left.
      await copyFile(image, kept);
      return BigInt(moment);
    },
    powerUp() {
      detach();
      run('mv', [kept, image]);
      device = mount(image, path);
    },
    remove() {
      if (existsSync(path)) detach();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Reads and writes that the device has been given and not finished. */
function underWay(device: string): number {
  const counts = readFileSync(`/sys/block/${basename(device)}/inflight`, 'utf8')
    .trim()
    .split(/\s+/);
  return counts.reduce((sum, count) => sum + Number(count), 0);
}

/** EXT4_IOC_SHUTDOWN is _IOR('X', 125, __u32); 2 is EXT4_GOING_FLAGS_NOLOGFLUSH. */
const shutdown = `
  open(my $f, "<", $ARGV[0]) or die "$!"; my $how = pack("L", 2);
  my $moment = clock_gettime(Time::HiRes::CLOCK_MONOTONIC());
  ioctl($f, 0x8004587D, $how) or die "$!"; printf("%.0f", $moment * 1e9);`;

function mount(image: string, path: string): string {
  const device = run('losetup', ['--find', '--show', image]).trim();
  run('mount', ['-t', 'ext4', device, path]);
  return device;
}

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr.toString()}`);
  return stdout.toString();
}

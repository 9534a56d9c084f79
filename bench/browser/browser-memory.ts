import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Whether this system tells how much memory processes share. */
export const tellsMemory = existsSync('/proc/self/smaps_rollup');

/**
 * Megabytes that the browser with its profile at `profile` holds in all its processes together; what several of them
 * share is counted once.
 */
export function browserMemory(profile: string): number {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(processes.map((id) => [id, parentOf(id)]));
  const mains = new Set(processes.filter((id) => commandOf(id).includes(`--user-data-dir=${profile}`)));
  const belongs = (id: string | undefined): boolean =>
    id !== undefined && id !== '0' && (mains.has(id) || belongs(parents.get(id)));
  let kilobytes = 0;
  for (const id of processes) if (belongs(id)) kilobytes += shareOf(id);
  return kilobytes / 1024;
}

function parentOf(id: string): string | undefined {
  return /^PPid:\s+(\d+)/m.exec(read(`/proc/${id}/status`))?.[1];
}

function commandOf(id: string): string {
  return read(`/proc/${id}/cmdline`).replaceAll('\0', ' ');
}

function shareOf(id: string): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0);
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

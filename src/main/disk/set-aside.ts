import { existsSync, renameSync } from 'node:fs';

/**
 * Renames damaged files so that they are out of the way and can still be looked at: `x.sqlite` becomes
 * `x.sqlite.damaged-20261027-081503`. Answers the new name of the first one. What is not there is left out.
 */
export function setAside(files: readonly string[], now: number): string {
  const mark = new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const names = files.map((file) => ({ file, aside: freeName(`${file}.damaged-${mark}`) }));
  for (const { file, aside } of names) if (existsSync(file)) renameSync(file, aside);
  return names[0]?.aside ?? '';
}

function freeName(name: string): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(free)) return free;
  }
}

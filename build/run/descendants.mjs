import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * The processes below one process, deepest first; empty where the system cannot tell (Windows).
 *
 * @param {number} pid
 * @returns {Promise<number[]>}
 */
export async function descendants(pid) {
  const parents = process.platform === 'linux' ? await parentsFromProc() : await parentsFromPs();
  /** @type {(parent: number) => number[]} */
  const below = (parent) =>
    [...parents].flatMap(([child, of]) => (of === parent ? [...below(child), child] : []));
  return below(pid);
}

/** @returns {Promise<Map<number, number>>} parent by process */
async function parentsFromProc() {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  // The second field is the name in brackets and may hold anything, so count from its end: state, then parent.
  const parents = stats.map((stat) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  return new Map(pids.map((pid, index) => [Number(pid), parents[index] ?? Number.NaN]));
}

/** @returns {Promise<Map<number, number>>} parent by process */
async function parentsFromPs() {
  const listed = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']).catch(() => ({ stdout: '' }));
  const rows = listed.stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  return new Map(rows.map(([child, parent]) => [child ?? Number.NaN, parent ?? Number.NaN]));
}

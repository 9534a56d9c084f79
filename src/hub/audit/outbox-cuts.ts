import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Random } from '../../shared/std/random.ts';
import type { CuttableDisk } from './cuttable-disk.ts';

/** What came of cutting the power under a terminal's outbox again and again. */
export interface OutboxReport {
  cuts: number;
  /** Commands that the outbox had said are durable. */
  kept: number;
  /** Of those the ones that were gone after a cut. */
  readonly lost: string[];
}

export interface OutboxCuts {
  readonly disk: CuttableDisk;
  readonly cuts: number;
  readonly random: Random;
  readonly mode: 'write' | 'write-sync-normal';
}

/** The outbox of a terminal as a process; started by its path, as main is no code of the hub's. */
const writer = fileURLToPath(new URL('../../main/outbox/power-cut-writer.ts', import.meta.url));
const shortestMs = 5;
const longestMs = 80;

/** Cuts the power at random moments while the outbox is written, and looks for what it had promised to keep. */
export async function cutOutbox({ disk, cuts, random, mode }: OutboxCuts): Promise<OutboxReport> {
  const report: OutboxReport = { cuts: 0, kept: 0, lost: [] };
  const file = join(disk.path, 'terminal.sqlite');
  const promised = new Set<string>();
  const look = (found: ReadonlySet<string>): void => {
    for (const id of promised) if (!found.has(id)) report.lost.push(id);
    // What is lost once is counted once; its id is written again.
    for (const id of report.lost) promised.delete(id);
  };
  while (report.cuts < cuts) {
    const writer = start(mode, file);
    look(await writer.found);
    const afterMs = shortestMs + random() * (longestMs - shortestMs);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    const moment = await disk.cut();
    await writer.end();
    disk.powerUp();
    for (const { id, at } of writer.kept) if (at < moment) promised.add(id);
    report.cuts += 1;
  }
  const reader = start('read', file);
  look(await reader.found);
  await reader.end();
  report.kept = promised.size + report.lost.length;
  return report;
}

interface Writer {
  /** The commands that were there when it began; rejects when the outbox does not open. */
  readonly found: Promise<ReadonlySet<string>>;
  /** What it has said since that it keeps, and when. */
  readonly kept: readonly { readonly id: string; readonly at: bigint }[];
  end(): Promise<void>;
}

function start(mode: string, file: string): Writer {
  const child = spawn(process.execPath, [writer, mode, file], {
    // A disk that is gone is an error to the writer, and no news here.
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'nghi-su-compile-cache'), ...process.env },
  });
  // It ends by itself when its disk is gone.
  const ended = once(child, 'close');
  const kept: { readonly id: string; readonly at: bigint }[] = [];
  const found = new Promise<ReadonlySet<string>>((resolve, reject) => {
    const ids = new Set<string>();
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, id = '', at = '0'] = line.split(' ');
      if (word === 'has') ids.add(id);
      else if (word === 'begins') resolve(ids);
      else kept.push({ id, at: BigInt(at) });
    });
    void ended.then(() => reject(new Error('the outbox does not open after a cut')));
  });
  return {
    found,
    kept,
    async end() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

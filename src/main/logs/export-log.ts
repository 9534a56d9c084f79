import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { logFileNames } from './app-log.ts';
import { redactLine } from './redact-line.ts';

/** What is told of the machine beside its logs; numbers and versions. */
export type MachineFacts = Readonly<Record<string, string | number | boolean | null>>;

export interface LogBundleOptions {
  /** The folder of the logs. */
  readonly folder: string;
  /** The logs in it, by name. */
  readonly names: readonly string[];
  readonly facts: MachineFacts;
  /** The home folder, which holds the name of a person. */
  readonly home: string;
}

/** All logs of this machine in one text for support, oldest line first, with nothing of people or papers in it. */
export async function logBundle({ folder, names, facts, home }: LogBundleOptions): Promise<string> {
  const parts = await Promise.all(
    names.map(async (name) => {
      const files = await Promise.all(
        logFileNames(name).map((file) => readFile(join(folder, file), 'utf8').catch(() => '')),
      );
      const lines = files
        .toReversed()
        .join('')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => redactLine(line, home) ?? '…');
      return [`--- ${name}.log: ${lines.length}`, ...lines].join('\n');
    }),
  );
  return `${['Nghị Sự', JSON.stringify(facts), ...parts].join('\n')}\n`;
}

import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a line may carry: ids, codes and numbers. Never text of a document, a PIN, a token or a choice. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Structured logs: one line of JSON per event (`noun/verb`). */
export interface AppLog {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/**
 * Writes `app.log` under `folder` by {@link openLineFile}. A disk that takes no more lines does not stop the terminal.
 */
export function openAppLog(folder: string, now: () => number): AppLog {
  const file = openLineFile(folder, 'app');
  const write =
    (level: string) =>
    (event: string, fields: LogFields = {}): void => {
      file.write(JSON.stringify({ level, time: new Date(now()).toISOString(), event, ...fields }));
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** A file of lines that does not grow without end. */
export interface LineFile {
  write(line: string): void;
}

const fileBytes = 1024 * 1024;
/** How many files of one name there are at most. */
export const keptFiles = 5;

/**
 * Writes `<name>.log` under `folder`; a full file moves on to `<name>.1.log` and so on, the oldest is overwritten. A line
 * that the disk does not take is lost; there is nowhere else to say so.
 */
export function openLineFile(folder: string, name: string): LineFile {
  const file = join(folder, fileNameOf(name, 0));
  let bytes = orElse(0, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return sizeOf(file);
  });
  return {
    write(line) {
      const text = `${line}\n`;
      orElse(undefined, () => {
        if (bytes > fileBytes) {
          rotate(folder, name);
          bytes = 0;
        }
        appendFileSync(file, text, { mode: 0o600 });
        bytes += Buffer.byteLength(text);
      });
    },
  };
}

/** The names under which a log is kept, the newest first. */
export function logFileNames(name: string): readonly string[] {
  return Array.from({ length: keptFiles }, (_, age) => fileNameOf(name, age));
}

/**
 * What a fault may tell the log: where in the program it happened. A message may quote what was being worked on, so
 * only this program's own are kept.
 */
export function faultFields(reason: unknown): LogFields {
  if (!(reason instanceof Error)) return { fault: typeof reason };
  const frames = (reason.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in reason && typeof reason.code === 'string' ? reason.code : null;
  const message = reason.name === 'Error' || reason.name === 'Fault' ? reason.message.slice(0, 200) : null;
  return { fault: reason.name, code, message, stack: frames.slice(0, 8).join('\n') };
}

function fileNameOf(name: string, age: number): string {
  return age === 0 ? `${name}.log` : `${name}.${age}.log`;
}

function rotate(folder: string, name: string): void {
  for (let older = keptFiles - 1; older >= 1; older -= 1) {
    const newer = join(folder, fileNameOf(name, older - 1));
    if (sizeOf(newer) > 0) renameSync(newer, join(folder, fileNameOf(name, older)));
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** A log must not stop what it tells of. */
function orElse<Value>(otherwise: Value, run: () => Value): Value {
  try {
    return run();
  } catch {
    return otherwise;
  }
}

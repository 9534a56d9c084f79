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

const fileBytes = 1024 * 1024;
const keptFiles = 5;

/**
 * Writes `app.log` under `folder`; a full file moves on to `app.1.log` and so on, the oldest is overwritten. A disk
 * that takes no more lines does not stop the terminal.
 */
export function openAppLog(folder: string, now: () => number): AppLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'app.log');
  let bytes = sizeOf(file);
  const write =
    (level: string) =>
    (event: string, fields: LogFields = {}): void => {
      const line = `${JSON.stringify({ level, time: new Date(now()).toISOString(), event, ...fields })}\n`;
      try {
        if (bytes > fileBytes) {
          rotate(folder);
          bytes = 0;
        }
        appendFileSync(file, line, { mode: 0o600 });
        bytes += Buffer.byteLength(line);
      } catch {
        // The line is lost; there is nowhere else to say so.
      }
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
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

function rotate(folder: string): void {
  for (let older = keptFiles - 1; older >= 1; older -= 1) {
    const newer = older === 1 ? 'app.log' : `app.${older - 1}.log`;
    if (sizeOf(join(folder, newer)) > 0) renameSync(join(folder, newer), join(folder, `app.${older}.log`));
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

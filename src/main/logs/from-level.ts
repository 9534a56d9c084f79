import type { AppLog } from './app-log.ts';

export type LogLevel = 'info' | 'warn' | 'error';

const levels: readonly LogLevel[] = ['info', 'warn', 'error'];

/** A log that leaves out what is below `level.least`; that becomes known only after the log has begun. */
export function fromLevel(log: AppLog, level: { readonly least: LogLevel }): AppLog {
  const at =
    (own: LogLevel): AppLog['info'] =>
    (event, fields) => {
      if (levels.indexOf(own) >= levels.indexOf(level.least)) log[own](event, fields);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** How much a line matters; `error` is a fault, `warn` something a person should look at. */
export type LogLevel = 'info' | 'warn' | 'error';

/**
 * What a line may carry, and nothing else: ids, codes and numbers. There is no member in which the text of a document,
 * a PIN, a token or a choice could be put, and {@link createLogger} leaves out members that are not listed here.
 */
export interface LogFields {
  readonly address?: string;
  readonly bytes?: number;
  readonly code?: string;
  readonly command?: string;
  readonly commandId?: string;
  readonly count?: number;
  readonly deviceId?: string;
  readonly documentId?: string;
  readonly door?: string;
  readonly epoch?: number;
  readonly host?: string;
  readonly meetingId?: string;
  readonly method?: string;
  readonly ms?: number;
  readonly participantId?: string;
  readonly port?: number;
  readonly roomId?: string;
  readonly route?: string;
  readonly seat?: string;
  readonly seq?: number;
  readonly sha256?: string;
  readonly signal?: string;
  readonly stack?: string;
  readonly status?: number;
  readonly surface?: string;
  readonly tools?: string;
}

const members: Readonly<Record<keyof LogFields, true>> = {
  address: true,
  bytes: true,
  code: true,
  command: true,
  commandId: true,
  count: true,
  deviceId: true,
  documentId: true,
  door: true,
  epoch: true,
  host: true,
  meetingId: true,
  method: true,
  ms: true,
  participantId: true,
  port: true,
  roomId: true,
  route: true,
  seat: true,
  seq: true,
  sha256: true,
  signal: true,
  stack: true,
  status: true,
  surface: true,
  tools: true,
};

/** Longest text of one member; a stack is longer than an id. */
const longestText = 200;
const longestStack = 4000;

/** Structured logs: one line of JSON per event (`noun/verb`, past tense where something happened). */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** From the least to the gravest. */
const levels: readonly LogLevel[] = ['info', 'warn', 'error'];

/** A logger that hands finished lines (without the line break) to `write`: those of the level `least` and graver. */
export function createLogger(
  write: (line: string) => void,
  now: () => number,
  least: LogLevel = 'info',
): Logger {
  const at =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}): void => {
      if (levels.indexOf(level) < levels.indexOf(least)) return;
      write(JSON.stringify({ level, time: new Date(now()).toISOString(), event, ...allowed(fields) }));
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** A logger that says nothing, for tests. */
export const silentLogger: Logger = createLogger(
  () => undefined,
  () => 0,
);

/**
 * What a fault may tell the log: where in the program it happened. Its message may quote what was being worked on,
 * so of errors that are not this program's own only the name is kept.
 */
export function faultFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { stack: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const head = error.name === 'Fault' ? `${error.name}: ${error.message}` : `${error.name}${codeOf(error)}`;
  return { stack: [head, ...frames].join('\n') };
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
}

function allowed(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!Object.hasOwn(members, name)) continue;
    if (typeof value === 'number') kept[name] = value;
    if (typeof value === 'string') kept[name] = value.slice(0, name === 'stack' ? longestStack : longestText);
  }
  return kept;
}

import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { refused, type Result } from '../../shared/std/result.ts';
import { readMachinePolicy } from '../../machine/policy/machine-policy.ts';
import { thisMachine } from '../../machine/policy/this-machine.ts';
import { describeTools, findTools, noTools } from '../documents/find-tools.ts';
import { createRecentLines } from '../health/recent-lines.ts';
import { StoreRefusal } from '../store/store-refusal.ts';
import { createLogger, faultFields } from '../transport/logger.ts';
import { builtInTrust, trustOfProcess } from '../updates/release-trust.ts';
import { createLineWriter } from './line-writer.ts';
import { parseOptions, type HubOptions } from './options.ts';
import type { HubPorts } from './assemble-hub.ts';
import { programVersion } from './program-version.ts';
import { startHub, type RunningHub, type StartPorts } from './start-hub.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Exit codes: 1 for a fault, 2 for a start that was refused with a sentence. */
const exit = { fault: 1, refused: 2 } as const;

/**
 * Runs a hub as this process, until it is told to stop: one line of JSON on standard output when it is ready, log lines
 * on standard error, and one sentence there when it does not start.
 */
export async function runHub(args: readonly string[], wrapLog?: HubPorts['wrapLog']): Promise<void> {
  const lines = createLineWriter((text) => void process.stderr.write(text), setImmediate);
  const say = lines.write;
  const recentLines = createRecentLines();
  const log = (line: string): void => {
    say(line);
    recentLines.write(line);
  };
  process.on('exit', lines.flush);
  const now = (): number => Date.now();
  const options = parseOptions(args, await readMachinePolicy(thisMachine({ userFile: null, folder: null })));
  const logger = createLogger(log, now, options.ok ? options.value.logLevel : 'info');
  const onFault = (error: unknown): void => {
    logger.error('hub/fault', faultFields(error));
    process.exit(exit.fault);
  };
  process.on('uncaughtException', onFault);
  process.on('unhandledRejection', onFault);

  const usesTools = options.ok && options.value.usesTools && process.env['NGHISU_TOOLS'] !== 'none';
  const tools = usesTools ? await findTools() : noTools;
  const started = await start(options, {
    logger,
    tools,
    recentLines,
    version: programVersion(),
    say,
    now,
    onFault,
    ...(wrapLog === undefined ? {} : { wrapLog }),
  });
  if (!started.ok) {
    say(`${started.reason.vi} / ${started.reason.en}`);
    process.exit(exit.refused);
  }
  logger.info('hub/tools', { tools: describeTools(tools) });
  stopOnSignal(started.value, onFault);
  // Whoever waits for the line of readiness finds all that was said before it.
  lines.flush();
  process.stdout.write(`${JSON.stringify(started.value.ready)}\n`);
  // Where compiled code is kept, a hub that loses its power finds it at its next start all the same.
  flushCompileCache();
}

async function start(
  options: Result<HubOptions, Sentence>,
  ports: StartPorts,
): Promise<Result<RunningHub, Sentence>> {
  if (!options.ok) return options;
  const trust = trustOfProcess();
  if (!trust.ok) return trust;
  if (trust.value !== builtInTrust) ports.logger.warn('updates/trial-keys');
  try {
    return await startHub(withBuiltInterface(options.value), { ...ports, releaseTrust: trust.value });
  } catch (error) {
    if (error instanceof StoreRefusal) return refused(error.sentence);
    throw error;
  }
}

/** Without `--ui`, the interface that has been built beside the program is served, if there is one. */
function withBuiltInterface(options: HubOptions): HubOptions {
  const built = join(root, 'out', 'renderer');
  const isBuilt = existsSync(join(built, 'index.html'));
  return options.ui === null && isBuilt ? { ...options, ui: built } : options;
}

function stopOnSignal(hub: RunningHub, onFault: (error: unknown) => void): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    hub.stop().then(() => process.exit(0), onFault);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

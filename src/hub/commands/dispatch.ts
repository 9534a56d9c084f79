import type { Sentence } from '../../shared/refusals/refusal.ts';
import type { CommandConsole } from './command-console.ts';
import type { CommandLoader } from './command-table.ts';
import { exitCodes, type HubCommand } from './hub-command.ts';
import { programName } from './program-name.ts';

/**
 * Does what the first word says; no word, or a flag in its place, is `run`. Resolves with the exit code: 0 done,
 * 1 a fault, 2 refused with one sentence. `--help` anywhere explains instead of doing.
 */
export async function dispatch(
  args: readonly string[],
  table: Readonly<Record<string, CommandLoader>>,
  console: CommandConsole,
): Promise<number> {
  const [first, ...rest] = args;
  if (first === 'help' || (first === '--help' && rest.length === 0)) return listCommands(table, console);
  const isWord = first !== undefined && !first.startsWith('-');
  const word = isWord ? first : 'run';
  const load = Object.hasOwn(table, word) ? table[word] : undefined;
  if (load === undefined) return refuse(unknownWord(word), console);
  try {
    const command = await load();
    const own = isWord ? rest : args;
    if (own.includes('--help')) return explain(command, console);
    const end = await command.run(own, console);
    return end.ok ? (end.value ?? exitCodes.done) : refuse(end.reason, console);
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.tell(`Lỗi chương trình / Fault: ${detail}`);
    return exitCodes.fault;
  }
}

function refuse({ vi, en }: Sentence, console: CommandConsole): number {
  console.tell(`${vi} / ${en}`);
  return exitCodes.refused;
}

function unknownWord(word: string): Sentence {
  return {
    vi: `Không có lệnh "${word}". Xem: ${programName} --help`,
    en: `There is no command "${word}". See: ${programName} --help`,
  };
}

async function listCommands(
  table: Readonly<Record<string, CommandLoader>>,
  console: CommandConsole,
): Promise<number> {
  console.say('Nghị Sự – máy chủ phòng họp / room server');
  console.say(`${programName} <lệnh / command> [--help]`);
  console.say('');
  const commands = await Promise.all(Object.values(table).map((load) => load()));
  const width = Math.max(...commands.map(({ word }) => word.length));
  for (const { word, summary } of commands) {
    console.say(`  ${word.padEnd(width)}  ${summary.vi}`);
    console.say(`  ${' '.repeat(width)}  ${summary.en}`);
  }
  return exitCodes.done;
}

function explain({ word, summary, usage, options }: HubCommand, console: CommandConsole): number {
  console.say(`${summary.vi} / ${summary.en}`);
  console.say('');
  console.say(`  ${programName} ${word} ${usage}`);
  console.say('');
  const names = Object.entries(options).map(
    ([name, { value }]) => `--${name}${value === undefined ? '' : ` ${value}`}`,
  );
  const width = Math.max(0, ...names.map((name) => name.length));
  for (const [at, { vi, en }] of Object.values(options).entries()) {
    console.say(`  ${(names[at] ?? '').padEnd(width)}  ${vi}`);
    console.say(`  ${' '.repeat(width)}  ${en}`);
  }
  return exitCodes.done;
}

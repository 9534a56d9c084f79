import { parseArgs, type ParseArgsOptionDescriptor } from 'node:util';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { CommandConsole } from './command-console.ts';
import { programName } from './program-name.ts';

/** A word after `npm run hub --`. What it does is done when `run` resolves; a refusal is one sentence, exit code 2. */
export interface HubCommand {
  readonly word: string;
  /** What it is for, in one line of the list of commands. */
  readonly summary: Sentence;
  /** What stands after the word: "--data <folder> [--port <n>]". */
  readonly usage: string;
  /** Flags without their dashes. `help` is understood everywhere and not listed. */
  readonly options: CommandOptions;
  run(args: readonly string[], console: CommandConsole): Promise<CommandEnd>;
}

/**
 * Done, with nothing more to say or with an exit code that is itself the answer (a doctor's), or refused with a sentence.
 * A fault is thrown.
 */
export type CommandEnd = Result<null | 0 | 1 | 2, Sentence>;

export interface CommandOption extends Sentence {
  readonly type: 'string' | 'boolean';
  /** A string that may be given several times. */
  readonly multiple?: true;
  /** How the value is shown in the help: "<thư mục>". */
  readonly value?: string;
}
export type CommandOptions = Readonly<Record<string, CommandOption>>;

/** Exit codes of every command: done, a fault of the program, refused with one sentence. */
export const exitCodes = { done: 0, fault: 1, refused: 2 } as const;

export const done: CommandEnd = ok(null);

/** What was typed after a word: flags by name, and the words that are no flags. */
export interface CommandLine {
  text(name: string): string | null;
  texts(name: string): readonly string[];
  has(name: string): boolean;
  readonly words: readonly string[];
}

/** Reads what follows the word, or says in one sentence what is wrong with it. `mostWords`: words that are no flags. */
export function readCommandLine(
  command: HubCommand,
  args: readonly string[],
  mostWords = 0,
): Result<CommandLine, Sentence> {
  const options: Record<string, ParseArgsOptionDescriptor> = {};
  for (const [name, { type, multiple }] of Object.entries(command.options))
    options[name] = multiple === undefined ? { type } : { type, multiple };
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: true,
    });
    const extra = positionals[mostWords];
    if (extra !== undefined) return refused(wrong(command, `"${extra}"`, `"${extra}"`));
    const texts = (name: string): readonly string[] =>
      [values[name]].flat().filter((value) => typeof value === 'string');
    return ok({
      text: (name) => texts(name)[0] ?? null,
      texts,
      has: (name) => values[name] === true,
      words: positionals,
    });
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return refused(wrong(command, detail, detail));
  }
}

/** The sentence for a command line that cannot be understood. */
export function wrong({ word, usage }: Pick<HubCommand, 'word' | 'usage'>, vi: string, en: string): Sentence {
  return {
    vi: `Lệnh ${word} chưa đúng: ${vi}. Xem: ${programName} ${word} --help`,
    en: `Wrong options for ${word}: ${en}. Usage: ${programName} ${word} ${usage}`,
  };
}

import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Sentence } from '../../shared/refusals/refusal.ts';

/** Where a command speaks with the person who gave it. */
export interface CommandConsole {
  /** One line of the answer, on standard output. */
  say(line: string): void;
  /** One line about the work, on standard error. */
  tell(line: string): void;
  /** Whether somebody sits there who can be asked. */
  readonly isInteractive: boolean;
  /** Asks for a line; an empty one is `fallback`. Null when nobody can be asked. */
  ask(question: Sentence, fallback: string): Promise<string | null>;
  /** Asks for a line that is not shown while it is typed. Null when nobody can be asked. */
  askSecret(question: Sentence): Promise<string | null>;
}

/** The console of this process. */
export function processConsole(): CommandConsole {
  const isInteractive = process.stdin.isTTY && process.stderr.isTTY;
  const put = (text: string): void => void process.stderr.write(text);
  const readLine = async (prompt: string, isHidden: boolean): Promise<string | null> => {
    if (!isInteractive) return null;
    // What is asked has to be readline's own prompt: it wipes a line that it did not write. A silent one writes nothing.
    if (isHidden) put(prompt);
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    const reading = createInterface({
      input: process.stdin,
      output: isHidden ? silent : process.stderr,
      terminal: true,
    });
    try {
      return await reading.question(isHidden ? '' : prompt);
    } catch (error) {
      // Ctrl-C or Ctrl-D: there is nobody any more who can be asked.
      if (error instanceof Error && error.name === 'AbortError') return null;
      throw error;
    } finally {
      reading.close();
      if (isHidden) put('\n');
    }
  };
  return {
    say: (line) => void process.stdout.write(`${line}\n`),
    tell: (line) => put(`${line}\n`),
    isInteractive,
    async ask({ vi, en }, fallback) {
      const hint = fallback === '' ? '' : ` [${fallback}]`;
      const line = await readLine(`${vi} / ${en}${hint}: `, false);
      return line === null ? null : line.trim() === '' ? fallback : line.trim();
    },
    askSecret: ({ vi, en }) => readLine(`${vi} / ${en}: `, true),
  };
}

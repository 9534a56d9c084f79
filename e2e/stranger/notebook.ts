import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { CommandToHub, FinalAnswer } from './words.ts';

type Line = { readonly asked: CommandToHub } | { readonly id: string; readonly answered: FinalAnswer };

/** Where a client writes its commands down before it sends them, so that it may die at any moment. */
export class Notebook {
  readonly #file: string | null;
  readonly #asked = new Map<string, CommandToHub>();
  readonly #answers = new Map<string, FinalAnswer>();

  /** Opens the notebook of an earlier life again; null keeps it in memory alone. */
  constructor(file: string | null) {
    this.#file = file;
    if (file === null || !existsSync(file)) return;
    for (const text of readFileSync(file, 'utf8').split('\n')) {
      // The last line may have been cut short by the end of that life.
      if (!text.endsWith('}')) continue;
      this.#remember(JSON.parse(text) as Line);
    }
  }

  ask(command: CommandToHub): void {
    this.#write({ asked: command });
  }

  answer(id: string, answered: FinalAnswer): void {
    if (!this.#answers.has(id)) this.#write({ id, answered });
  }

  answerTo(id: string): FinalAnswer | undefined {
    return this.#answers.get(id);
  }

  /** What has no final answer yet, in the order it was asked. */
  waiting(): CommandToHub[] {
    return [...this.#asked.values()].filter(({ id }) => !this.#answers.has(id));
  }

  asked(id: string): CommandToHub | undefined {
    return this.#asked.get(id);
  }

  #write(line: Line): void {
    if (this.#file !== null) {
      const handle = openSync(this.#file, 'a');
      writeSync(handle, `${JSON.stringify(line)}\n`);
      fsyncSync(handle);
      closeSync(handle);
    }
    this.#remember(line);
  }

  #remember(line: Line): void {
    if ('asked' in line) this.#asked.set(line.asked.id, line.asked);
    else this.#answers.set(line.id, line.answered);
  }
}

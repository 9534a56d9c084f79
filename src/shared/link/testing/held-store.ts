import type { CommandId } from '../../records/ids.ts';
import type { OutboxEntry } from '../outbox-entry.ts';
import type { OutboxStore } from '../outbox-ports.ts';

interface Asked {
  readonly apply: () => void;
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

/** An outbox store whose disk moves only when the test says so; a restart keeps what was done by then. */
export class HeldStore implements OutboxStore {
  readonly disk = new Map<CommandId, OutboxEntry>();
  readonly #asked: Asked[] = [];

  load(): Promise<readonly OutboxEntry[]> {
    return Promise.resolve([...this.disk.values()]);
  }

  save(entry: OutboxEntry): Promise<void> {
    return this.#ask(() => this.disk.set(entry.id, entry));
  }

  remove(ids: readonly CommandId[]): Promise<void> {
    return this.#ask(() => {
      for (const id of ids) this.disk.delete(id);
    });
  }

  /** How many operations wait for the disk. */
  get waiting(): number {
    return this.#asked.length;
  }

  /** Makes the oldest waiting operation durable. False when none waits. */
  sync(): boolean {
    const next = this.#asked.shift();
    next?.apply();
    next?.resolve();
    return next !== undefined;
  }

  /** The disk refuses the oldest waiting operation. */
  refuse(): void {
    this.#asked.shift()?.reject(new Error('disk full'));
  }

  /** The machine stops: what was not durable is gone, and nobody hears of it. */
  crash(): void {
    this.#asked.length = 0;
  }

  #ask(apply: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ apply, resolve, reject });
    });
  }
}

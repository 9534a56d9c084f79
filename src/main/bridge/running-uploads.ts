/** The uploads of one window that are under way, each by the number that the window has given it. */
export class RunningUploads {
  readonly #running = new Map<number, AbortController>();

  /** Runs an upload that can be given up until it has ended. */
  async run<Value>(upload: number, send: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    const controller = new AbortController();
    this.#running.set(upload, controller);
    try {
      return await send(controller.signal);
    } finally {
      this.#running.delete(upload);
    }
  }

  /** Gives one up; one that has ended already is no matter. */
  cancel(upload: number): void {
    this.#running.get(upload)?.abort();
  }
}

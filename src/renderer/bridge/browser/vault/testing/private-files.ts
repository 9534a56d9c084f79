/** A browser's private file system in memory, as far as the vault uses it, with files that a test can reach. */
export class PrivateFolder {
  readonly kind = 'directory';
  readonly #entries = new Map<string, PrivateFolder | PrivateFile>();

  getDirectoryHandle(name: string, options: { readonly create?: boolean } = {}): Promise<PrivateFolder> {
    const found = this.#entries.get(name) ?? (options.create === true ? new PrivateFolder() : undefined);
    if (!(found instanceof PrivateFolder))
      return Promise.reject(new DOMException('no folder', 'NotFoundError'));
    this.#entries.set(name, found);
    return Promise.resolve(found);
  }

  getFileHandle(name: string, options: { readonly create?: boolean } = {}): Promise<PrivateFile> {
    const found = this.#entries.get(name) ?? (options.create === true ? new PrivateFile() : undefined);
    if (!(found instanceof PrivateFile)) return Promise.reject(new DOMException('no file', 'NotFoundError'));
    this.#entries.set(name, found);
    return Promise.resolve(found);
  }

  removeEntry(name: string): Promise<void> {
    const isThere = this.#entries.delete(name);
    return isThere ? Promise.resolve() : Promise.reject(new DOMException('no entry', 'NotFoundError'));
  }

  async *entries(): AsyncGenerator<[string, PrivateFolder | PrivateFile]> {
    for (const entry of [...this.#entries]) yield await Promise.resolve(entry);
  }

  async *keys(): AsyncGenerator<string> {
    for (const name of [...this.#entries.keys()]) yield await Promise.resolve(name);
  }
}

/** A file that one handle at a time may hold open, as in a browser. */
export class PrivateFile {
  readonly kind = 'file';
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #isOpen = false;

  getFile(): Promise<{
    readonly size: number;
    arrayBuffer(): Promise<ArrayBuffer>;
    text(): Promise<string>;
  }> {
    const { bytes } = this;
    return Promise.resolve({
      size: bytes.length,
      arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
      text: () => Promise.resolve(new TextDecoder().decode(bytes)),
    });
  }

  /** Takes the file from whoever holds it: the terminal has lost its power. */
  letGo(): void {
    this.#isOpen = false;
  }

  createSyncAccessHandle(): Promise<object> {
    if (this.#isOpen) {
      return Promise.reject(new DOMException('the file is open', 'NoModificationAllowedError'));
    }
    this.#isOpen = true;
    return Promise.resolve({
      read: (into: Uint8Array, { at }: { readonly at: number }): number => {
        const piece = this.bytes.subarray(at, at + into.length);
        into.set(piece);
        return piece.length;
      },
      write: (from: Uint8Array, { at }: { readonly at: number }): number => {
        if (at + from.length > this.bytes.length) {
          const longer = new Uint8Array(at + from.length);
          longer.set(this.bytes);
          this.bytes = longer;
        }
        this.bytes.set(from, at);
        return from.length;
      },
      truncate: (size: number): void => void (this.bytes = this.bytes.slice(0, size)),
      getSize: (): number => this.bytes.length,
      flush: (): void => undefined,
      close: (): void => this.letGo(),
    });
  }
}

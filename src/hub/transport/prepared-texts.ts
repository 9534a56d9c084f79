import type { DocumentVersionId, Sha256 } from '../../shared/records/ids.ts';
import type { Actor } from '../room/log-entry.ts';
import type { OpenBlob } from '../store/blob-store.ts';
import type { TakenText } from './staged-files.ts';

/** Texts that wait at once; each may be as large as a file may be. */
const most = 3;
/** A text that was looked at and forgotten goes after so long, in milliseconds. */
const patienceMs = 30 * 60_000;

/** A text that has been compared and is not published yet. */
export interface PreparedText {
  /** Whose console sent it. */
  readonly deviceId: Actor['deviceId'];
  /** The version in force that it was compared with. */
  readonly replaces: DocumentVersionId;
  readonly taken: TakenText;
}

/**
 * Texts between the look at what changes and the step without return, so that a file is sent and converted once. They
 * lie beside the blobs and are none: no record names them, only the console that sent one reads it, one for each
 * console, and a restart of the hub forgets them.
 */
export class PreparedTexts {
  readonly #now: () => number;
  /** By console, the oldest first. */
  readonly #waiting = new Map<
    Actor['deviceId'],
    { readonly text: PreparedText; readonly since: number; drop(): Promise<void> }
  >();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes over the files of a text, in place of what the same console sent before. */
  async keep(text: PreparedText): Promise<void> {
    const drop = text.taken.retain();
    await this.#drop(text.deviceId);
    this.#waiting.set(text.deviceId, { text, since: this.#now(), drop });
    await this.#dropForgotten();
  }

  /**
   * Hands a text over to be published; null when it is not here. What has not been kept of it by the end of `use` is
   * removed.
   */
  async use<Value>(
    { deviceId, replaces, sha256 }: Omit<PreparedText, 'taken'> & { readonly sha256: Sha256 },
    use: (taken: TakenText) => Promise<Value>,
  ): Promise<Value | null> {
    await this.#dropForgotten();
    const found = this.#waiting.get(deviceId);
    if (found === undefined || found.text.replaces !== replaces || found.text.taken.facts.sha256 !== sha256)
      return null;
    this.#waiting.delete(deviceId);
    try {
      return await use(found.text.taken);
    } finally {
      await found.drop();
    }
  }

  /** Whether these bytes are the copy to draw of the text that this console has sent. */
  shows(deviceId: Actor['deviceId'], name: Sha256): boolean {
    return this.#waiting.get(deviceId)?.text.taken.facts.view.sha256 === name;
  }

  /** Opens the copy to draw of a text that waits; null when it is gone by now. */
  async open(name: Sha256): Promise<OpenBlob | null> {
    for (const { text } of this.#waiting.values()) {
      const view = text.taken.staged.find(
        ({ sha256 }) => sha256 === name && text.taken.facts.view.sha256 === name,
      );
      if (view !== undefined) return await view.open();
    }
    return null;
  }

  /** Forgets all of them. */
  async stop(): Promise<void> {
    for (const deviceId of [...this.#waiting.keys()]) await this.#drop(deviceId);
  }

  async #dropForgotten(): Promise<void> {
    const old = this.#now() - patienceMs;
    for (const [deviceId, { since }] of [...this.#waiting]) {
      if (since < old || this.#waiting.size > most) await this.#drop(deviceId);
    }
  }

  async #drop(deviceId: Actor['deviceId']): Promise<void> {
    const found = this.#waiting.get(deviceId);
    this.#waiting.delete(deviceId);
    await found?.drop();
  }
}

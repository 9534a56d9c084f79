import type { DeviceBridge, LayersBridge, OutboxBridge } from '../../shared/bridge/bridge.ts';
import type { LayerOperation } from '../../shared/domain/annotations/layer-operation.ts';
import { isWaiting, type OutboxEntry } from '../../shared/link/outbox-entry.ts';
import { layerAppend } from '../../shared/protocol/commands/layer-append.ts';
import type { LayerPartId, MeetingId } from '../../shared/records/ids.ts';
import { createChannel, type Stop, type Watchable } from '../../shared/std/signal.ts';
import { divideOperations, packOperations, unpackOperations } from './layer-parts.ts';
import type { RecordSet } from './replica.ts';

/** The personal layer of one meeting as a window sees it. */
export interface PersonalLayer {
  /** `locked`: somebody is signed in, but this terminal cannot open the notes until he or she signs in again. */
  readonly state: 'nobody' | 'locked' | 'ready';
  /** Everything known of the layer, each operation at least once, in no particular order. */
  readonly operations: readonly LayerOperation[];
  /** Parts that the hub has not answered yet. */
  readonly waiting: number;
  /** Adds to the layer. Resolves when durable on this terminal; rejects when its disk refuses. */
  append(operations: readonly LayerOperation[]): Promise<void>;
}

export interface OpenLayerPorts {
  readonly meetingId: MeetingId;
  readonly identity: DeviceBridge['identity'];
  readonly layers: Pick<LayersBridge, 'state' | 'seal' | 'open'>;
  readonly outbox: Pick<OutboxBridge, 'entries' | 'submit'>;
  readonly parts: Watchable<RecordSet<'layer-part'>>;
  newPartId(): LayerPartId;
  onTrouble(reason: unknown): void;
}

interface SealedPart {
  readonly partId: LayerPartId;
  readonly sealed: string;
}

/**
 * Joins the parts that the hub has sent with those that still lie in the outbox, and opens each once. While anybody
 * watches it follows both; what belongs to a person is forgotten as soon as another one, or nobody, is signed in.
 */
export class OpenLayer implements Watchable<PersonalLayer> {
  readonly #ports: OpenLayerPorts;
  readonly #changes = createChannel<PersonalLayer>();
  /** Operations by part; null for a part that the keys held do not open. */
  readonly #opened = new Map<LayerPartId, readonly LayerOperation[] | null>();
  #value: PersonalLayer;
  #watchers = 0;
  #stop: Stop = () => undefined;
  /** Whose parts and with which keys `#opened` holds. */
  #under = '';
  #isOpening = false;
  #queue: LayerOperation[] = [];
  #next: Promise<void> | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(ports: OpenLayerPorts) {
    this.#ports = ports;
    this.#value = { state: 'nobody', operations: [], waiting: 0, append: this.append };
  }

  readonly get = (): PersonalLayer => this.#value;

  readonly subscribe = (listener: (value: PersonalLayer) => void): Stop => {
    const unsubscribe = this.#changes.subscribe(listener);
    if (this.#watchers === 0) this.#start();
    this.#watchers += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      unsubscribe();
      this.#watchers -= 1;
      if (this.#watchers === 0) this.#stop();
    };
  };

  /** What is added while a part is being written goes together into the next one. */
  readonly append = (operations: readonly LayerOperation[]): Promise<void> => {
    this.#queue.push(...operations);
    this.#next ??= this.#last.then(() => this.#writeNext());
    return this.#next;
  };

  #start(): void {
    const { identity, layers, outbox, parts } = this.#ports;
    const look = (): void => this.#look();
    const stops = [identity, layers.state, outbox.entries, parts].map((source) => source.subscribe(look));
    this.#stop = () => {
      for (const stop of stops) stop();
    };
    look();
  }

  #look(): void {
    const { identity, layers } = this.#ports;
    const { state, keys } = layers.state.get();
    const under = JSON.stringify([identity.get().participantId, state, keys]);
    if (under !== this.#under) {
      this.#under = under;
      this.#opened.clear();
    }
    this.#show();
    if (state === 'ready') void this.#openNew();
  }

  async #openNew(): Promise<void> {
    if (this.#isOpening) return;
    this.#isOpening = true;
    try {
      for (;;) {
        const fresh = this.#parts().filter(({ partId }) => !this.#opened.has(partId));
        if (fresh.length === 0) return;
        // oxlint-disable-next-line no-await-in-loop
        await this.#open(fresh.slice(0, mostAtOnce));
      }
    } catch (reason) {
      this.#ports.onTrouble(reason);
    } finally {
      this.#isOpening = false;
    }
  }

  async #open(parts: readonly SealedPart[]): Promise<void> {
    const under = this.#under;
    const clear = await this.#ports.layers.open(this.#ports.meetingId, parts);
    // The person or the keys have changed meanwhile: what was opened is not theirs.
    if (under !== this.#under) return;
    parts.forEach(({ partId }, at) => {
      const bytes = clear[at] ?? null;
      this.#opened.set(partId, bytes === null ? null : unpackOperations(bytes));
    });
    this.#show();
  }

  async #writeNext(): Promise<void> {
    const operations = this.#queue;
    this.#queue = [];
    this.#next = null;
    const writing = this.#write(operations);
    this.#last = writing.catch(() => undefined);
    return writing;
  }

  async #write(operations: readonly LayerOperation[]): Promise<void> {
    const { meetingId, layers, outbox, newPartId } = this.#ports;
    for (const some of divideOperations(operations)) {
      const partId = newPartId();
      // One part after the other: a refusing disk then leaves a beginning, not a hole.
      // oxlint-disable-next-line no-await-in-loop
      const sealed = await layers.seal({ meetingId, partId }, packOperations(some));
      this.#opened.set(partId, some);
      try {
        // oxlint-disable-next-line no-await-in-loop
        await outbox.submit({
          type: 'layer/append',
          payload: layerAppend.parse({ meetingId, partId, sealed }),
        });
      } catch (reason) {
        this.#opened.delete(partId);
        throw reason;
      }
    }
  }

  /** Parts of this meeting, each once. Those of others in a shared outbox stay closed to these keys. */
  #parts(): readonly SealedPart[] {
    const { meetingId, parts, outbox } = this.#ports;
    const found = new Map<LayerPartId, SealedPart>();
    for (const part of parts.get().list) {
      if (part.meetingId === meetingId) found.set(part.id, { partId: part.id, sealed: part.sealed });
    }
    for (const entry of outbox.entries.get()) {
      const part = this.#partIn(entry);
      if (part !== null && !found.has(part.partId)) found.set(part.partId, part);
    }
    return [...found.values()];
  }

  #partIn(entry: OutboxEntry): SealedPart | null {
    if (entry.command !== 'layer/append') return null;
    if (entry.participantId !== this.#ports.identity.get().participantId) return null;
    const parsed = layerAppend.safeParse(entry.payload);
    return parsed.success && parsed.data.meetingId === this.#ports.meetingId ? parsed.data : null;
  }

  #show(): void {
    const { layers, outbox } = this.#ports;
    const { state } = layers.state.get();
    const operations = [...this.#opened.values()].flatMap((some) => some ?? []);
    const waiting = outbox.entries
      .get()
      .filter((entry) => isWaiting(entry) && this.#partIn(entry) !== null).length;
    const before = this.#value;
    const isSame = operations.length === before.operations.length && sameUnder(operations, before.operations);
    if (isSame && state === before.state && waiting === before.waiting) return;
    this.#value = {
      state,
      operations: isSame ? before.operations : operations,
      waiting,
      append: this.append,
    };
    this.#changes.emit(this.#value);
  }
}

/** Parts opened in one go: a long layer appears piece by piece instead of holding the window up. */
const mostAtOnce = 200;

/** Operations never change, and parts are only added: the same objects in the same order are the same layer. */
function sameUnder(a: readonly LayerOperation[], b: readonly LayerOperation[]): boolean {
  return a.every((operation, at) => operation === b[at]);
}

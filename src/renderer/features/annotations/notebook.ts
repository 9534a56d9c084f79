import type { AnnotationId } from '../../../shared/domain/annotations/annotation.ts';
import { annotationOf, type LayerOperation } from '../../../shared/domain/annotations/layer-operation.ts';
import { mergeLayer, type Layer } from '../../../shared/domain/annotations/merge-layer.ts';
import type { WriterId } from '../../../shared/domain/annotations/stamp.ts';
import { writeLayer, type LayerChange } from '../../../shared/domain/annotations/write-layer.ts';
import { createChannel, type Watchable } from '../../../shared/std/signal.ts';
import {
  changesTowards,
  doAgain,
  emptyHistory,
  noteStateOf,
  noteStep,
  takeBack,
  type NoteState,
  type Step,
  type UndoHistory,
} from './undo-history.ts';

/** A person's notes as a window shows and changes them. */
export interface NotebookState {
  readonly layer: Layer;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** False while something written could not be put on the disk of this terminal. */
  readonly isKept: boolean;
}

export interface Notebook extends Watchable<NotebookState> {
  /** Everything that the terminal holds of the layer, in place of what it held before. */
  take(operations: readonly LayerOperation[]): void;
  /** Changes the layer at once and keeps the change; gives the names of what was changed. One call is one undo step. */
  change(changes: readonly LayerChange[]): readonly AnnotationId[];
  undo(): void;
  redo(): void;
  /** Tries again to keep what could not be kept. */
  keep(): void;
}

export interface NotebookPorts {
  /** New for every notebook. */
  readonly writer: WriterId;
  append(operations: readonly LayerOperation[]): Promise<void>;
}

/** Creates the notes of one person in one meeting, still empty. */
export function createNotebook(ports: NotebookPorts): Notebook {
  return new KeptNotebook(ports);
}

/**
 * What is written shows at once, is handed on to be kept, and is never taken off the page because the disk refused: it
 * is offered again with the next change.
 */
class KeptNotebook implements Notebook {
  readonly #ports: NotebookPorts;
  readonly #changes = createChannel<NotebookState>();
  #held: readonly LayerOperation[] = [];
  /** Written here and not yet seen among what is held. */
  #own: readonly LayerOperation[] = [];
  #unkept: readonly LayerOperation[] = [];
  #isKeeping = false;
  #history = emptyHistory;
  #state: NotebookState = { layer: mergeLayer([]), canUndo: false, canRedo: false, isKept: true };

  constructor(ports: NotebookPorts) {
    this.#ports = ports;
  }

  readonly get = (): NotebookState => this.#state;
  readonly subscribe = this.#changes.subscribe;

  readonly take = (operations: readonly LayerOperation[]): void => {
    if (operations === this.#held) return;
    this.#held = operations;
    const known = new Set(operations.map(({ stamp }) => stamp));
    this.#own = this.#own.filter(({ stamp }) => !known.has(stamp));
    this.#show({ layer: mergeLayer([...this.#held, ...this.#own]) });
  };

  readonly change = (wanted: readonly LayerChange[]): readonly AnnotationId[] => {
    const step = this.#write(wanted);
    this.#history = noteStep(this.#history, step);
    this.#show({});
    this.keep();
    return step.map(({ id }) => id);
  };

  readonly undo = (): void => this.#follow(takeBack(this.#history));
  readonly redo = (): void => this.#follow(doAgain(this.#history));
  readonly keep = (): void => void this.#keepAll();

  #follow(turn: { readonly step: Step; readonly after: UndoHistory } | null): void {
    if (turn === null) return;
    this.#history = turn.after;
    this.#write(turn.step.flatMap(({ id, to }) => changesTowards(id, this.#stateOf(id), to)));
    this.#show({});
    this.keep();
  }

  #write(wanted: readonly LayerChange[]): Step {
    const operations = writeLayer(this.#state.layer, this.#ports.writer, wanted);
    const ids = [...new Set(operations.map((operation) => annotationOf(operation)))];
    const before = ids.map((id) => this.#stateOf(id));
    this.#own = [...this.#own, ...operations];
    this.#unkept = [...this.#unkept, ...operations];
    // At once, not only for those who watch: the next change counts on from this one.
    this.#state = { ...this.#state, layer: mergeLayer([...this.#held, ...this.#own]) };
    return ids.map((id, at) => ({ id, from: before[at] ?? null, to: this.#stateOf(id) }));
  }

  #stateOf(id: AnnotationId): NoteState | null {
    const found = this.#state.layer.annotations.find((annotation) => annotation.id === id);
    return found === undefined ? null : noteStateOf(found);
  }

  async #keepAll(): Promise<void> {
    if (this.#isKeeping) return;
    this.#isKeeping = true;
    try {
      while (this.#unkept.length > 0) {
        const some = this.#unkept;
        // oxlint-disable-next-line no-await-in-loop
        await this.#ports.append(some);
        this.#unkept = this.#unkept.slice(some.length);
      }
      if (!this.#state.isKept) this.#show({ isKept: true });
    } catch {
      if (this.#state.isKept) this.#show({ isKept: false });
    } finally {
      this.#isKeeping = false;
    }
  }

  #show(now: Partial<NotebookState>): void {
    const { done, undone } = this.#history;
    this.#state = { ...this.#state, canUndo: done.length > 0, canRedo: undone.length > 0, ...now };
    this.#changes.emit(this.#state);
  }
}

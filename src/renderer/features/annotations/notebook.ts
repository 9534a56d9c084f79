import type { AnnotationContent, AnnotationId } from '../../../shared/domain/annotations/annotation.ts';
import { annotationOf, type LayerOperation } from '../../../shared/domain/annotations/layer-operation.ts';
import { mergeLayer, type Layer } from '../../../shared/domain/annotations/merge-layer.ts';
import type { WriterId } from '../../../shared/domain/annotations/stamp.ts';
import { writeLayer, type LayerChange } from '../../../shared/domain/annotations/write-layer.ts';
import { createChannel, type Watchable } from '../../../shared/std/signal.ts';
import { changeTowards, doAgain, emptyHistory, noteStep, takeBack, type Step } from './undo-history.ts';

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

/**
 * Notes of one person in one meeting. What is written shows at once, is handed on to be kept, and is never taken off
 * the page because the disk refused: it is offered again with the next change.
 */
export function createNotebook({ writer, append }: NotebookPorts): Notebook {
  const changes = createChannel<NotebookState>();
  let held: readonly LayerOperation[] = [];
  /** Written here and not yet seen among what is held. */
  let own: readonly LayerOperation[] = [];
  let unkept: readonly LayerOperation[] = [];
  let isKeeping = false;
  let history = emptyHistory;
  let isKept = true;
  let layer = mergeLayer([]);
  let state = stateNow();

  function stateNow(): NotebookState {
    return { layer, canUndo: history.done.length > 0, canRedo: history.undone.length > 0, isKept };
  }
  function tell(): void {
    state = stateNow();
    changes.emit(state);
  }
  function contentOf(id: AnnotationId): AnnotationContent | null {
    const found = layer.annotations.find((annotation) => annotation.id === id);
    return found === undefined ? null : { text: found.text, color: found.color };
  }
  function write(wanted: readonly LayerChange[]): Step {
    const operations = writeLayer(layer, writer, wanted);
    const step = operations.map((operation) => {
      const id = annotationOf(operation);
      return { id, from: contentOf(id), to: operation.kind === 'remove' ? null : operation.content };
    });
    own = [...own, ...operations];
    unkept = [...unkept, ...operations];
    layer = mergeLayer([...held, ...own]);
    return step;
  }
  function follow(step: Step): void {
    write(step.map(({ id, to }) => changeTowards(id, contentOf(id), to)).filter((change) => change !== null));
  }
  async function keepAll(): Promise<void> {
    if (isKeeping) return;
    isKeeping = true;
    try {
      while (unkept.length > 0) {
        const some = unkept;
        // oxlint-disable-next-line no-await-in-loop
        await append(some);
        unkept = unkept.slice(some.length);
      }
      setKept(true);
    } catch {
      setKept(false);
    } finally {
      isKeeping = false;
    }
  }
  function setKept(now: boolean): void {
    if (isKept === now) return;
    isKept = now;
    tell();
  }
  const keep = (): void => void keepAll();

  return {
    get: () => state,
    subscribe: changes.subscribe,
    take(operations) {
      if (operations === held) return;
      held = operations;
      const known = new Set(held.map(({ stamp }) => stamp));
      own = own.filter(({ stamp }) => !known.has(stamp));
      layer = mergeLayer([...held, ...own]);
      tell();
    },
    change(wanted) {
      const step = write(wanted);
      history = noteStep(history, step);
      tell();
      keep();
      return step.map(({ id }) => id);
    },
    undo() {
      const back = takeBack(history);
      if (back === null) return;
      history = back.after;
      follow(back.step);
      tell();
      keep();
    },
    redo() {
      const again = doAgain(history);
      if (again === null) return;
      history = again.after;
      follow(again.step);
      tell();
      keep();
    },
    keep,
  };
}

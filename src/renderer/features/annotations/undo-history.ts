import type { AnnotationContent, AnnotationId } from '../../../shared/domain/annotations/annotation.ts';
import type { LayerChange } from '../../../shared/domain/annotations/write-layer.ts';

/** What became of one annotation: null where it is not on the page. */
export interface Turn {
  readonly id: AnnotationId;
  readonly from: AnnotationContent | null;
  readonly to: AnnotationContent | null;
}

/** What one gesture did: a stroke, a sweep of the eraser, some typing. */
export type Step = readonly Turn[];

/** What a person can take back and do again, oldest first; of this window alone. */
export interface UndoHistory {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const emptyHistory: UndoHistory = { done: [], undone: [] };

const longest = 200;

/** Notes a new step; what had been taken back can no longer be done again. Typing on in one annotation is one step. */
export function noteStep(history: UndoHistory, step: Step): UndoHistory {
  if (step.length === 0) return history;
  const last = history.done.at(-1);
  const joined = last === undefined ? null : joinTyping(last, step);
  const done = joined === null ? [...history.done, step] : [...history.done.slice(0, -1), joined];
  return { done: done.slice(-longest), undone: [] };
}

/** The step to take back, and the history after it; null when there is none. */
export function takeBack(history: UndoHistory): { readonly step: Step; readonly after: UndoHistory } | null {
  const step = history.done.at(-1);
  if (step === undefined) return null;
  return {
    step: turnedRound(step),
    after: { done: history.done.slice(0, -1), undone: [...history.undone, step] },
  };
}

/** The step to do again, and the history after it; null when there is none. */
export function doAgain(history: UndoHistory): { readonly step: Step; readonly after: UndoHistory } | null {
  const step = history.undone.at(-1);
  if (step === undefined) return null;
  return { step, after: { done: [...history.done, step], undone: history.undone.slice(0, -1) } };
}

/** The change that brings an annotation from what it is now to what it shall be; null when nothing is to be done. */
export function changeTowards(
  id: AnnotationId,
  now: AnnotationContent | null,
  wanted: AnnotationContent | null,
): LayerChange | null {
  if (wanted === null) return now === null ? null : { kind: 'remove', id };
  if (now === null) return { kind: 'restore', id, content: wanted };
  const isSame = now.text === wanted.text && now.color === wanted.color;
  return isSame ? null : { kind: 'edit', id, content: wanted };
}

function turnedRound(step: Step): Step {
  return step.map(({ id, from, to }) => ({ id, from: to, to: from }));
}

function joinTyping(last: Step, step: Step): Step | null {
  const [before] = last;
  const [now] = step;
  if (last.length !== 1 || step.length !== 1 || before === undefined || now === undefined) return null;
  if (before.id !== now.id || before.to === null || now.from === null || now.to === null) return null;
  return before.from === null ? null : [{ id: now.id, from: before.from, to: now.to }];
}

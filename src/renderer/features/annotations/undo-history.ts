import type {
  Annotation,
  AnnotationContent,
  AnnotationId,
  AnnotationPlace,
} from '../../../shared/domain/annotations/annotation.ts';
import type { LayerChange } from '../../../shared/domain/annotations/write-layer.ts';

/** All of an annotation that can be changed. */
export interface NoteState extends AnnotationContent {
  /** Null for what stays where it was drawn. */
  readonly place: AnnotationPlace | null;
}

export function noteStateOf(annotation: Annotation): NoteState {
  const { text, color } = annotation;
  const place = annotation.kind === 'note' ? { x: annotation.x, y: annotation.y } : null;
  return { text, color, place };
}

/** What became of one annotation: null where it is not on the page. */
export interface Turn {
  readonly id: AnnotationId;
  readonly from: NoteState | null;
  readonly to: NoteState | null;
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

/** Notes a new step; what had been taken back can no longer be done again. Typing on in one annotation, or moving it on, is one step. */
export function noteStep(history: UndoHistory, step: Step): UndoHistory {
  if (step.length === 0) return history;
  const last = history.done.at(-1);
  const joined = last === undefined ? null : joinMore(last, step);
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

/** The changes that bring an annotation from what it is now to what it shall be; none when nothing is to be done. */
export function changesTowards(
  id: AnnotationId,
  now: NoteState | null,
  wanted: NoteState | null,
): readonly LayerChange[] {
  if (wanted === null) return now === null ? [] : [{ kind: 'remove', id }];
  const { text, color, place } = wanted;
  const content = { text, color };
  // What comes back comes back to where it was, with the colour that it had.
  if (now === null) return [{ kind: 'restore', id, content }];
  const look = {
    ...(now.color === color ? {} : { color }),
    ...(place === null || isSamePlace(now.place, place) ? {} : { place }),
  };
  return [
    ...(now.text === text ? [] : [{ kind: 'edit', id, content } as const]),
    ...(Object.keys(look).length === 0 ? [] : [{ kind: 'look', id, ...look } as const]),
  ];
}

function isSamePlace(one: AnnotationPlace | null, other: AnnotationPlace | null): boolean {
  return one?.x === other?.x && one?.y === other?.y;
}

function turnedRound(step: Step): Step {
  return step.map(({ id, from, to }) => ({ id, from: to, to: from }));
}

function joinMore(last: Step, step: Step): Step | null {
  const [before] = last;
  const [now] = step;
  if (last.length !== 1 || step.length !== 1 || before === undefined || now === undefined) return null;
  const what = onlyChange(before);
  if (before.id !== now.id || what === null || what !== onlyChange(now)) return null;
  return [{ id: now.id, from: before.from, to: now.to }];
}

/** What a turn is about, where that goes on bit by bit: words that are typed, a note that is moved. */
function onlyChange({ from, to }: Turn): 'text' | 'place' | null {
  if (from === null || to === null || from.color !== to.color) return null;
  if (isSamePlace(from.place, to.place)) return 'text';
  return from.text === to.text ? 'place' : null;
}

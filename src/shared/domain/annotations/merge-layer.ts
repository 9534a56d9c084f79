/**
 * A layer from its operations: the same from any order, with any repeated, on any terminal.
 *
 * An operation overtakes those that its writer knew (`after`). What nothing overtook stands. An annotation is there
 * while anything but a removal stands: who removes a note cannot take away the words that were written to it elsewhere
 * meanwhile. Where two texts stand side by side, both are shown, one below the other. Counters decide only what cannot
 * be shown twice: the colour, and the place of a text note on its page. No clock takes part, so that a terminal with a wrong one loses nothing.
 */
import { canonicalJson } from '../../std/canonical-json.ts';
import type {
  Annotation,
  AnnotationColor,
  AnnotationContent,
  AnnotationId,
  AnnotationPlace,
  AnnotationShape,
} from './annotation.ts';
import type { LayerName } from './layer-name.ts';
import { annotationOf, type LayerOperation } from './layer-operation.ts';
import { compareStamps, countOf, type Stamp } from './stamp.ts';

/** One layer as it stands. */
export interface Layer {
  readonly name: LayerName;
  /** What is on the pages, in the order in which it was added. */
  readonly annotations: readonly Annotation[];
  /** What stands of every annotation, removed ones included: what the next operation on it overtakes. */
  readonly standing: ReadonlyMap<AnnotationId, readonly Stamp[]>;
  /** Highest counter seen, 0 for none. */
  readonly count: number;
}

/** Merges operations that have passed their schema. Operations of other layers are left out. */
export function mergeLayer(operations: Iterable<LayerOperation>, name: LayerName = 'personal'): Layer {
  const annotations: Annotation[] = [];
  const standing = new Map<AnnotationId, readonly Stamp[]>();
  let count = 0;
  for (const [id, everything] of byAnnotation(operations, name)) {
    const history = everything.filter((operation) => operation.kind !== 'look');
    const heads = standingOf(history);
    if (heads.length > 0) {
      standing.set(
        id,
        heads.map((head) => head.stamp),
      );
    }
    for (const operation of everything) count = Math.max(count, countOf(operation.stamp));
    const annotation = annotationFrom(id, history, heads, lookOf(everything));
    if (annotation !== null) annotations.push(annotation);
  }
  annotations.sort((one, other) => compareStamps(one.id, other.id));
  return { name, annotations, standing, count };
}

type LookOperation = Extract<LayerOperation, { kind: 'look' }>;
type WordOperation = Exclude<LayerOperation, LookOperation>;
type ContentOperation = Exclude<WordOperation, { kind: 'remove' }>;
type History = readonly WordOperation[];

function byAnnotation(
  operations: Iterable<LayerOperation>,
  name: LayerName,
): Map<AnnotationId, readonly LayerOperation[]> {
  const unique = new Map<Stamp, LayerOperation>();
  for (const operation of operations) {
    if (operation.layer !== name) continue;
    const known = unique.get(operation.stamp);
    unique.set(operation.stamp, known === undefined ? operation : firstOf(known, operation));
  }
  const histories = new Map<AnnotationId, LayerOperation[]>();
  for (const operation of unique.values()) {
    const history = histories.get(annotationOf(operation));
    if (history === undefined) histories.set(annotationOf(operation), [operation]);
    else history.push(operation);
  }
  return histories;
}

/** One operation comes twice; two that wrongly share a name are told apart the same way everywhere. */
function firstOf(one: LayerOperation, other: LayerOperation): LayerOperation {
  if (one === other) return one;
  return canonicalJson(one) <= canonicalJson(other) ? one : other;
}

/** What nothing overtook, in the order of stamps. Only an earlier stamp can be overtaken, so something always stands. */
function standingOf(history: History): History {
  const overtaken = new Set<Stamp>();
  for (const operation of history) {
    if (operation.kind === 'add') continue;
    for (const known of operation.after) {
      if (compareStamps(known, operation.stamp) < 0) overtaken.add(known);
    }
  }
  return history
    .filter((operation) => !overtaken.has(operation.stamp))
    .sort((one, other) => compareStamps(one.stamp, other.stamp));
}

/** Null when it has been removed, or when its addition has not come yet. */
function annotationFrom(id: AnnotationId, history: History, heads: History, look: Look): Annotation | null {
  const added = history.find((operation) => operation.kind === 'add');
  const live = heads.filter((operation): operation is ContentOperation => operation.kind !== 'remove');
  if (added === undefined || live.length === 0) return null;
  const { text, color } = contentOf(live);
  const shape = shapeAt(added.shape, look.place);
  return { ...shape, text, color: look.color ?? color, id, anchor: added.anchor };
}

interface Look {
  readonly color: AnnotationColor | undefined;
  readonly place: AnnotationPlace | undefined;
}

/** The last word on the colour and on the place, each by itself: to move a note does not undo the colour of another. */
function lookOf(everything: readonly LayerOperation[]): Look {
  const looks = everything
    .filter((operation) => operation.kind === 'look')
    .sort((one, other) => compareStamps(one.stamp, other.stamp));
  return {
    color: looks.findLast(({ color }) => color !== undefined)?.color,
    place: looks.findLast(({ place }) => place !== undefined)?.place,
  };
}

/** Ink and marked words lie where they were drawn. */
function shapeAt(shape: AnnotationShape, place: AnnotationPlace | undefined): AnnotationShape {
  return shape.kind === 'note' && place !== undefined ? { ...shape, ...place } : shape;
}

function contentOf(live: readonly ContentOperation[]): AnnotationContent {
  const texts = [...new Set(live.map((operation) => operation.content.text))];
  const whole = texts.filter((text) => !texts.some((other) => other !== text && other.includes(text)));
  const last = live.at(-1);
  return { text: whole.join('\n'), color: last?.content.color ?? 'black' };
}

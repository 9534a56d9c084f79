/**
 * A layer from its operations: the same from any order, with any repeated, on any terminal.
 *
 * An operation overtakes those that its writer knew (`after`). What nothing overtook stands. An annotation is there
 * while anything but a removal stands: who removes a note cannot take away the words that were written to it elsewhere
 * meanwhile. Where two texts stand side by side, both are shown, one below the other. Counters decide only what cannot
 * be shown twice, the colour. No clock takes part, so that a terminal with a wrong one loses nothing.
 */
import { canonicalJson } from '../../std/canonical-json.ts';
import type { Annotation, AnnotationContent, AnnotationId } from './annotation.ts';
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
  for (const [id, history] of byAnnotation(operations, name)) {
    const heads = standingOf(history);
    standing.set(
      id,
      heads.map((head) => head.stamp),
    );
    for (const operation of history) count = Math.max(count, countOf(operation.stamp));
    const annotation = annotationFrom(id, history, heads);
    if (annotation !== null) annotations.push(annotation);
  }
  annotations.sort((one, other) => compareStamps(one.id, other.id));
  return { name, annotations, standing, count };
}

type ContentOperation = Exclude<LayerOperation, { kind: 'remove' }>;
type History = readonly LayerOperation[];

function byAnnotation(operations: Iterable<LayerOperation>, name: LayerName): Map<AnnotationId, History> {
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
function annotationFrom(id: AnnotationId, history: History, heads: History): Annotation | null {
  const added = history.find((operation) => operation.kind === 'add');
  const live = heads.filter((operation): operation is ContentOperation => operation.kind !== 'remove');
  if (added === undefined || live.length === 0) return null;
  return { ...added.shape, ...contentOf(live), id, anchor: added.anchor };
}

function contentOf(live: readonly ContentOperation[]): AnnotationContent {
  const texts = [...new Set(live.map((operation) => operation.content.text))];
  const whole = texts.filter((text) => !texts.some((other) => other !== text && other.includes(text)));
  const last = live.at(-1);
  return { text: whole.join('\n'), color: last?.content.color ?? 'black' };
}

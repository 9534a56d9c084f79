import type {
  AnnotationAnchor,
  AnnotationColor,
  AnnotationContent,
  AnnotationId,
  AnnotationPlace,
  AnnotationShape,
} from './annotation.ts';
import type { LayerOperation } from './layer-operation.ts';
import type { Layer } from './merge-layer.ts';
import { stampOf, type WriterId } from './stamp.ts';

/** What a person does to a layer, before it has a name and knows what it overtakes. */
export type LayerChange =
  | {
      readonly kind: 'add';
      readonly anchor: AnnotationAnchor;
      readonly shape: AnnotationShape;
      readonly content: AnnotationContent;
    }
  | { readonly kind: 'remove'; readonly id: AnnotationId }
  | { readonly kind: 'restore'; readonly id: AnnotationId; readonly content: AnnotationContent }
  | { readonly kind: 'edit'; readonly id: AnnotationId; readonly content: AnnotationContent }
  | {
      readonly kind: 'look';
      readonly id: AnnotationId;
      readonly color?: AnnotationColor;
      readonly place?: AnnotationPlace;
    };

/**
 * Writes changes down as operations, to be appended in this order. `layer` is all that the writer knows; a change to
 * an annotation that is not in it is left out. Of changes to words, each annotation may be named once.
 */
export function writeLayer(
  layer: Layer,
  writer: WriterId,
  changes: readonly LayerChange[],
): readonly LayerOperation[] {
  const operations: LayerOperation[] = [];
  let count = layer.count;
  for (const change of changes) {
    const known = change.kind === 'add' ? [] : [...(layer.standing.get(change.id) ?? [])];
    if (change.kind !== 'add' && known.length === 0) continue;
    count += 1;
    const named = { layer: layer.name, stamp: stampOf(count, writer) };
    if (change.kind === 'add' || change.kind === 'look') operations.push({ ...change, ...named });
    // More can stand than one operation may name; what is left standing shows, and goes with the next one.
    else operations.push({ ...change, ...named, after: known.slice(-64) });
  }
  return operations;
}

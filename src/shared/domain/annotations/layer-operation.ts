import { z } from 'zod';
import {
  annotationAnchor,
  annotationColor,
  annotationContent,
  annotationId,
  annotationPlace,
  annotationShape,
} from './annotation.ts';
import { layerName } from './layer-name.ts';
import { stamp } from './stamp.ts';

const named = { layer: layerName, stamp };

/**
 * The operations on the same annotation that the writer knew and that nothing known had overtaken: usually one.
 * They are overtaken by this one; what was written elsewhere meanwhile is not.
 */
const after = z.array(stamp).min(1).max(64);

/** Something done to a layer. It is never changed; a layer is all its operations, in whatever order they arrive. */
export const layerOperation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('add'),
    ...named,
    anchor: annotationAnchor,
    shape: annotationShape,
    content: annotationContent,
  }),
  z.strictObject({ kind: z.literal('remove'), ...named, id: annotationId, after }),
  z.strictObject({
    kind: z.literal('restore'),
    ...named,
    id: annotationId,
    after,
    content: annotationContent,
  }),
  z.strictObject({ kind: z.literal('edit'), ...named, id: annotationId, after, content: annotationContent }),
  /**
   * Where a text note stands on its page, or what colour an annotation has. It says nothing of words and overtakes none:
   * who moves a note here takes nothing from who writes on it there, nor brings back what was removed.
   */
  z.strictObject({
    kind: z.literal('look'),
    ...named,
    id: annotationId,
    color: annotationColor.optional(),
    place: annotationPlace.optional(),
  }),
]);
export type LayerOperation = z.infer<typeof layerOperation>;

/** The annotation that an operation is about. */
export function annotationOf(operation: LayerOperation): z.infer<typeof annotationId> {
  return operation.kind === 'add' ? operation.stamp : operation.id;
}

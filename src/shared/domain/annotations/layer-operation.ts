import { z } from 'zod';
import { annotationAnchor, annotationContent, annotationId, annotationShape } from './annotation.ts';
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
]);
export type LayerOperation = z.infer<typeof layerOperation>;

/** The annotation that an operation is about. */
export function annotationOf(operation: LayerOperation): z.infer<typeof annotationId> {
  return operation.kind === 'add' ? operation.stamp : operation.id;
}

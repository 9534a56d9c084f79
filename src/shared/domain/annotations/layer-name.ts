import { z } from 'zod';
import { moment, personId } from '../../records/ids.ts';

/**
 * The three layers that lie over a document and never mix:
 * - `personal` (ghi chú cá nhân): the writer's own, seen by nobody else;
 * - `opinion` (ý kiến góp ý): sent to the secretary under the writer's name;
 * - `instruction` (bút phê): a leader's words with time and addressee, fixed once released.
 *
 * Only `personal` can be written so far. The others have their names and facts here, so that an operation of one
 * layer can never be read as one of another.
 */
export const layerName = z.enum(['personal', 'opinion', 'instruction']);
export type LayerName = z.infer<typeof layerName>;

/** What is known of a layer as a whole, beside its operations. */
export const layerFacts = z.discriminatedUnion('layer', [
  z.strictObject({ layer: z.literal('personal') }),
  z.strictObject({ layer: z.literal('opinion'), author: personId, sentAt: moment.nullable() }),
  z.strictObject({
    layer: z.literal('instruction'),
    author: personId,
    addressee: personId.nullable(),
    writtenAt: moment,
    releasedAt: moment.nullable(),
  }),
]);
export type LayerFacts = z.infer<typeof layerFacts>;

/** Whether the layer takes further operations: an opinion until it is sent, an instruction until it is released. */
export function isOpen(facts: LayerFacts): boolean {
  switch (facts.layer) {
    case 'personal':
      return true;
    case 'opinion':
      return facts.sentAt === null;
    case 'instruction':
      return facts.releasedAt === null;
  }
}

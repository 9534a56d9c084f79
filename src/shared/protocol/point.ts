import { z } from 'zod';
import { documentVersionId } from '../records/ids.ts';
import { coordinate } from '../records/page-zone.ts';

/** Where the presenter points, on a page and in page units. */
export const pointedPlace = z.strictObject({
  versionId: documentVersionId,
  page: z.number().int().positive(),
  x: coordinate,
  y: coordinate,
});
export type PointedPlace = z.infer<typeof pointedPlace>;

/** Whoever leads the pages points at a place; null: no longer. It is passed on at once, and never kept. */
export const pointMessage = z.strictObject({ type: z.literal('point'), at: pointedPlace.nullable() });
export type PointMessage = z.infer<typeof pointMessage>;

/** Where the presenter points now, for the seats that follow. Not a record and not in the log. */
export const pointerMessage = z.strictObject({ type: z.literal('pointer'), at: pointedPlace.nullable() });
export type PointerMessage = z.infer<typeof pointerMessage>;

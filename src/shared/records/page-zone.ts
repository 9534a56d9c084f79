import { z } from 'zod';

/** A coordinate on a page, in page units: PDF points. Far beyond the largest page that a PDF can have. */
export const coordinate = z.number().min(-100_000).max(100_000);

/**
 * The region of a page that is in sight, in page units from the page's upper left as it is shown unturned. It may
 * reach above and below the page, where the pages before and after it are in sight too.
 */
export const pageZone = z.strictObject({
  x: coordinate,
  y: coordinate,
  width: coordinate.positive(),
  height: coordinate.positive(),
});
export type PageZone = z.infer<typeof pageZone>;

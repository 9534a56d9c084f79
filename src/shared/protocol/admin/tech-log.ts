import { z } from 'zod';

/** `GET /v1/admin/log?after=<number>`: the lines of the hub's log after that number, the oldest first. */
export const techLogQuery = z.strictObject({
  after: z.coerce.number().int().nonnegative().default(0),
});

export const techLog = z.strictObject({
  version: z.string(),
  /** The hub's clock. */
  at: z.number().int(),
  lines: z.array(
    z.strictObject({
      /** Since the hub started. */
      number: z.number().int().positive(),
      /** One line of JSON: level, time, event, and what belongs to it. */
      text: z.string(),
    }),
  ),
});
export type TechLog = z.infer<typeof techLog>;

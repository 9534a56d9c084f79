import { z } from 'zod';
import { personId } from './ids.ts';

/** A person whom the room knows. */
export const person = z.strictObject({
  id: personId,
  /** In Vietnamese order, given name last. */
  fullName: z.string().min(1).max(120),
  /** Office held, as on the nameplate. */
  office: z.string().max(200),
});
export type Person = z.infer<typeof person>;

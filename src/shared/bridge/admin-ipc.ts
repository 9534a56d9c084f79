import { z } from 'zod';
import type { AdminAnswer, AdminRequest } from './admin-link.ts';

/** IT's window may ask for this and nothing else: addresses of the administration, plainly spelt. */
export const adminAskInput: z.ZodType<AdminRequest> = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  path: z
    .string()
    .max(2_000)
    .regex(/^\/v1\/admin\/[a-z0-9-]+(?:\/[A-Za-z0-9_-]+)*(?:\?[A-Za-z0-9_.~%&=-]*)?$/),
  body: z.json().optional(),
  token: z.string().max(128).nullable(),
  isUnattended: z.boolean(),
}) as z.ZodType<AdminRequest>;

/** What main answers: the hub's answer, or that it cannot be reached. */
export type AdminReply =
  | { readonly status: 'answered'; readonly answer: AdminAnswer }
  | { readonly status: 'link-down' };

/** What the preload of IT's window exposes. */
export interface AdminApi {
  ask(request: AdminRequest): Promise<AdminReply>;
}

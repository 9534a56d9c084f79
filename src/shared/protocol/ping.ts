import { z } from 'zod';

/** Sent by a client every `limits.pingMs`; the hub answers with a pong. */
export const pingMessage = z.strictObject({ type: z.literal('ping'), at: z.number().int().nonnegative() });
export type PingMessage = z.infer<typeof pingMessage>;

import { z } from 'zod';

/**
 * Making a room at its first start. `GET /v1/admin/setup` answers {@link setupState} and `POST /v1/admin/setup` with
 * {@link setupRequest} makes the room (201, {@link recoveryKeyMade}): both from the hub's own machine alone, the second only while
 * nobody has set an IT password.
 */
export const setupState = z.strictObject({
  isOpen: z.boolean(),
  /** The kinds of bodies to choose from. */
  bodies: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
export type SetupState = z.infer<typeof setupState>;

export const roomName = z.string().trim().min(1).max(120);

export const setupRequest = z.strictObject({
  name: roomName,
  /** The id of a body, one of {@link setupState}'s. */
  body: z.string(),
  password: z.string().min(1).max(512),
});
export type SetupRequest = z.infer<typeof setupRequest>;

/** The recovery key of the room and the page for its envelope, shown once: the hub keeps neither. */
export const recoveryKeyMade = z.strictObject({
  recoveryKey: z.string(),
  /** One HTML file to print, with nothing fetched from anywhere. */
  page: z.string(),
});
export type RecoveryKeyMade = z.infer<typeof recoveryKeyMade>;

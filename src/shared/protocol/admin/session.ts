import { z } from 'zod';

/** Every other route below `/v1/admin/` wants `Authorization: Admin <token>`. */
export const adminScheme = 'Admin';

/** A session in which nobody has done anything for so long has ended, in milliseconds. */
export const adminIdleMs = 30 * 60_000;

/**
 * Sent with a request that a page makes by itself, to stay up to date: it does not keep a session alive that its person
 * has left.
 */
export const unattendedHeader = 'x-unattended';

/** `POST /v1/admin/session`: signs in as IT. Status 201 with {@link adminSession}. */
export const adminSignIn = z.strictObject({ password: z.string().min(1).max(512) });
export type AdminSignIn = z.infer<typeof adminSignIn>;

export const adminSession = z.strictObject({
  token: z.string(),
  /** Idle milliseconds after which it ends. */
  idleMs: z.number().int().positive(),
});
export type AdminSession = z.infer<typeof adminSession>;

/** `PUT /v1/admin/password`: changes the IT password; every other session ends. Status 204. */
export const adminPasswordChange = z.strictObject({
  password: z.string().min(1).max(512),
  newPassword: z.string().min(1).max(512),
});
export type AdminPasswordChange = z.infer<typeof adminPasswordChange>;

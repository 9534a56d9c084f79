import { z } from 'zod';

/** A PIN as a person types it. It never leaves the terminal. */
export const pinText = z.string().regex(/^[0-9]{4,12}$/);

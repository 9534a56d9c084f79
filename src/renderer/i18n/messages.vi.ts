import { common } from './messages/vi/common.ts';

/**
 * Every word on screen, one file per feature under `messages/vi/`. Vietnamese is the source:
 * what is a key here is a key everywhere, and English that lacks one does not compile.
 */
export const vi = { common };

export type Messages = typeof vi;

/**
 * Names of the channels between a plain window and Electron's main process; see `plain-ipc.ts`. Without imports, so
 * that a preload that carries them carries no parser.
 */
export const plainRequestNames = ['plain/facts', 'plain/act', 'plain/leave'] as const;
export type PlainRequestName = (typeof plainRequestNames)[number];

/** The name under which the preload of a plain window exposes its `PlainApi` on the window's global object. */
export const plainGlobal = 'nghisuPlain';

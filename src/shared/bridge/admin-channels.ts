/**
 * The one channel between IT's window and Electron's main process; see `admin-ipc.ts`. Without imports, so that a
 * preload that carries it carries no parser.
 */
export const adminChannel = 'admin/ask';

/** The name under which the preload of IT's window exposes its `AdminApi` on the window's global object. */
export const adminGlobal = 'nghisuAdmin';

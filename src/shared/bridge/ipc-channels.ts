/**
 * Names of the channels between a window and Electron's main process. Without imports, so that a preload that
 * carries them carries no parser. What each channel carries is in `ipc.ts`.
 */

const screenRequests = [
  'host/facts',
  'host/ask-to-leave',
  'state/watch',
  'device/register',
  'device/replica-key',
  'hub/pull',
  'hub/replica-reached',
] as const;

const seatRequests = [
  ...screenRequests,
  'device/sign-in-choices',
  'device/sign-in',
  'device/sign-out',
  'hub/point',
  'outbox/submit',
  'outbox/dismiss',
  'layers/seal',
  'layers/open',
  'layers/change-pin',
  'layers/make-recovery',
  'layers/restore',
  'vault/want',
  'vault/drop-others',
  'vault/read',
  'guard/lock',
  'guard/unlock',
  'print/begin',
  'print/page',
  'print/show',
  'print/drop',
] as const;

const consoleRequests = [
  ...seatRequests,
  'layers/reset-pin',
  'hub/add-document',
  'hub/replace-document',
  'hub/cancel-upload',
  'hub/intake',
  'hub/read-blob',
  'hub/export-log',
] as const;

/**
 * What a window of one trust tier may ask for; a preload offers exactly these. A window that only displays holds
 * neither people's names for signing in, nor the outbox, nor document bytes.
 */
export const ipcTiers = {
  screen: screenRequests,
  seat: seatRequests,
  console: consoleRequests,
} as const;

export type IpcTier = keyof typeof ipcTiers;

/** Every request that some window may make of main. */
export const ipcRequestNames = consoleRequests;
export type IpcRequestName = (typeof ipcRequestNames)[number];

/**
 * Values of which the window always holds the present one. After `state/watch` main sends each of them once on
 * its event channel, and again at every change: one channel, so no answer can overtake an event.
 */
export const ipcStateNames = [
  'device/identity',
  'hub/status',
  'hub/room',
  'hub/roster',
  'hub/pointer',
  'outbox/entries',
  'outbox/hindrance',
  'vault/progress',
  'guard/state',
  'layers/state',
] as const;
export type IpcStateName = (typeof ipcStateNames)[number];

/** Everything that main sends to a window by itself. */
export const ipcEventNames = [...ipcStateNames, 'hub/change', 'hub/upload-progress'] as const;
export type IpcEventName = (typeof ipcEventNames)[number];

/** The name under which a preload exposes its `IpcApi` on the window's global object. */
export const ipcGlobal = 'nghisu';

/** The longest stretch of a blob that one request may ask for; whole documents below it are read at once. */
export const vaultReadLimitBytes = 8 * 1024 * 1024;

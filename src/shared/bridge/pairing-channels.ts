/**
 * Names of the channels between the window of a machine that is not paired and Electron's main process; see
 * `pairing-ipc.ts`. Without imports, so that a preload that carries them carries no parser.
 */
export const pairingRequestNames = [
  'pairing/watch',
  'pairing/choose-place',
  'pairing/begin',
  'pairing/begin-by-ticket',
  'pairing/choose-ticket',
  'pairing/stop',
] as const;
export type PairingRequestName = (typeof pairingRequestNames)[number];

/** Carries a `PairingWindowScreen`, after `pairing/watch` and at every change. */
export const pairingEvent = 'pairing/screen';

/** The name under which the preload of that window exposes its `PairingApi` on the window's global object. */
export const pairingGlobal = 'nghisuPairing';

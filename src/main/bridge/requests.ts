import type { IpcRequestName } from '../../shared/bridge/ipc-channels.ts';
import type { IpcAnswer, IpcEvent, IpcInput } from '../../shared/bridge/ipc.ts';
import type { Bridge } from '../../shared/bridge/bridge.ts';
import type { PrintDesk } from '../print/print-desk.ts';
import type { RunningUploads } from './running-uploads.ts';

/** The window that asks, as its requests see it. */
export interface Asking {
  readonly bridge: Bridge;
  /** Begins to tell the window of every state and change, in place of what it was told before. */
  watch(): void;
  /** Somebody has pressed the corner of the kiosk for long. */
  askToLeave(): void;
  readonly uploads: RunningUploads;
  readonly prints: Pick<PrintDesk, 'begin' | 'addPage' | 'show' | 'drop'>;
  send(name: 'hub/upload-progress', event: IpcEvent<'hub/upload-progress'>): void;
}

/** How each request is answered. Everything it is given has been parsed. */
export type Requests = {
  readonly [Name in IpcRequestName]: (
    asking: Asking,
    input: IpcInput<Name>,
  ) => IpcAnswer<Name> | Promise<IpcAnswer<Name>>;
};

const done = null;

/** Every request is one member of the bridge. */
export const requests: Requests = {
  'host/facts': ({ bridge }) => bridge.host,
  'host/ask-to-leave'({ askToLeave }) {
    askToLeave();
    return done;
  },
  'state/watch'({ watch }) {
    watch();
    return done;
  },
  'device/register': ({ bridge }, { roomCode }) => bridge.device.register(roomCode),
  'device/replica-key': ({ bridge }) => bridge.device.replicaKey(),
  'device/sign-in-choices': ({ bridge }) => bridge.device.signInChoices(),
  'device/sign-in': ({ bridge }, { participantId, pin }) => bridge.device.signIn(participantId, pin),
  async 'device/sign-out'({ bridge }) {
    await bridge.device.signOut();
    return done;
  },
  'hub/pull': ({ bridge }, { since, limit }) => bridge.hub.pull(since, limit),
  'hub/replica-reached'({ bridge }, checkpoint) {
    bridge.hub.replicaReached(checkpoint);
    return done;
  },
  'hub/point'({ bridge }, at) {
    bridge.hub.point(at);
    return done;
  },
  'hub/add-document': ({ bridge, send, uploads }, { upload, query, pdf }) =>
    uploads.run(upload, (signal) => bridge.hub.addDocument(query, pdf, progressOf(upload, send), signal)),
  'hub/replace-document': ({ bridge, send, uploads }, { upload, query, pdf }) =>
    uploads.run(upload, (signal) => bridge.hub.replaceDocument(query, pdf, progressOf(upload, send), signal)),
  'hub/cancel-upload'({ uploads }, { upload }) {
    uploads.cancel(upload);
    return done;
  },
  'hub/intake': ({ bridge }) => bridge.hub.intake(),
  'hub/read-blob': ({ bridge }, { sha256, begin, end }) => bridge.hub.readBlob(sha256, begin, end),
  'hub/export-log': ({ bridge }) => bridge.hub.exportLog(),
  'outbox/submit': ({ bridge }, intent) => bridge.outbox.submit(intent),
  async 'outbox/dismiss'({ bridge }, { id }) {
    await bridge.outbox.dismiss(id);
    return done;
  },
  'vault/want'({ bridge }, blobs) {
    bridge.vault.want(blobs);
    return done;
  },
  async 'vault/drop-others'({ bridge }) {
    await bridge.vault.dropOthers();
    return done;
  },
  'layers/seal': ({ bridge }, { part, clear }) => bridge.layers.seal(part, clear),
  'layers/open': async ({ bridge }, { meetingId, parts }) => [
    ...(await bridge.layers.open(meetingId, parts)),
  ],
  'layers/change-pin': ({ bridge }, { oldPin, newPin }) => bridge.layers.changePin(oldPin, newPin),
  'layers/make-recovery': ({ bridge }, { pin }) => bridge.layers.makeRecovery(pin),
  'layers/restore': ({ bridge }, { pin, recoveryKey }) => bridge.layers.restore(pin, recoveryKey),
  'layers/reset-pin': ({ bridge }, { participantId }) => bridge.layers.resetPin(participantId),
  async 'guard/lock'({ bridge }) {
    await bridge.guard.lock();
    return done;
  },
  'guard/unlock': ({ bridge }, { pin }) => bridge.guard.unlock(pin),
  'vault/read': ({ bridge }, { sha256, begin, end }) => bridge.vault.read(sha256, begin, end),
  'print/begin': ({ prints }, { print, meetingId, pages }) => prints.begin(print, meetingId, pages),
  'print/page': ({ prints }, { print, picture }) => prints.addPage(print, picture),
  'print/show': ({ prints }, { print }) => prints.show(print),
  'print/drop'({ prints }, { print }) {
    prints.drop(print);
    return done;
  },
};

function progressOf(upload: number, send: Asking['send']): (sent: number, total: number) => void {
  return (sent, total) => send('hub/upload-progress', { upload, sent, total });
}

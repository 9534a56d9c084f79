import { LinkDown, type Bridge, type Change } from '../../../shared/bridge/bridge.ts';
import {
  ipcStateNames,
  vaultReadLimitBytes,
  type IpcRequestName,
  type IpcStateName,
} from '../../../shared/bridge/ipc-channels.ts';
import type { IpcAnswer, IpcApi, IpcInput, IpcState } from '../../../shared/bridge/ipc.ts';
import type { GiveUp } from '../../../shared/std/give-up.ts';
import { createChannel, createSignal, type Signal, type Watchable } from '../../../shared/std/signal.ts';

type States = { readonly [Name in IpcStateName]: Watchable<IpcState<Name>> };

/**
 * Opens the bridge over what a preload has exposed. Resolves once main has told every state for the first time, so
 * that nothing drawn from it ever shows a guess. In a kiosk `onKiosk` is given the way to ask for leaving it.
 */
export async function openElectronBridge(
  api: IpcApi,
  onTrouble: (reason: unknown) => void,
  onKiosk: (askToLeave: () => void) => void,
): Promise<Bridge> {
  const ask = createAsk(api);
  const tell: Tell = (asked) => void asked.catch(onTrouble);
  const [states, host] = await Promise.all([watchStates(api), ask('host/facts', undefined)]);
  if (host.kiosk) onKiosk(() => tell(ask('host/ask-to-leave', undefined)));

  return {
    host,
    device: {
      identity: states['device/identity'],
      register: (roomCode) => ask('device/register', { roomCode }),
      signInChoices: () => ask('device/sign-in-choices', undefined),
      signIn: (participantId, pin) => ask('device/sign-in', { participantId, pin }),
      signOut: async () => void (await ask('device/sign-out', undefined)),
      replicaKey: () => ask('device/replica-key', undefined),
    },
    hub: createHub(api, states, ask, tell),
    outbox: {
      entries: states['outbox/entries'],
      hindrance: states['outbox/hindrance'],
      submit: (intent) => ask('outbox/submit', intent),
      dismiss: async (id) => void (await ask('outbox/dismiss', { id })),
    },
    layers: {
      state: states['layers/state'],
      seal: (part, clear) => ask('layers/seal', { part, clear }),
      open: (meetingId, parts) => ask('layers/open', { meetingId, parts: [...parts] }),
      changePin: (oldPin, newPin) => ask('layers/change-pin', { oldPin, newPin }),
      makeRecovery: (pin) => ask('layers/make-recovery', { pin }),
      restore: (pin, recoveryKey) => ask('layers/restore', { pin, recoveryKey }),
      resetPin: (participantId) => ask('layers/reset-pin', { participantId }),
    },
    vault: {
      progress: states['vault/progress'],
      want: (blobs) => tell(ask('vault/want', [...blobs])),
      dropOthers: async () => void (await ask('vault/drop-others', undefined)),
      read: (sha256, begin, end) => readHeld(ask, { sha256, begin, end }),
    },
    guard: {
      state: states['guard/state'],
      lock: async () => void (await ask('guard/lock', undefined)),
      unlock: (pin) => ask('guard/unlock', { pin }),
    },
    printer: createPrinter(ask, tell),
  };
}

type Ask = <Name extends IpcRequestName>(name: Name, input: IpcInput<Name>) => Promise<IpcAnswer<Name>>;

/** For what the contract lets no one wait for. */
type Tell = (asked: Promise<unknown>) => void;

function createHub(api: IpcApi, states: States, ask: Ask, tell: Tell): Bridge['hub'] {
  const changes = createChannel<Change | 'live'>();
  api.on('hub/change', (change) => changes.emit(change));
  const uploading = createUploads(api, ask, tell);
  return {
    status: states['hub/status'],
    room: states['hub/room'],
    roster: states['hub/roster'],
    pointer: states['hub/pointer'],
    point: (at) => tell(ask('hub/point', at)),
    pull: (since, limit) => ask('hub/pull', { since, limit }),
    onChange: (listener) => changes.subscribe(listener),
    replicaReached: (checkpoint) => tell(ask('hub/replica-reached', checkpoint)),
    intake: () => ask('hub/intake', undefined),
    readBlob: (sha256, begin, end) => ask('hub/read-blob', { sha256, begin, end }),
    exportLog: () => ask('hub/export-log', undefined),
    addDocument: (query, pdf, onProgress = () => undefined, signal) =>
      uploading(onProgress, signal, (upload) => ask('hub/add-document', { upload, query, pdf })),
    replaceDocument: (query, pdf, onProgress = () => undefined, signal) =>
      uploading(onProgress, signal, (upload) => ask('hub/replace-document', { upload, query, pdf })),
  };
}

/** Sends a file under a number of its own, by which main tells its progress, and by which it can be given up. */
type Uploading = <Value>(
  onProgress: (sent: number, total: number) => void,
  signal: GiveUp | undefined,
  send: (upload: number) => Promise<Value>,
) => Promise<Value>;

function createUploads(api: IpcApi, ask: Ask, tell: Tell): Uploading {
  const underWay = new Map<number, (sent: number, total: number) => void>();
  api.on('hub/upload-progress', ({ upload, sent, total }) => underWay.get(upload)?.(sent, total));
  let last = 0;
  return async (onProgress, signal, send) => {
    last += 1;
    const upload = last;
    underWay.set(upload, onProgress);
    signal?.addEventListener('abort', () => tell(ask('hub/cancel-upload', { upload })), { once: true });
    try {
      return await send(upload);
    } finally {
      underWay.delete(upload);
    }
  };
}

function createPrinter(ask: Ask, tell: Tell): Bridge['printer'] {
  let print = 0;
  return {
    begin(meetingId, pages) {
      print += 1;
      return ask('print/begin', { print, meetingId, pages });
    },
    addPage: (picture) => ask('print/page', { print, picture }),
    show: () => ask('print/show', { print }),
    drop: () => tell(ask('print/drop', { print })),
  };
}

/** Requests as the bridge words them: weather rejects with {@link LinkDown}. */
function createAsk(api: IpcApi): Ask {
  return async (name, input) => {
    // Absent in a window of a lower tier, whatever the type says.
    const request = api.requests[name] as IpcApi['requests'][typeof name] | undefined;
    if (request === undefined) throw new Error(`this window may not ask for ${name}`);
    const reply = await request(input);
    if (reply.status === 'link-down') throw new LinkDown('the hub does not answer');
    return reply.answer;
  };
}

/** Long stretches are asked for in pieces, which main would refuse as one. */
async function readHeld(
  ask: Ask,
  { sha256, begin, end }: IpcInput<'vault/read'>,
): Promise<Uint8Array | null> {
  if (end - begin <= vaultReadLimitBytes) return await ask('vault/read', { sha256, begin, end });
  const whole = new Uint8Array(end - begin);
  for (let at = begin; at < end; at += vaultReadLimitBytes) {
    const next = Math.min(end, at + vaultReadLimitBytes);
    // oxlint-disable-next-line no-await-in-loop -- all at once would take twice the memory
    const piece = await ask('vault/read', { sha256, begin: at, end: next });
    if (piece === null) return null;
    whole.set(piece, at - begin);
  }
  return whole;
}

async function watchStates(api: IpcApi): Promise<States> {
  const signals = new Map<IpcStateName, Signal<unknown>>();
  const all = new Promise<void>((resolve) => {
    for (const name of ipcStateNames) {
      api.on(name, (state) => {
        const signal = signals.get(name);
        if (signal !== undefined) return signal.set(state);
        signals.set(name, createSignal<unknown>(state));
        if (signals.size === ipcStateNames.length) resolve();
      });
    }
  });
  await createAsk(api)('state/watch', undefined);
  await all;
  // Each signal was filled from the event of its own name.
  return Object.fromEntries(signals) as unknown as States;
}

import type { BlobProgress, VaultBridge } from '../../../../shared/bridge/bridge.ts';
import type { MeetingId } from '../../../../shared/records/ids.ts';
import { createSignal } from '../../../../shared/std/signal.ts';
import type { FromVault, ToVault } from './vault-messages.ts';

/** The vault of a page: documents are kept, fetched and opened in a worker of its own. */
export interface BrowserVault extends VaultBridge {
  /** False where documents are held in memory alone. */
  readonly keeps: boolean;
  /** Meetings whose papers were gone from here when it was opened. */
  readonly recalled: readonly MeetingId[];
  /** The link is live, with what to ask the hub with; or null. */
  setOnline(headers: Readonly<Record<string, string>> | null): void;
  /** See `Vault`. */
  yieldToLive(): void;
  /** See `Vault`. Rejects when the disk refuses. */
  recall(meetingId: MeetingId): Promise<void>;
}

interface Waiting {
  resolve(bytes: Uint8Array | null): void;
  reject(reason: Error): void;
}

/** Opens the vault of `terminal`, to be filled from the hub at `origin`. */
export async function openBrowserVault(
  terminal: string,
  origin: string,
  onTrouble: (reason: unknown) => void,
): Promise<BrowserVault> {
  const worker = new Worker(new URL('./vault-worker.ts', import.meta.url), { type: 'module', name: 'vault' });
  const post = (message: ToVault): void => worker.postMessage(message);
  const progress = createSignal<readonly BlobProgress[]>([]);
  const waiting = new Map<number, Waiting>();
  let lastRequest = 0;
  const ask = (make: (request: number) => ToVault): Promise<Uint8Array | null> =>
    new Promise((resolve, reject) => {
      lastRequest += 1;
      waiting.set(lastRequest, { resolve, reject });
      post(make(lastRequest));
    });
  const { keeps, recalled } = await new Promise<Extract<FromVault, { type: 'opened' }>>((resolve, reject) => {
    worker.onerror = (event) => {
      reject(new Error(`the worker of the vault has failed: ${event.message}`));
      onTrouble(event);
    };
    worker.onmessage = ({ data }: MessageEvent<FromVault>) => {
      switch (data.type) {
        case 'opened':
          return resolve(data);
        case 'progress':
          return progress.set(data.progress);
        case 'answer':
          waiting.get(data.request)?.resolve(data.bytes);
          waiting.delete(data.request);
          return;
        case 'failed':
          waiting.get(data.request)?.reject(new Error(data.reason));
          waiting.delete(data.request);
          return;
        case 'trouble':
          return onTrouble(data.reason);
      }
    };
    post({ type: 'open', terminal, origin });
  });
  return {
    keeps,
    recalled,
    progress,
    want: (blobs) => post({ type: 'want', blobs }),
    dropOthers: async () => void (await ask((request) => ({ type: 'drop-others', request }))),
    read: (sha256, begin, end) => ask((request) => ({ type: 'read', request, sha256, begin, end })),
    setOnline: (headers) => post({ type: 'online', headers }),
    yieldToLive: () => post({ type: 'yield' }),
    recall: async (meetingId) => void (await ask((request) => ({ type: 'recall', request, meetingId }))),
  };
}

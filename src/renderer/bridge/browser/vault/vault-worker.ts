import { createSHA256 } from 'hash-wasm';
import { fetchBlob } from '../../../../shared/vault/fetch-blob.ts';
import { createMemoryDisk } from '../../../../shared/vault/memory-disk.ts';
import { Vault } from '../../../../shared/vault/vault.ts';
import type { BlobDisk } from '../../../../shared/vault/vault-ports.ts';
import { openSealer } from '../sealer.ts';
import { openTerminalStore } from '../terminal-store.ts';
import { windowTimers } from '../window-timers.ts';
import { downloadsFrom } from './downloads-from.ts';
import { openOpfsDisk } from './opfs-disk.ts';
import type { FromVault, ToVault } from './vault-messages.ts';

/** The dedicated worker of a terminal's vault: it alone touches the files of the documents. */

function send(message: FromVault, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

function tellTrouble(reason: unknown): void {
  send({ type: 'trouble', reason: textOf(reason) });
}

function textOf(reason: unknown): string {
  return reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
}

async function open(terminal: string, origin: string): Promise<(message: ToVault) => void> {
  const { disk, keeps } = await openDisk(terminal);
  const download = { open: downloadsFrom(origin), timers: windowTimers };
  let headers: Readonly<Record<string, string>> = {};
  const vault = await Vault.open({
    disk,
    timers: windowTimers,
    random: () => Math.random(),
    fetch: (sha256, offset) => fetchBlob({ headers, sha256, offset }, download),
    async createHasher() {
      const hasher = await createSHA256();
      hasher.init();
      return { update: (bytes) => void hasher.update(bytes), digest: () => hasher.digest('hex') };
    },
    onTrouble: tellTrouble,
  });
  vault.progress.subscribe((progress) => send({ type: 'progress', progress }));
  send({ type: 'opened', keeps, recalled: vault.recalled });
  return (message) => {
    switch (message.type) {
      case 'open':
        return;
      case 'online':
        headers = message.headers ?? {};
        return vault.setOnline(message.headers !== null);
      case 'want':
        return vault.want(message.blobs);
      case 'read':
        return answer(
          message.request,
          vault.read(message.sha256, message.begin, message.end).catch((reason: unknown) => {
            tellTrouble(reason);
            return null;
          }),
        );
      case 'yield':
        return vault.yieldToLive();
      case 'recall':
        return answer(
          message.request,
          vault.recall(message.meetingId).then(() => null),
        );
      case 'drop-others':
        return answer(
          message.request,
          vault.dropOthers().then(() => null),
        );
    }
  };
}

function answer(request: number, result: Promise<Uint8Array | null>): void {
  result.then(
    (bytes) => send({ type: 'answer', request, bytes }, bytes === null ? [] : [bytes.buffer as ArrayBuffer]),
    (reason: unknown) => send({ type: 'failed', request, reason: textOf(reason) }),
  );
}

async function openDisk(terminal: string): Promise<{ readonly disk: BlobDisk; readonly keeps: boolean }> {
  try {
    // The worker of a page that has just been closed may still hold the files for a moment.
    await holdForEver(`nghisu-vault-${terminal}`);
    const sealer = await openSealer(await openTerminalStore(terminal), 'vault');
    return { disk: await openOpfsDisk(`vault-${terminal}`, sealer), keeps: true };
  } catch (reason) {
    tellTrouble(reason);
    return { disk: createMemoryDisk(), keeps: false };
  }
}

async function holdForEver(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const untilClosed = new Promise<never>(() => undefined);
    navigator.locks
      .request(name, () => {
        resolve();
        return untilClosed;
      })
      .catch(reject);
  });
}

let opened: Promise<(message: ToVault) => void> | null = null;

self.addEventListener('message', (event: MessageEvent<ToVault>) => {
  const message = event.data;
  if (message.type === 'open') opened ??= open(message.terminal, message.origin);
  else opened?.then((take) => take(message)).catch(tellTrouble);
});

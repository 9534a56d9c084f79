import type { BlobProgress, VaultBridge } from '../bridge/bridge.ts';
import type { Link } from '../link/link.ts';
import { mostProved, type MachineFacts, type ProveMessage } from '../protocol/machine.ts';
import { proveDigest, stretchOf, type ShownBlob } from '../protocol/possession.ts';
import type { Sha256 } from '../records/ids.ts';
import type { Timers } from '../std/timers.ts';
import type { Stop } from '../std/signal.ts';

/** Looks at the machine; what it cannot learn is null. */
export type GatherMachine = () => Promise<MachineFacts>;

export interface MachineParts {
  readonly link: Pick<Link, 'status' | 'latencyMs' | 'tellMachine' | 'onProve' | 'prove'>;
  readonly vault: Pick<VaultBridge, 'progress' | 'read'>;
  readonly timers: Timers;
  readonly gather: GatherMachine;
  onTrouble(reason: unknown): void;
}

/** The machine is looked at so often while the link is live, in milliseconds. */
const lookMs = 15_000;

/** Tells the hub of this machine while the link is live, and shows that the papers are here when it asks. */
export function reportMachine(parts: MachineParts): Stop {
  const { link, timers, onTrouble } = parts;
  let next: Stop = () => undefined;
  let isLooking = false;
  const look = async (): Promise<void> => {
    next();
    if (isLooking || link.status.get().state !== 'live') return;
    isLooking = true;
    try {
      const facts = await parts.gather();
      const clock = timers.now();
      const shownClock = clock + (link.status.get().clockDifferenceMs ?? 0);
      link.tellMachine({ ...facts, clock, shownClock, latencyMs: link.latencyMs });
    } catch (reason) {
      onTrouble(reason);
    } finally {
      isLooking = false;
      next = timers.after(lookMs, () => void look());
    }
  };
  const stopProving = link.onProve((question) => void prove(question, parts).catch(onTrouble));
  let wasLive = false;
  const stopWatching = link.status.subscribe(({ state }) => {
    if (state === 'live' && !wasLive) void look();
    wasLive = state === 'live';
  });
  return () => {
    next();
    stopProving();
    stopWatching();
  };
}

async function prove({ nonce }: ProveMessage, { link, vault }: MachineParts): Promise<void> {
  const held = heldBlobs(vault.progress.get());
  const shown: ShownBlob[] = [];
  for (const { sha256: blob, bytes } of held) {
    const { begin, end } = stretchOf(nonce, blob, bytes);
    // One after the other: a page that somebody turns comes first.
    // oxlint-disable-next-line no-await-in-loop
    const piece = await vault.read(blob, begin, end);
    // What cannot be read is being fetched again from now on; the next report will say so.
    if (piece !== null) shown.push({ blob, shown: piece });
  }
  const blobs = shown.map(({ blob }) => blob);
  link.prove({ type: 'proof', nonce, blobs, digest: proveDigest(nonce, shown) });
}

/** Each document once, in an order that both sides know. */
function heldBlobs(pack: readonly BlobProgress[]): readonly { sha256: Sha256; bytes: number }[] {
  const held = new Map(
    pack.filter(({ state }) => state === 'held').map(({ sha256, bytes }) => [sha256, bytes] as const),
  );
  return [...held]
    .map(([sha256, bytes]) => ({ sha256, bytes }))
    .toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1))
    .slice(0, mostProved);
}

import { stretchOf, proveDigest, type ShownBlob } from '../../shared/protocol/possession.ts';
import type { ProofMessage } from '../../shared/protocol/machine.ts';
import type { DeviceId, Sha256 } from '../../shared/records/ids.ts';
import type { BlobStore } from '../store/blob-store.ts';

/** What came of the last question for one device. */
export interface ProofState {
  readonly state: 'none' | 'waiting' | 'right' | 'wrong';
  /** The hub's clock when it was answered; while it waits, when it was asked. */
  readonly at: number | null;
  readonly blobs: number;
}

/** Asks the terminals to show that they hold their papers. What that shows is told at `proveDigest`. */
export interface Possession {
  /** Asks everybody who is linked now. */
  ask(): void;
  /** Asks again if it is long ago, or if somebody has not been asked; for whoever looks at the page. */
  refresh(linked: readonly DeviceId[]): void;
  of(device: DeviceId): ProofState;
}

export interface PossessionPorts {
  readonly blobs: Pick<BlobStore, 'open' | 'sizeOf'>;
  readonly room: {
    readonly machines: { onProof(listener: (device: DeviceId, proof: ProofMessage) => void): void };
    askForProofs(nonce: Sha256): void;
  };
  linked(): readonly DeviceId[];
  /** What a device says it holds, by the bytes that it draws from: all of it has to be shown. */
  saidToHold(device: DeviceId): readonly Sha256[];
  newNonce(): Sha256;
  now(): number;
  onTrouble(reason: unknown): void;
}

/** Asked again after so long while somebody looks, and no sooner than the second, in milliseconds. */
const refreshMs = 5 * 60_000;
const soonestMs = 30_000;

const notAsked: ProofState = { state: 'none', at: null, blobs: 0 };

export function createPossession(ports: PossessionPorts): Possession {
  let question: Question | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  const states = new Map<DeviceId, ProofState>();

  const ask = (): void => {
    const nonce = ports.newNonce();
    question = createQuestion(nonce, ports.blobs);
    askedAt = ports.now();
    for (const device of ports.linked()) states.set(device, { state: 'waiting', at: askedAt, blobs: 0 });
    ports.room.askForProofs(nonce);
  };

  ports.room.machines.onProof((device, proof) => {
    const asked = question;
    if (asked === null || proof.nonce !== asked.nonce) return;
    // As of now: what comes in while the hub reads its own bytes was not asked for.
    const shown = new Set(proof.blobs);
    const isWhole = ports.saidToHold(device).every((blob) => shown.has(blob));
    asked.isRight(proof).then((isGenuine) => {
      const isRight = isWhole && isGenuine;
      if (question !== asked) return;
      const state = isRight ? 'right' : 'wrong';
      states.set(device, { state, at: ports.now(), blobs: proof.blobs.length });
    }, ports.onTrouble);
  });

  return {
    ask,
    refresh(linked) {
      const age = ports.now() - askedAt;
      const isNew = linked.some((device) => !states.has(device));
      if (age > refreshMs || age < 0 || (isNew && age > soonestMs)) ask();
    },
    of: (device) => states.get(device) ?? notAsked,
  };
}

interface Question {
  readonly nonce: Sha256;
  isRight(proof: ProofMessage): Promise<boolean>;
}

/** One question for the whole room: each stretch is read once, however many terminals show it. */
function createQuestion(nonce: Sha256, blobs: PossessionPorts['blobs']): Question {
  const stretches = new Map<Sha256, Promise<Uint8Array | null>>();
  const stretch = (blob: Sha256): Promise<Uint8Array | null> => {
    const known = stretches.get(blob);
    if (known !== undefined) return known;
    const reading = readStretch(nonce, blob, blobs);
    stretches.set(blob, reading);
    return reading;
  };
  return {
    nonce,
    async isRight({ blobs: names, digest }) {
      if (new Set(names).size !== names.length) return false;
      const shown: ShownBlob[] = [];
      for (const blob of names) {
        // oxlint-disable-next-line no-await-in-loop
        const bytes = await stretch(blob);
        // A paper that the hub does not have (a former room's, or one that was taken back) cannot be compared.
        if (bytes === null) return false;
        shown.push({ blob, shown: bytes });
      }
      return proveDigest(nonce, shown) === digest;
    },
  };
}

async function readStretch(
  nonce: Sha256,
  blob: Sha256,
  blobs: PossessionPorts['blobs'],
): Promise<Uint8Array | null> {
  const bytes = await blobs.sizeOf(blob);
  const open = bytes === null ? null : await blobs.open(blob);
  if (bytes === null || open === null) return null;
  try {
    const { begin, end } = stretchOf(nonce, blob, bytes);
    const target = new Uint8Array(end - begin);
    return (await open.readInto(target, begin)) === target.length ? target : null;
  } finally {
    await open.close();
  }
}

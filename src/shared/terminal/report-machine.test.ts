import { beforeEach, describe, expect, it } from 'vitest';
import type { BlobProgress, LinkStatus } from '../bridge/bridge.ts';
import type { MachineFacts, MachineMessage, ProofMessage, ProveMessage } from '../protocol/machine.ts';
import { proveDigest, stretchOf } from '../protocol/possession.ts';
import { sha256, type Sha256 } from '../records/ids.ts';
import { createChannel, createSignal } from '../std/signal.ts';
import { reportMachine } from './report-machine.ts';

const facts: MachineFacts = {
  host: 'electron',
  version: '1.0.0',
  system: 'Linux 6.1',
  disk: { freeBytes: 1, totalBytes: 2 },
  memory: null,
  battery: 'none',
  lastError: null,
};
const name = (digit: string): Sha256 => sha256.parse(digit.repeat(64));
const blob = (digit: string, state: BlobProgress['state'], bytes = 10_000) =>
  ({ meetingId: 'm1', versionId: 'v1', sha256: name(digit), heldBytes: 0, bytes, state }) as BlobProgress;

/** A terminal whose clock is four minutes fast. */
class Terminal {
  readonly status = createSignal<LinkStatus>(offline);
  readonly questions = createChannel<ProveMessage>();
  readonly told: Omit<MachineMessage, 'type'>[] = [];
  readonly proofs: ProofMessage[] = [];
  readonly later: (() => void)[] = [];
  readonly troubles: unknown[] = [];
  pack: readonly BlobProgress[] = [];
  readonly files = new Map<Sha256, Uint8Array>();
  gather = (): Promise<MachineFacts> => Promise.resolve(facts);

  constructor() {
    reportMachine({
      link: {
        status: this.status,
        latencyMs: 7,
        tellMachine: (told) => void this.told.push(told),
        onProve: this.questions.subscribe,
        prove: (proof) => void this.proofs.push(proof),
      },
      vault: {
        progress: { get: () => this.pack, subscribe: () => () => undefined },
        read: async (sha, begin, end) => this.files.get(sha)?.slice(begin, end) ?? null,
      },
      timers: {
        now: () => 1_790_000_240_000,
        after: (_ms, run) => {
          this.later.push(run);
          return () => void this.later.splice(this.later.indexOf(run), 1);
        },
      },
      gather: () => this.gather(),
      onTrouble: (reason) => void this.troubles.push(reason),
    });
  }

  async go(state: LinkStatus['state']): Promise<void> {
    this.status.set({ state, since: 0, clockDifferenceMs: -240_000, code: null });
    await settled();
  }
}

const offline: LinkStatus = { state: 'offline', since: 0, clockDifferenceMs: null, code: null };
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('what a terminal tells IT', () => {
  let terminal: Terminal;
  beforeEach(() => void (terminal = new Terminal()));

  it('is told when the link comes, and again while it is there', async () => {
    expect(terminal.told).toEqual([]);
    await terminal.go('live');
    expect(terminal.told).toHaveLength(1);
    terminal.later.splice(0).forEach((run) => run());
    await settled();
    expect(terminal.told).toHaveLength(2);
    await terminal.go('offline');
    terminal.later.splice(0).forEach((run) => run());
    await settled();
    expect(terminal.told).toHaveLength(2);
  });

  it('[AT-08] is its own clock, and the time that it shows, put right by the hub', async () => {
    await terminal.go('live');
    expect(terminal.told[0]).toEqual({
      ...facts,
      latencyMs: 7,
      clock: 1_790_000_240_000,
      shownClock: 1_790_000_000_000,
    });
  });

  it('goes on after a look that failed', async () => {
    terminal.gather = () => Promise.reject(new Error('no such disk'));
    await terminal.go('live');
    expect([terminal.told.length, terminal.troubles.length, terminal.later.length]).toEqual([0, 1, 1]);
  });
});

describe('showing that papers are here', () => {
  it('[AT-08] reads a stretch of each paper that counts as held, and of no other', async () => {
    const terminal = new Terminal();
    const bytes = Uint8Array.from({ length: 10_000 }, (_one, at) => at % 251);
    terminal.files.set(name('b'), bytes).set(name('a'), bytes.toReversed());
    terminal.pack = [blob('b', 'held'), blob('a', 'held'), blob('b', 'held'), blob('c', 'fetching')];
    await terminal.go('live');
    terminal.questions.emit({ type: 'prove', nonce: name('0') });
    await settled();
    const shownOf = (digit: string) => {
      const { begin, end } = stretchOf(name('0'), name(digit), 10_000);
      return { blob: name(digit), shown: (terminal.files.get(name(digit)) ?? bytes).slice(begin, end) };
    };
    expect(terminal.proofs).toEqual([
      {
        type: 'proof',
        nonce: name('0'),
        blobs: [name('a'), name('b')],
        digest: proveDigest(name('0'), [shownOf('a'), shownOf('b')]),
      },
    ]);
  });

  it('leaves out what can no longer be read', async () => {
    const terminal = new Terminal();
    terminal.pack = [blob('d', 'held')];
    await terminal.go('live');
    terminal.questions.emit({ type: 'prove', nonce: name('0') });
    await settled();
    expect(terminal.proofs[0]?.blobs).toEqual([]);
  });
});

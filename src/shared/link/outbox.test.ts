import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '../protocol/answer.ts';
import type { CommandMessage } from '../protocol/command.ts';
import type { CommandIntent } from '../protocol/commands/command-schemas.ts';
import { limits } from '../protocol/limits.ts';
import {
  commandId,
  layerPartId,
  meetingId,
  participantId,
  voteId,
  type CommandId,
  type ParticipantId,
} from '../records/ids.ts';
import { seededRandom } from '../std/random.ts';
import { createChannel, createSignal } from '../std/signal.ts';
import { openOutbox, type Outbox } from './outbox.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { CommandChannel, LiveSession } from './outbox-ports.ts';
import { HeldStore } from './testing/held-store.ts';
import { pass } from './testing/linked-room.ts';
import { VirtualTime } from './testing/virtual-time.ts';

const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
const lan = participantId.parse('lan');
const minh = participantId.parse('minh');

function ballot(
  choice: 'approve' | 'reject' | 'abstain' = 'approve',
  by: ParticipantId = lan,
): CommandIntent {
  const payload = { voteId: voteId.parse('v1'), participantId: by, choice, versionId: null };
  return { type: 'ballot/cast', payload };
}

function accepted(seq: number, epoch = 1): CommandAnswer {
  return { status: 'accepted', epoch, seq, receipt: `RCPT-${seq}`, note: 'none' };
}

const locked = { status: 'refused', epoch: 1, seq: 9, code: 'vote/locked' } as const;
const full: CommandAnswer = { status: 'unavailable', code: 'hub/disk-full' };
const busy: CommandAnswer = { status: 'unavailable', code: 'hub/busy' };

/** A channel on which the test is the hub. */
class HeldChannel implements CommandChannel {
  readonly session = createSignal<LiveSession | null>(null);
  readonly sent: CommandMessage[] = [];
  readonly #answers = createChannel<{ readonly id: CommandId; readonly answer: CommandAnswer }>();
  readonly onAnswer = this.#answers.subscribe;

  send(command: CommandMessage): void {
    this.sent.push(command);
  }

  live(by: ParticipantId | null = lan, epoch = 1): void {
    this.session.set({ epoch, participantId: by });
  }

  answer(id: string, answer: CommandAnswer): void {
    this.#answers.emit({ id: commandId.parse(id), answer });
  }

  get sentIds(): string[] {
    return this.sent.map((command) => command.id);
  }
}

class Terminal {
  readonly time = new VirtualTime();
  readonly store = new HeldStore();
  channel = new HeldChannel();
  signedIn: ParticipantId | null = lan;
  #ids = 0;
  #outbox: Outbox | null = null;

  get outbox(): Outbox {
    if (this.#outbox === null) throw new Error('not started');
    return this.#outbox;
  }

  async start(): Promise<this> {
    this.channel = new HeldChannel();
    this.#outbox = await openOutbox({
      store: this.store,
      channel: this.channel,
      timers: this.time.machine({ offsetMs: 0 }),
      random: seededRandom(7),
      newId: () => {
        this.#ids += 1;
        return commandId.parse(`c${this.#ids}`);
      },
      signedIn: () => this.signedIn,
    });
    return this;
  }

  async restart(): Promise<void> {
    this.store.crash();
    this.outbox.stop();
    await this.start();
  }

  /** Submits and makes it durable. */
  async submit(intent: CommandIntent = ballot()): Promise<OutboxEntry> {
    const submitted = this.outbox.submit(intent);
    await this.sync();
    return submitted;
  }

  /** Lets the disk do everything it was asked. */
  async sync(): Promise<void> {
    await settle();
    while (this.store.sync()) await settle();
  }

  async answer(id: string, answer: CommandAnswer): Promise<void> {
    this.channel.answer(id, answer);
    await this.sync();
  }

  get shown(): [string, string][] {
    return this.outbox.entries.get().map((entry) => [entry.id, entry.answer?.status ?? 'waiting']);
  }
}

describe('keeping a command', () => {
  it('[INV-1] shows, resolves and sends it only once it is durable', async () => {
    const terminal = await new Terminal().start();
    terminal.channel.live();
    let resolved = false;
    const submitted = terminal.outbox.submit(ballot()).then(() => (resolved = true));
    await settle();
    expect([resolved, terminal.shown, terminal.channel.sentIds]).toEqual([false, [], []]);
    terminal.store.sync();
    await submitted;
    expect([resolved, terminal.shown, terminal.channel.sentIds]).toEqual([true, [['c1', 'waiting']], ['c1']]);
  });

  it('rejects when the disk refuses, and goes on with the next command', async () => {
    const terminal = await new Terminal().start();
    const first = terminal.outbox.submit(ballot());
    const second = terminal.outbox.submit(ballot('reject'));
    await settle();
    terminal.store.refuse();
    await expect(first).rejects.toThrow('disk full');
    await terminal.sync();
    expect((await second).id).toBe('c2');
    expect(terminal.shown).toEqual([['c2', 'waiting']]);
  });

  it('[INV-1] keeps it over a restart and goes on counting its order', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit();
    await terminal.restart();
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
    expect((await terminal.submit()).order).toBe(2);
    terminal.channel.live();
    expect(terminal.channel.sentIds).toEqual(['c1']);
  });

  it('rejects a command that the wire would not take, instead of holding up all others', async () => {
    const terminal = await new Terminal().start();
    terminal.channel.live();
    const title = 'x'.repeat(limits.messageBytes);
    const huge = { type: 'meeting/open', payload: { meetingId: title as never } } as const;
    await expect(terminal.outbox.submit(huge)).rejects.toThrow('larger than the wire takes');
    await terminal.submit({ type: 'meeting/open', payload: { meetingId: meetingId.parse('m1') } });
    expect(terminal.channel.sentIds).toEqual(['c2']);
  });
});

describe('sending', () => {
  it('has one command in flight at a time, in the order they were made', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit();
    await terminal.submit();
    terminal.channel.live();
    await terminal.submit();
    expect(terminal.channel.sentIds).toEqual(['c1']);
    await terminal.answer('c1', accepted(1));
    expect(terminal.channel.sentIds).toEqual(['c1', 'c2']);
    await terminal.answer('c2', locked);
    expect(terminal.channel.sentIds).toEqual(['c1', 'c2', 'c3']);
    expect(terminal.shown).toEqual([
      ['c1', 'accepted'],
      ['c2', 'refused'],
      ['c3', 'waiting'],
    ]);
  });

  it('[INV-2] sends again under the same id on a new connection and after limits.answerMs', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit();
    terminal.channel.live();
    pass(terminal.time, limits.answerMs);
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1']);
    terminal.channel.session.set(null);
    pass(terminal.time, limits.answerMs * 3);
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1']);
    terminal.channel.live();
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1', 'c1']);
    expect(new Set(terminal.channel.sent.map((command) => JSON.stringify(command))).size).toBe(1);
  });

  it('keeps a command through weather and tries again, before any later command', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit();
    await terminal.submit();
    terminal.channel.live();
    await terminal.answer('c1', busy);
    expect(terminal.shown[0]).toEqual(['c1', 'waiting']);
    pass(terminal.time, limits.reconnectFirstMs);
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1']);
    await terminal.answer('c1', accepted(3));
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1', 'c2']);
  });

  it('says what hinders the hub, for as long as it does', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit();
    terminal.channel.live();
    expect(terminal.outbox.hindrance.get()).toBeNull();
    await terminal.answer('c1', full);
    expect(terminal.outbox.hindrance.get()).toBe('hub/disk-full');
    pass(terminal.time, limits.reconnectFirstMs);
    await terminal.answer('c1', accepted(3));
    expect(terminal.outbox.hindrance.get()).toBeNull();
  });

  it('sends no command in the session of another person, and holds up nobody else’s', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit(ballot('approve', lan));
    terminal.signedIn = minh;
    await terminal.submit(ballot('reject', minh));
    terminal.channel.live(null);
    expect(terminal.channel.sentIds).toEqual([]);
    terminal.channel.live(minh);
    expect(terminal.channel.sentIds).toEqual(['c2']);
    await terminal.answer('c2', accepted(1));
    expect(terminal.shown).toEqual([
      ['c1', 'waiting'],
      ['c2', 'accepted'],
    ]);
    terminal.channel.live(lan);
    expect(terminal.channel.sentIds).toEqual(['c2', 'c1']);
  });

  it('sends nothing after stop()', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit();
    terminal.channel.live();
    terminal.outbox.stop();
    terminal.channel.live();
    pass(terminal.time, limits.answerMs);
    expect(terminal.channel.sentIds).toEqual(['c1']);
  });
});

describe('answers', () => {
  it('[INV-4] shows an answer only once it is durable', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit();
    terminal.channel.live();
    terminal.channel.answer('c1', accepted(4));
    await settle();
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
    await terminal.restart();
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
    terminal.channel.live();
    await terminal.answer('c1', accepted(4));
    await terminal.restart();
    expect(terminal.outbox.entries.get()[0]?.answer).toEqual(accepted(4));
  });

  it('asks for the answer again when the disk refuses to keep it', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit();
    terminal.channel.live();
    terminal.channel.answer('c1', accepted(4));
    await settle();
    terminal.store.refuse();
    await settle();
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
    pass(terminal.time, limits.reconnectFirstMs);
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1']);
    await terminal.answer('c1', accepted(4));
    expect(terminal.shown).toEqual([['c1', 'accepted']]);
  });

  it('takes no notice of repeated answers and of answers to commands it never made', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit();
    terminal.channel.live();
    await terminal.answer('c1', accepted(4));
    await terminal.answer('c1', locked);
    await terminal.answer('c77', accepted(5));
    expect(terminal.outbox.entries.get()).toMatchObject([{ id: 'c1', answer: accepted(4) }]);
  });

  it('forgets a refusal that was seen; hides an accepted command but keeps it', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit();
    await terminal.submit();
    terminal.channel.live();
    await terminal.answer('c1', accepted(1));
    await terminal.answer('c2', locked);
    for (const id of ['c1', 'c2']) void terminal.outbox.dismiss(commandId.parse(id));
    await terminal.sync();
    expect(terminal.shown).toEqual([]);
    expect([...terminal.store.disk.keys()]).toEqual(['c1']);
  });

  it('does not forget a command that still waits', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit();
    await terminal.outbox.dismiss(commandId.parse('c1'));
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
  });

  it('lets no number of notes push a ballot out of what is kept, and shows few that were taken', async () => {
    const terminal = await new Terminal().start();
    terminal.channel.live();
    const cast = await terminal.submit();
    await terminal.answer(cast.id, accepted(1));
    for (let at = 0; at < 520; at += 1) {
      const part = { meetingId: meetingId.parse('m1'), partId: layerPartId.parse(`x${at}`), sealed: 'QUJD' };
      // oxlint-disable-next-line no-await-in-loop
      const entry = await terminal.submit({ type: 'layer/append', payload: part });
      // oxlint-disable-next-line no-await-in-loop
      await terminal.answer(entry.id, accepted(at + 2));
    }
    expect(terminal.shown).toHaveLength(21);
    expect(terminal.shown[0]).toEqual([cast.id, 'accepted']);
    const kept = await terminal.store.load();
    expect(kept.map(({ id }) => id)).toContain(cast.id);
    expect(kept).toHaveLength(501);
  });

  it('keeps the last 500 answered commands and every waiting one', async () => {
    const terminal = await new Terminal().start();
    terminal.channel.live();
    for (let made = 1; made <= 502; made += 1) {
      await terminal.submit();
      await terminal.answer(`c${made}`, accepted(made));
    }
    terminal.channel.session.set(null);
    await terminal.submit();
    expect(terminal.store.disk.size).toBe(501);
    expect(terminal.store.disk.has(commandId.parse('c2'))).toBe(false);
    expect(terminal.shown.at(-1)).toEqual(['c503', 'waiting']);
  });
});

describe('a new epoch', () => {
  it('[INV-1] sends accepted commands again, in order and before waiting ones, under their ids', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit();
    await terminal.submit();
    await terminal.submit();
    terminal.channel.live();
    await terminal.answer('c1', accepted(1));
    await terminal.answer('c2', locked);
    void terminal.outbox.dismiss(commandId.parse('c1'));
    await terminal.sync();
    terminal.channel.session.set(null);
    terminal.channel.live(lan, 2);
    expect(terminal.channel.sentIds.slice(-1)).toEqual(['c1']);
    await terminal.answer('c1', accepted(1));
    expect(terminal.channel.sentIds.slice(-1)).toEqual(['c3']);
    terminal.channel.live(lan, 2);
    await terminal.answer('c3', accepted(7, 2));
    await terminal.restart();
    terminal.channel.live(lan, 2);
    expect(terminal.channel.sentIds).toEqual([]);
  });

  it('[INV-4] shows what the restored hub makes of a command that the lost one had accepted', async () => {
    const terminal = await new Terminal().start();
    await terminal.submit();
    terminal.channel.live();
    await terminal.answer('c1', accepted(5));
    terminal.channel.live(lan, 2);
    expect(terminal.shown).toEqual([['c1', 'accepted']]);
    await terminal.answer('c1', { ...locked, epoch: 2 });
    expect(terminal.shown).toEqual([['c1', 'refused']]);
  });
});

/** A hub as far as an outbox can tell: the first arrival of an id decides, every arrival gets that answer. */
class ModelHub {
  readonly effects: string[] = [];
  readonly #answers = new Map<string, CommandAnswer>();

  arrive(id: string, epoch: number): CommandAnswer {
    const known = this.#answers.get(id);
    if (known !== undefined) return known;
    this.effects.push(id);
    const seq = this.effects.length;
    const answer: CommandAnswer = seq % 4 === 0 ? { ...locked, epoch, seq } : accepted(seq, epoch);
    this.#answers.set(id, answer);
    return answer;
  }

  answerOf(id: string): CommandAnswer | undefined {
    return this.#answers.get(id);
  }
}

const steps = [
  'submit',
  'sync',
  'refuse',
  'connect',
  'break',
  'arrive',
  'lose',
  'answer',
  'weather',
  'pass',
  'restart',
];

describe('any interleaving', () => {
  it('[INV-2] gives each durable command one effect, in order, and shows its answer in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 80 }), async (plan) => {
        const terminal = await new Terminal().start();
        const hub = new ModelHub();
        const durable: string[] = [];
        let up: CommandMessage[] = [];
        let down: string[] = [];
        const collect = (): void => void up.push(...terminal.channel.sent.splice(0));
        const forgetWire = (): void => {
          terminal.channel.sent.length = 0;
          up = [];
          down = [];
        };
        const act: Record<string, () => unknown> = {
          submit: () =>
            void terminal.outbox.submit(ballot()).then(
              (entry) => durable.push(entry.id),
              () => undefined,
            ),
          sync: () => terminal.store.sync(),
          refuse: () => terminal.store.refuse(),
          connect: () => {
            forgetWire();
            terminal.channel.live();
          },
          break: () => {
            terminal.channel.session.set(null);
            forgetWire();
          },
          arrive: () => {
            const command = up.shift();
            if (command === undefined) return;
            hub.arrive(command.id, 1);
            down.push(command.id);
          },
          lose: () => up.shift(),
          answer: () => {
            const id = down.shift();
            const answer = id === undefined ? undefined : hub.answerOf(id);
            if (id !== undefined && answer !== undefined) terminal.channel.answer(id, answer);
          },
          weather: () => {
            const command = up.shift();
            if (command !== undefined) terminal.channel.answer(command.id, busy);
          },
          pass: () => pass(terminal.time, limits.answerMs),
          restart: async () => {
            forgetWire();
            await terminal.restart();
          },
        };
        const run = async (step: string): Promise<void> => {
          await act[step]?.();
          await settle();
          collect();
          for (const id of durable) expect(terminal.store.disk.has(commandId.parse(id))).toBe(true);
        };
        for (const step of plan) await run(step);
        await run('connect');
        for (let round = 0; round < 4 * plan.length + 8; round += 1) {
          for (const step of ['sync', 'arrive', 'answer', 'sync']) await run(step);
        }
        const entries = terminal.outbox.entries.get();
        expect(new Set(hub.effects).size).toBe(hub.effects.length);
        expect(hub.effects).toEqual(entries.map((entry) => entry.id));
        expect(entries.map((entry) => entry.answer)).toEqual(entries.map((entry) => hub.answerOf(entry.id)));
        expect(durable.every((id) => entries.some((entry) => entry.id === id))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

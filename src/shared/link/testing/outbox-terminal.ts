import type { CommandAnswer } from '../../protocol/answer.ts';
import type { CommandMessage } from '../../protocol/command.ts';
import type { CommandIntent } from '../../protocol/commands/command-schemas.ts';
import {
  commandId,
  participantId,
  voteId,
  type CommandId,
  type ParticipantId,
  type PersonId,
} from '../../records/ids.ts';
import { seededRandom } from '../../std/random.ts';
import { createChannel, createSignal } from '../../std/signal.ts';
import { openOutbox, type Outbox } from '../outbox.ts';
import type { OutboxEntry } from '../outbox-entry.ts';
import type { SignedInPerson } from '../maker.ts';
import type { AnsweredPlace, CommandChannel, LiveSession, Recollection } from '../outbox-ports.ts';
import { HeldStore } from './held-store.ts';
import { VirtualTime } from './virtual-time.ts';

export const lan = participantId.parse('lan');
export const minh = participantId.parse('minh');

/** A vote to be sent. */
export function ballot(
  choice: 'approve' | 'reject' | 'abstain' = 'approve',
  by: ParticipantId = lan,
): CommandIntent {
  const payload = { voteId: voteId.parse('v1'), participantId: by, choice, versionId: null };
  return { type: 'ballot/cast', payload };
}

/** What a hub answers that has taken a command. */
export function accepted(seq: number, epoch = 1): CommandAnswer {
  return { status: 'accepted', epoch, seq, receipt: `RCPT-${seq}`, note: 'none' };
}

export const locked = { status: 'refused', epoch: 1, seq: 9, code: 'vote/locked' } as const;
export const full: CommandAnswer = { status: 'unavailable', code: 'hub/disk-full' };
export const busy: CommandAnswer = { status: 'unavailable', code: 'hub/busy' };

/** A channel on which the test is the hub. */
export class HeldChannel implements CommandChannel {
  readonly session = createSignal<LiveSession | null>(null);
  readonly sent: CommandMessage[] = [];
  readonly #answers = createChannel<{ readonly id: CommandId; readonly answer: CommandAnswer }>();
  readonly onAnswer = this.#answers.subscribe;
  readonly recollected: CommandId[] = [];
  readonly #recollections = createChannel<Recollection>();
  readonly onRecollection = this.#recollections.subscribe;

  readonly answered: AnsweredPlace[] = [];

  answersReach(place: AnsweredPlace): void {
    this.answered.push(place);
  }

  recollect(ids: readonly CommandId[]): void {
    this.recollected.push(...ids);
  }

  /** The hub says which of the commands asked about it knows. */
  remember(asked: readonly string[], known: readonly string[]): void {
    const idsOf = (ids: readonly string[]) => ids.map((id) => commandId.parse(id));
    this.#recollections.emit({ asked: idsOf(asked), known: idsOf(known) });
  }

  send(command: CommandMessage): void {
    this.sent.push(command);
  }

  live(by: ParticipantId | null = lan, epoch = 1, personId: PersonId | null = null): void {
    this.session.set({ epoch, history: 0, participantId: by, personId });
  }

  /** The hub of the same epoch turns out to have another history. */
  liveIn(history: number, by: ParticipantId | null = lan): void {
    this.session.set({ epoch: 1, history, participantId: by, personId: null });
  }

  answer(id: string, answer: CommandAnswer): void {
    this.#answers.emit({ id: commandId.parse(id), answer });
  }

  get sentIds(): string[] {
    return this.sent.map((command) => command.id);
  }
}

/** A terminal with its outbox, over a disk that a test holds still. */
export class OutboxTerminal {
  readonly #settle: () => Promise<void>;
  readonly time = new VirtualTime();
  readonly store = new HeldStore();
  channel = new HeldChannel();
  signedIn: ParticipantId | null = lan;
  /** Whose PIN it was, where that is known. */
  person: PersonId | null = null;
  #ids = 0;
  #outbox: Outbox | null = null;

  /** @param settle lets everything run that is due */
  constructor(settle: () => Promise<void>) {
    this.#settle = settle;
  }

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
      signedIn: (): SignedInPerson | null =>
        this.signedIn === null ? null : { participantId: this.signedIn, personId: this.person },
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
    await this.#settle();
    while (this.store.sync()) await this.#settle();
  }

  async answer(id: string, answer: CommandAnswer): Promise<void> {
    this.channel.answer(id, answer);
    await this.sync();
  }

  get shown(): [string, string][] {
    return this.outbox.entries.get().map((entry) => [entry.id, entry.answer?.status ?? 'waiting']);
  }
}

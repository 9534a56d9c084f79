import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { OutboxBridge } from '../bridge/bridge.ts';
import type { CommandAnswer } from '../protocol/answer.ts';
import type { CommandIntent } from '../protocol/commands/command-schemas.ts';
import { limits } from '../protocol/limits.ts';
import type { CommandId } from '../records/ids.ts';
import type { RefusalCode } from '../refusals/refusal-table.ts';
import { must } from '../std/must.ts';
import { createSignal, type Stop, type Watchable } from '../std/signal.ts';
import { backOffMs } from './back-off.ts';
import { maySend } from './maker.ts';
import { isWaiting, type OutboxEntry } from './outbox-entry.ts';
import type { LiveSession, OutboxPorts, Recollection } from './outbox-ports.ts';

/** So many answered entries are kept, so that a hub restored from an older copy can be given them again. */
const keptAnswered = 500;

/** Of the parts of notes that the hub has taken so many are shown still, until the replica has them for certain. */
const shownParts = 20;

/**
 * Opens the outbox of a device: loads what its store holds and begins to send.
 *
 * Invariants
 * - An entry is shown and sent only after it is durable; its answer is shown only after that is durable.
 * - One command is in flight at a time, in the order they were made; it is sent again on each new connection and after
 *   `limits.answerMs`, always under its one id, until its answer is final.
 * - A command is sent only while the hub takes this device for the person who made it, or nobody's word is in it.
 * - An accepted command is sent again to a hub of a later era: a higher epoch, or another history. It may have been
 *   restored, or copied, without it. Where its person is not here, the hub is only asked whether it has it; if not, it
 *   waits for that person again, and is shown.
 */
export async function openOutbox(ports: OutboxPorts): Promise<Outbox> {
  const loaded = await ports.store.load();
  return new Outbox(ports, loaded);
}

/** The one command that has been sent and not finally answered, and the timer after which it is sent again. */
interface Flight {
  readonly id: CommandId;
  readonly session: LiveSession;
  again: Stop;
}

export class Outbox implements OutboxBridge {
  readonly #ports: OutboxPorts;
  readonly #shown = createSignal<readonly OutboxEntry[]>([]);
  readonly #hindrance = createSignal<RefusalCode | null>(null);
  readonly #stops: readonly Stop[];
  #entries: readonly OutboxEntry[];
  #nextOrder: number;
  #flight: Flight | null = null;
  #failures = 0;
  #stopped = false;
  /** Store operations run one after the other, so that a later entry is never durable, shown or sent before an earlier. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(ports: OutboxPorts, loaded: readonly OutboxEntry[]) {
    this.#ports = ports;
    this.#entries = loaded.toSorted((a, b) => a.order - b.order);
    this.#nextOrder = (this.#entries.at(-1)?.order ?? 0) + 1;
    this.#show();
    for (const entry of this.#entries) this.#tellAnswer(entry);
    this.#stops = [
      ports.channel.session.subscribe(() => this.#reconnected()),
      ports.channel.onAnswer(({ id, answer }) => this.#answered(id, answer)),
      ports.channel.onRecollection((recollection) => this.#recollected(recollection)),
    ];
    this.#recollect();
    this.#pump();
  }

  get entries(): Watchable<readonly OutboxEntry[]> {
    return this.#shown;
  }

  get hindrance(): Watchable<RefusalCode | null> {
    return this.#hindrance;
  }

  submit(intent: CommandIntent): Promise<OutboxEntry> {
    const maker = this.#ports.signedIn();
    const entry: OutboxEntry = {
      id: this.#ports.newId(),
      order: this.#nextOrder,
      command: intent.type,
      payload: intent.payload,
      madeAt: this.#ports.timers.now(),
      participantId: maker?.participantId ?? null,
      personId: maker?.personId ?? null,
      answer: null,
      confirmedEpoch: 0,
      confirmedHistory: 0,
      dismissed: false,
    };
    this.#nextOrder += 1;
    return this.#inTurn(async () => {
      mustFit(entry);
      await this.#ports.store.save(entry);
      this.#put(entry);
      this.#pump();
      return entry;
    });
  }

  dismiss(id: CommandId): Promise<void> {
    return this.#inTurn(async () => {
      const entry = this.#find(id);
      if (entry === undefined || (entry.answer === null && !this.#isOfAnother(entry))) return;
      if (entry.answer?.status === 'accepted') {
        const dismissed = { ...entry, dismissed: true };
        await this.#ports.store.save(dismissed);
        this.#put(dismissed);
        return;
      }
      await this.#forget([id]);
    });
  }

  /** Stops sending. What is in the store stays there. */
  stop(): void {
    this.#stopped = true;
    this.#land();
    for (const stop of this.#stops) stop();
  }

  #reconnected(): void {
    this.#land();
    this.#hindrance.set(null);
    this.#recollect();
    this.#pump();
  }

  /** Asks after what hubs of earlier eras have taken from people who are not here to send it again. */
  #recollect(): void {
    const session = this.#ports.channel.session.get();
    if (session === null) return;
    const unsure = this.#entries.filter((entry) => isUnconfirmed(entry, session) && !maySend(entry, session));
    for (let at = 0; at < unsure.length; at += mostRecollected)
      this.#ports.channel.recollect(unsure.slice(at, at + mostRecollected).map(({ id }) => id));
  }

  /** What a restored hub has lost waits again for whoever made it, and is shown: it is lost in no case silently. */
  #recollected({ asked, known }: Recollection): void {
    const session = this.#ports.channel.session.get();
    if (session === null) return;
    const isKnown = new Set(known);
    for (const id of asked) {
      void this.#inTurn(async () => {
        const entry = this.#find(id);
        if (entry === undefined || !isUnconfirmed(entry, session)) return;
        const settled = isKnown.has(id)
          ? { ...entry, ...confirmedIn(session) }
          : { ...entry, answer: null, dismissed: false };
        await this.#ports.store.save(settled);
        this.#put(settled);
      }).catch(() => undefined);
    }
  }

  /** True for what waits for somebody who is not signed in here now. */
  #isOfAnother(entry: OutboxEntry): boolean {
    const now = this.#ports.signedIn() ?? { participantId: null, personId: null };
    return !maySend(entry, now) && this.#flight?.id !== entry.id;
  }

  #pump(): void {
    if (this.#stopped || this.#flight !== null) return;
    const session = this.#ports.channel.session.get();
    if (session === null) return;
    const next = this.#entries.find((entry) => isToSend(entry, session));
    if (next === undefined) return;
    this.#flight = { id: next.id, session, again: () => undefined };
    this.#send(next, this.#flight);
  }

  #send(entry: OutboxEntry, flight: Flight): void {
    flight.again = this.#ports.timers.after(limits.answerMs, () => this.#send(entry, flight));
    const { id, command, payload, madeAt } = entry;
    this.#ports.channel.send({ type: 'command', id, command, payload, madeAt });
  }

  #answered(id: CommandId, answer: CommandAnswer): void {
    const entry = this.#find(id);
    const flight = this.#flight;
    // Only what is in flight can be answered: the rest are repeated answers of a command that was sent twice.
    if (entry === undefined || flight === null || flight.id !== id) return;
    this.#hindrance.set(answer.status === 'unavailable' ? answer.code : null);
    if (answer.status === 'unavailable') return this.#sendLater(entry, flight);
    flight.again();
    void this.#inTurn(async () => {
      const settled = { ...entry, answer, ...confirmedIn(flight.session) };
      try {
        await this.#ports.store.save(settled);
      } catch {
        // A full disk here: the answer is not shown before it is kept, so it is asked for again.
        if (this.#flight === flight) this.#sendLater(entry, flight);
        return;
      }
      this.#failures = 0;
      this.#put(settled);
      this.#tellAnswer(settled);
      await this.#prune();
      if (this.#flight === flight) this.#reconnected();
    });
  }

  /** What is kept as accepted is kept as accepted by one history; the link asks each hub whether it has that one. */
  #tellAnswer({ answer, confirmedEpoch, confirmedHistory }: OutboxEntry): void {
    if (answer?.status !== 'accepted') return;
    const { seq, receipt } = answer;
    const era = { epoch: confirmedEpoch, history: confirmedHistory };
    this.#ports.channel.answersReach({ ...era, seq, check: receipt });
  }

  #sendLater(entry: OutboxEntry, flight: Flight): void {
    flight.again();
    flight.again = this.#ports.timers.after(backOffMs(this.#failures, this.#ports.random), () =>
      this.#send(entry, flight),
    );
    this.#failures += 1;
  }

  #land(): void {
    this.#flight?.again();
    this.#flight = null;
  }

  async #prune(): Promise<void> {
    const answered = this.#entries.filter((entry) => !isWaiting(entry));
    // Strokes of a pen come by the hundred: they must not push a ballot out of what is kept.
    const oldest = [true, false].flatMap((ofNotes) =>
      answered
        .filter((entry) => isPartOfNotes(entry) === ofNotes)
        .slice(0, -keptAnswered)
        .map((entry) => entry.id),
    );
    if (oldest.length === 0) return;
    try {
      await this.#forget(oldest);
    } catch {
      // Tried again after the next answer; keeping one entry too many harms nobody.
    }
  }

  async #forget(ids: readonly CommandId[]): Promise<void> {
    await this.#ports.store.remove(ids);
    const gone = new Set(ids);
    this.#entries = this.#entries.filter((entry) => !gone.has(entry.id));
    this.#show();
  }

  #find(id: CommandId): OutboxEntry | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }

  #put(entry: OutboxEntry): void {
    const others = this.#entries.filter((other) => other.id !== entry.id);
    this.#entries = [...others, entry].toSorted((a, b) => a.order - b.order);
    this.#show();
  }

  #show(): void {
    const taken = this.#entries.filter(
      (entry) => isPartOfNotes(entry) && entry.answer?.status === 'accepted',
    );
    const old = new Set(taken.slice(0, -shownParts));
    this.#shown.set(this.#entries.filter((entry) => !entry.dismissed && !old.has(entry)));
  }

  #inTurn<Value>(operation: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(operation);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

function isPartOfNotes(entry: OutboxEntry): boolean {
  return entry.command === 'layer/append';
}

/** So many commands are asked about in one message. */
const mostRecollected = limits.recollectedIds;

/** Room for what a command has around its payload, in bytes. */
const envelopeBytes = 1024;

/** A command above the limit would be refused by the connection, not answered, and hold up all that come after it. */
function mustFit(entry: OutboxEntry): void {
  const limit = entry.command === 'meeting/create' ? limits.planBytes : limits.messageBytes;
  must(
    utf8ToBytes(JSON.stringify(entry.payload)).length + envelopeBytes < limit,
    `${entry.command} is larger than the wire takes`,
  );
}

/** True when `session` is of the person who made the entry and its hub has not yet answered it. */
function isToSend(entry: OutboxEntry, session: LiveSession): boolean {
  if (!maySend(entry, session)) return false;
  return entry.answer === null || isUnconfirmed(entry, session);
}

/** True for what was accepted by a hub of an earlier era than the one that is heard now. */
function isUnconfirmed(entry: OutboxEntry, { epoch, history }: LiveSession): boolean {
  const { answer, confirmedEpoch, confirmedHistory } = entry;
  return answer?.status === 'accepted' && (confirmedEpoch < epoch || confirmedHistory < history);
}

function confirmedIn({
  epoch,
  history,
}: LiveSession): Pick<OutboxEntry, 'confirmedEpoch' | 'confirmedHistory'> {
  return { confirmedEpoch: epoch, confirmedHistory: history };
}

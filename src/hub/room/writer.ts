import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import type { Command } from '../../shared/protocol/command.ts';
import { canonicalJson } from '../../shared/std/canonical-json.ts';
import { isOfTerminal } from '../../shared/protocol/terminal-commands.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { present } from '../../shared/std/must.ts';
import { refused } from '../../shared/std/result.ts';
import { apply } from './apply.ts';
import type { decide } from './decide.ts';
import type { evolve } from './evolve.ts';
import { hashedText, idText, wholeText, type Actor, type Happening, type LogEntry } from './log-entry.ts';
import { LogFull, type RoomPorts } from './ports.ts';
import { signedIfAnnounced } from './sign-announcement.ts';
import { emptyState, type RoomState, type StoredRecord } from './room-state.ts';

/** The rules of the room; replaced only to prove that the simulation notices wrong ones. */
export interface Rules {
  readonly decide: typeof decide;
  readonly evolve: typeof evolve;
}

/** What a commit has brought: the log has grown from sequence `from` to `to`, and these records changed. */
export interface Growth {
  readonly from: number;
  readonly to: number;
  /** Hash of the entry at `to`. */
  readonly head: string;
  /** As of this commit, in ascending sequence. */
  readonly records: readonly StoredRecord[];
}

export interface WriterOptions {
  readonly epoch: number;
  readonly rules: Rules;
  /** Told after each commit, when its answers have left. */
  committed(growth: Growth): void;
}

/** Takes the answer to a command, once. */
export type Reply = (answer: CommandAnswer) => void;

/** Decided in this turn and not yet on disk. */
interface Batch {
  readonly entries: LogEntry[];
  /** The entries as JSON. */
  readonly texts: string[];
  readonly replies: (readonly [Reply, CommandAnswer])[];
  readonly from: number;
}

/** A command on its way into the log. */
interface Asked {
  readonly command: Command;
  readonly actor: Actor;
  /** The canonical payload, which most often is also that of what happens. */
  readonly payloadText: string;
  /** Hash of what is asked and by whom, so that an id used again for something else is noticed. */
  readonly intent: string;
  /** Why it cannot be, by what the log does not know. */
  readonly ruledOut: RefusalCode | null;
}

/**
 * The one writer of the log. Invariants
 * - An answer leaves only after the entries behind it are on disk, all of one turn in one commit (LOG-3).
 * - What was decided but not committed is seen by later decisions of the same turn and by nobody outside.
 * - When a commit finds no room, the state goes back to what is on disk, and everybody in the batch may ask again.
 */
export class Writer {
  readonly #ports: RoomPorts;
  readonly #options: WriterOptions;
  #state: RoomState;
  #batch: Batch | null = null;
  #isFull = false;

  constructor(ports: RoomPorts, options: WriterOptions) {
    this.#ports = ports;
    this.#options = options;
    this.#state = this.#replay();
  }

  /** True when the last commit found the disk full. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** The state with what this turn has decided so far; nothing of it may be sent. */
  get upcoming(): RoomState {
    return this.#state;
  }

  /** The state on disk; asking for it commits what this turn has decided. */
  get committed(): RoomState {
    this.flush();
    return this.#state;
  }

  /** Decides a command; see `Room.submit`. What is `ruledOut` is refused with that code, if by no rule before. */
  submit(command: Command, actor: Actor, reply: Reply, ruledOut: RefusalCode | null = null): void {
    const payloadText = canonicalJson(command.payload);
    // A terminal's own word is the same whoever is signed in at it when it is sent once more.
    const who = isOfTerminal(command.type) ? actor.deviceId : actor.participantId;
    const intent = this.#ports.sha256(`["${command.type}",${payloadText},${idText(who)}]`);
    const given = this.#state.answers.get(command.id);
    if (given === undefined) return this.#write({ command, actor, payloadText, intent, ruledOut }, reply);
    const answer = given.intent === intent ? given.answer : this.#idReused();
    // It may have been decided in this very turn, and then nobody may hear of it before the commit.
    if (this.#batch === null) reply(answer);
    else this.#batch.replies.push([reply, answer]);
  }

  /** Commits at once what this turn has decided. */
  flush(): void {
    const batch = this.#batch;
    if (batch === null) return;
    this.#batch = null;
    try {
      this.#ports.log.append(batch.entries, batch.texts);
    } catch (error) {
      if (!(error instanceof LogFull)) throw error;
      return this.#takeBack(batch);
    }
    this.#isFull = false;
    // Taken before the replies, which may ask for more and so begin the next batch.
    const growth = this.#growthSince(batch.from);
    for (const [reply, answer] of batch.replies) reply(answer);
    this.#options.committed(growth);
  }

  #growthSince(from: number): Growth {
    const { seq, head, records } = this.#state;
    return { from, to: seq, head, records: [...records.after(from)] };
  }

  #write(asked: Asked, reply: Reply): void {
    const decided = this.#options.rules.decide(this.#state, asked.command, asked.actor);
    const decision = decided.ok && asked.ruledOut !== null ? refused(asked.ruledOut) : decided;
    const happenings: readonly Happening[] = decision.ok
      ? decision.value
      : [{ type: 'command/refused', payload: { command: asked.command.type, code: decision.reason } }];
    const batch = this.#openBatch();
    for (const happening of happenings)
      this.#append(batch, signedIfAnnounced(happening, this.#ports.sign), asked);
    batch.replies.push([reply, present(this.#state.answers.get(asked.command.id), 'the answer').answer]);
  }

  #openBatch(): Batch {
    if (this.#batch === null) {
      this.#batch = { entries: [], texts: [], replies: [], from: this.#state.seq };
      this.#ports.endOfTurn(() => this.flush());
    }
    return this.#batch;
  }

  #append(batch: Batch, happening: Happening, { command, actor, payloadText, intent }: Asked): void {
    const { seq, head } = this.#state;
    const place = { epoch: this.#options.epoch, seq: seq + 1, at: this.#ports.now(), prev: head };
    const draft = { ...place, commandId: command.id, intent, actor, ...happening };
    const isAsAsked = happening.payload === command.payload;
    const text = isAsAsked ? hashedText(draft, payloadText) : hashedText(draft);
    const entry: LogEntry = { ...draft, hash: this.#ports.sha256(text) };
    this.#take(this.#state, entry);
    batch.entries.push(entry);
    batch.texts.push(wholeText(text, entry.hash));
  }

  #takeBack(batch: Batch): void {
    this.#isFull = true;
    this.#state = this.#replay();
    for (const [reply] of batch.replies) reply({ status: 'unavailable', code: 'hub/disk-full' });
  }

  #idReused(): CommandAnswer {
    return { status: 'refused', epoch: this.#options.epoch, seq: this.#state.seq, code: 'command/id-reused' };
  }

  #take(state: RoomState, entry: LogEntry): void {
    apply(state, entry, this.#options.rules.evolve(state, entry));
  }

  #replay(): RoomState {
    const state = emptyState();
    for (const entry of this.#ports.log.read()) this.#take(state, entry);
    return state;
  }
}

import { hashedText, genesisHash, type LogEntry } from '../room/log-entry.ts';
import { checkCode } from '../../shared/std/base32.ts';
import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import type { CommandId, VoteId } from '../../shared/records/ids.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import { CopiesAudit } from './audit-copies.ts';
import { FloorAudit } from './audit-floor.ts';
import { LinesAudit } from './audit-lines.ts';
import { PresenceAudit } from './audit-presence.ts';
import { SeatingAudit } from './audit-seating.ts';
import { judgeVoteLine } from './audit-votes.ts';
import { seatOfDevice } from './meeting-plan.ts';
import { addToCount, type CountedVote } from './recount.ts';
import { holds } from './violation.ts';

/**
 * One history of the room as it lies on one disk, with everything that must follow from it. A hub restored from a copy
 * begins a new lineage with the copied lines.
 */
export class Lineage {
  readonly name: string;
  readonly entries: LogEntry[] = [];
  readonly votes = new Map<VoteId, CountedVote>();
  readonly seating = new SeatingAudit(seatOfDevice);
  readonly presence = new PresenceAudit();
  readonly floor = new FloorAudit((participant) => this.seating.seatOf(participant));
  readonly copies = new CopiesAudit();
  readonly lines = new LinesAudit();
  /** The answer that each command was given, word for word; what it was first it must be for ever. */
  readonly answers = new Map<CommandId, string>();
  /** A terminal has shown this hub, since it was switched on, that there is a higher epoch: it may accept nothing more. */
  fencedBy = 0;
  readonly #lastOf = new Map<CommandId, LogEntry>();
  readonly #sha256: (text: string) => string;

  constructor(name: string, sha256: (text: string) => string) {
    this.name = name;
    this.#sha256 = sha256;
  }

  /** A lineage that begins with a copy of this one's first `length` lines. */
  fork(name: string, length: number): Lineage {
    const copy = new Lineage(name, this.#sha256);
    copy.add(this.entries.slice(0, length));
    for (const [id, answer] of this.answers) {
      if (copy.#lastOf.has(id)) copy.answers.set(id, answer);
    }
    return copy;
  }

  get head(): number {
    return this.entries.length;
  }

  /** The last entry of a command. */
  lastOf(id: CommandId): LogEntry | undefined {
    return this.#lastOf.get(id);
  }

  /** Lines that have just become durable, in one commit. */
  add(entries: readonly LogEntry[]): void {
    const before = new Set(this.#lastOf.keys());
    for (const entry of entries) {
      const last = this.entries.at(-1);
      holds(entry.seq === this.head + 1, 'INV-9', () => `entry ${entry.seq} follows entry ${this.head}`);
      holds(
        entry.prev === (last?.hash ?? genesisHash),
        'INV-1',
        () => `entry ${entry.seq} does not join the chain`,
      );
      holds(
        entry.hash === this.#sha256(hashedText(entry)),
        'INV-1',
        () => `entry ${entry.seq} has a wrong hash`,
      );
      holds(
        entry.epoch >= (last?.epoch ?? 0),
        'INV-10',
        () => `entry ${entry.seq} goes back to epoch ${entry.epoch}`,
      );
      holds(!before.has(entry.commandId), 'INV-2', () => `command ${entry.commandId} has a second effect`);
      this.entries.push(entry);
      this.#lastOf.set(entry.commandId, entry);
      judgeVoteLine({ entry, votes: this.votes, presence: this.presence });
      addToCount(this.votes, entry);
      this.#judgeBallot(entry);
      for (const audit of this.#audits) audit.take(entry);
    }
  }

  /** A record as the hub says it now, set beside what follows from the log. */
  judge(record: WireRecord): void {
    this.seating.judge(record);
    this.presence.judge(record);
    this.floor.judge(record);
    this.copies.judge(record);
  }

  get #audits() {
    return [this.seating, this.presence, this.floor, this.copies, this.lines];
  }

  /** The hub says this answer to somebody. */
  answered(id: CommandId, answer: CommandAnswer): void {
    if (answer.status === 'unavailable') return;
    const text = JSON.stringify(answer);
    const first = this.answers.get(id);
    holds(
      first === undefined || first === text,
      'INV-2',
      () => `${id} was answered ${first}, and now ${text}`,
    );
    this.answers.set(id, text);
    if (answer.status !== 'accepted') return;
    const last = this.#lastOf.get(id);
    holds(last !== undefined, 'INV-1', () => `${id} is answered as accepted and not in the log`);
    const inLog = { epoch: last.epoch, seq: last.seq, receipt: checkCode(last.hash) };
    const said = { epoch: answer.epoch, seq: answer.seq, receipt: answer.receipt };
    holds(
      JSON.stringify(inLog) === JSON.stringify(said),
      'INV-1',
      () => `${id} is answered ${text}, the log has ${JSON.stringify(inLog)}`,
    );

    const isLate = last.type === 'ballot/arrived-late';
    holds(
      (answer.note === 'late') === isLate,
      'INV-3',
      () => `${id} is answered with note ${answer.note}, the log has ${last.type}`,
    );
  }

  #judgeBallot(entry: LogEntry): void {
    if (entry.type !== 'ballot/cast' && entry.type !== 'ballot/arrived-late') return;
    const vote = this.votes.get(entry.payload.voteId);
    holds(vote !== undefined, 'INV-3', () => `entry ${entry.seq} is a ballot in no vote`);
    const isBehind = vote.lockedSeq !== null;
    holds(
      isBehind === (entry.type === 'ballot/arrived-late'),
      'INV-3',
      () =>
        `entry ${entry.seq} is ${entry.type}, the lock is ${vote.lockedSeq === null ? 'not there yet' : `entry ${vote.lockedSeq}`}`,
    );
    holds(
      vote.electorate.includes(entry.payload.participantId),
      'INV-3',
      () => `entry ${entry.seq} is a ballot of somebody without the right`,
    );
    holds(
      entry.actor.participantId === entry.payload.participantId,
      'INV-2',
      () => `entry ${entry.seq} is a ballot in another person’s name`,
    );
  }
}

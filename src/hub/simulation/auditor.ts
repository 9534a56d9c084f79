import type { RoomFacts } from '../../shared/bridge/bridge.ts';
import type { OutboxEntry } from '../../shared/link/outbox-entry.ts';
import type { DownMessage } from '../../shared/protocol/down.ts';
import type { UpMessage } from '../../shared/protocol/up.ts';
import type { CommandId } from '../../shared/records/ids.ts';
import type { RecordBody, RecordKind } from '../../shared/records/registry.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import type { LogEntry } from '../room/log-entry.ts';
import { HistoryAudit } from './audit-history.ts';
import { mustBeCounted, mustBeRight } from './audit-tally.ts';
import type { Lineage } from './lineage.ts';
import type { Terminal, TerminalWatch } from './terminal.ts';
import { holds } from './violation.ts';
import { isOfWhoIsHere } from './wholeness.ts';

/**
 * Watches a run from outside and knows only what was written, said, shown and kept. Each of its methods is called the
 * moment the thing happens and throws a `Violation` when an invariant of the design does not hold then.
 */
export class Auditor implements TerminalWatch {
  commands = 0;
  accepted = 0;
  late = 0;
  /** Who made each command id, by the terminals' own telling. */
  readonly #makers = new Map<string, string>();
  /** Commands whose person was told that they are safe on the terminal. */
  readonly #kept = new Map<Terminal, Map<CommandId, OutboxEntry>>();
  /** Commands whose person was shown a final answer. */
  readonly #answered = new Map<Terminal, Set<CommandId>>();
  /** Commands of which a hub has said that it does not have them. */
  readonly #disowned = new Set<CommandId>();
  readonly #lineages = new Set<Lineage>();
  readonly #highestEpoch = new Map<Terminal, number>();
  readonly #judged = new WeakSet<readonly WireRecord[]>();
  /** One, but for a folder that was copied by hand. */
  readonly #ownersOfEpoch = new Map<number, Set<Lineage>>();
  readonly #histories = new HistoryAudit();

  /** Somebody copies the folder of a hub and starts the copy in the same epoch, as nobody should. */
  copied(origin: Lineage, copy: Lineage): void {
    this.#histories.copied(origin, copy);
  }

  /** The hub itself may make commands at its start and for sign-ins; their ids are told here, as terminals tell theirs. */
  made(maker: string, id: CommandId): void {
    holds(!this.#makers.has(id), 'INV-2', () => `${id} was made twice`);
    this.#makers.set(id, maker);
    this.commands += 1;
  }

  kept(terminal: Terminal, entry: OutboxEntry): void {
    const kept = this.#kept.get(terminal) ?? new Map<CommandId, OutboxEntry>();
    this.#kept.set(terminal, kept.set(entry.id, entry));
    this.#mustHold(terminal, terminal.entries, entry.id);
  }

  shown(terminal: Terminal, entries: readonly OutboxEntry[]): void {
    for (const id of this.#kept.get(terminal)?.keys() ?? []) this.#mustHold(terminal, entries, id);
    const answered = this.#answered.get(terminal) ?? new Set<CommandId>();
    this.#answered.set(terminal, answered);
    for (const { id, answer } of entries) {
      const mayWait = !answered.has(id) || this.#isLost(terminal, id);
      holds(
        answer !== null || mayWait,
        'INV-4',
        () => `${id} was answered on ${terminal.plan.name} and waits again`,
      );
      if (answer === null) answered.delete(id);
      else answered.add(id);
    }
  }

  /** True for a command that the hub which this terminal heard last was restored without (SEAT-4). */
  #isLost(terminal: Terminal, id: CommandId): boolean {
    // It was lost when the hub was asked; by now it may have been sent again.
    if (this.#disowned.has(id)) return true;
    // Not the epoch it hears now: what it noted just before its power was cut, it shows before it hears anybody.
    const epoch = this.#highestEpoch.get(terminal) ?? 0;
    const owners = this.#ownersOfEpoch.get(epoch);
    return owners === undefined ? epoch > 1 : [...owners].some((lineage) => lineage.lastOf(id) === undefined);
  }

  welcomed(terminal: Terminal, room: RoomFacts): void {
    const highest = this.#highestEpoch.get(terminal) ?? 0;
    holds(
      room.epoch >= highest,
      'INV-10',
      () => `${terminal.plan.name} accepts epoch ${room.epoch} after ${highest}`,
    );
    this.#highestEpoch.set(terminal, room.epoch);
  }

  stored(terminal: Terminal, records: readonly WireRecord[]): void {
    this.#histories.stored(terminal.plan.name, terminal.disk.replica, records);
    for (const record of records) this.#mayBeSeen(terminal, record);
  }

  /** Somebody looks at a terminal: where it has the floor as the log has it, it must show it so. */
  seen(terminal: Terminal): void {
    // With whose eyes its records were seen: a console where nobody is signed in does not see everything.
    const seenBy = terminal.disk.replica?.room;
    const lineage = this.#lineageOn(terminal);
    if (lineage === null || seenBy?.participantId === null) return;
    if (terminal.reached < lineage.floor.changedAt) return;
    lineage.floor.judgeScreen(terminal.plan.name, bodiesOf(terminal, 'speech'));
  }

  /** Whose records a terminal holds; null where that cannot be told. */
  #lineageOn({ disk }: Terminal): Lineage | null {
    const owners = [...(this.#ownersOfEpoch.get(disk.replica?.room.epoch ?? 0) ?? [])];
    if (disk.replica === null || owners.length < 2) return owners[0] ?? null;
    const possible = this.#histories.historiesOf(disk.replica).filter((lineage) => owners.includes(lineage));
    return possible.length === 1 ? (possible[0] ?? null) : null;
  }

  /** Lines of a hub's log are on its disk. */
  committed(lineage: Lineage, entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      const owners = this.#ownersOfEpoch.get(entry.epoch) ?? new Set([lineage]);
      for (const owner of owners)
        holds(
          owner === lineage || this.#histories.areOfOneFolder(owner, lineage),
          'INV-10',
          () => `two hubs write in epoch ${entry.epoch}: ${owner.name}, ${lineage.name}`,
        );
      this.#ownersOfEpoch.set(entry.epoch, owners.add(lineage));
      holds(
        lineage.fencedBy <= entry.epoch,
        'INV-10',
        () => `${lineage.name} writes in epoch ${entry.epoch} after it was shown epoch ${lineage.fencedBy}`,
      );
      holds(this.#makers.has(entry.commandId), 'INV-2', () => `nobody ever made ${entry.commandId}`);
    }
    this.#lineages.add(lineage);
    lineage.add(entries);
  }

  /** A hub hears a message. */
  heard(lineage: Lineage, epoch: number, message: UpMessage): void {
    if (message.type !== 'hello' || message.epochSeen <= epoch) return;
    lineage.fencedBy = Math.max(lineage.fencedBy, message.epochSeen);
  }

  /** A hub says a message to the terminal at the other end. */
  said(lineage: Lineage, message: DownMessage): void {
    switch (message.type) {
      case 'answer':
        lineage.answered(message.id, message.answer);
        if (message.answer.status === 'accepted') this.accepted += 1;
        if (message.answer.status === 'accepted' && message.answer.note === 'late') this.late += 1;
        return;
      case 'poke':
        holds(
          message.seq <= lineage.head,
          'INV-1',
          () => `a poke tells of ${message.seq}, the log ends at ${lineage.head}`,
        );
        this.#histories.said(lineage, message.records);
        return this.#judge(lineage, message.records);
      case 'page':
        holds(
          message.upTo <= lineage.head,
          'INV-1',
          () => `a page tells of ${message.upTo}, the log ends at ${lineage.head}`,
        );
        this.#histories.said(lineage, message.records);
        return this.#judge(lineage, message.records);
      case 'welcome':
        holds(
          message.seq <= lineage.head,
          'INV-1',
          () => `a welcome tells of ${message.seq}, the log ends at ${lineage.head}`,
        );
        return;
      case 'recollected':
        for (const id of message.asked) if (!message.known.includes(id)) this.#disowned.add(id);
        return;
      case 'pong':
      case 'prove':
      case 'rejected':
      case 'roster':
      case 'pointer':
    }
  }

  /**
   * Everything has healed: each outbox is in a definite state, what was accepted is in the log in force, and what the
   * terminal shows of votes and ballots is what a recount of that log gives.
   */
  settled(terminal: Terminal, inForce: Lineage): void {
    for (const record of terminal.records.values()) {
      if (record.body !== null) mustBeCounted(inForce, record.kind, record.body);
    }
    this.seen(terminal);
    if (terminal.plan.surface === 'clerk')
      inForce.lines.judgeScreen(terminal.plan.name, bodiesOf(terminal, 'record-line'));
    for (const entry of terminal.entries) {
      const { answer, id } = entry;
      if (!isOfWhoIsHere(terminal, entry)) continue;
      holds(answer !== null, 'INV-4', () => `${id} still waits on ${terminal.plan.name}`);
      if (answer.status !== 'accepted') continue;
      holds(
        inForce.lastOf(id) !== undefined,
        'INV-1',
        () => `${id} is shown as accepted and not in the log in force`,
      );
      inForce.answered(id, answer);
    }
  }

  #mustHold(terminal: Terminal, entries: readonly OutboxEntry[], id: CommandId): void {
    const isHeld = entries.some((entry) => entry.id === id);
    holds(isHeld, 'INV-1', () => `${id} was said to be safe on ${terminal.plan.name} and is gone`);
  }

  #mayBeSeen(terminal: Terminal, record: WireRecord): void {
    const { surface, name } = terminal.plan;
    const here = terminal.disk.replica?.room.participantId ?? null;
    if (record.body === null) return;
    if (record.kind === 'ballot') {
      const { participantId } = record.body as RecordBody<'ballot'>;
      holds(participantId === here, 'INV-11', () => `${name} holds ${record.key}`);
    }
    if (surface === 'chair' || surface === 'clerk') return;
    holds(
      record.kind !== 'vote-progress' && (record.kind !== 'vote-roll' || isShown(record)),
      'INV-11',
      () => `${name} holds ${record.key}`,
    );
    const rule = ofConsoles[record.kind];
    holds(rule === undefined, rule ?? '', () => `${name} holds ${record.key}`);
    const author = authorOf(record);
    holds(
      author === undefined || author.personId === `person-${here}`,
      author?.rule ?? '',
      () => `${name} holds ${record.key} of ${author?.personId}, where ${here} is`,
    );
    if (record.kind !== 'tally') return;
    const { voteId } = record.body as RecordBody<'tally'>;
    const isAnnounced = [...this.#lineages].some((one) => one.votes.get(voteId)?.announcedSeq);
    holds(isAnnounced, 'INV-11', () => `${name} holds ${record.key} before its announcement`);
  }

  /** Sets what a hub says of its records beside its log; what is said to many is judged once. */
  #judge(lineage: Lineage, records: readonly WireRecord[]): void {
    if (this.#judged.has(records)) return;
    this.#judged.add(records);
    for (const record of records) {
      lineage.judge(record);
      if (record.kind === 'tally' && record.body !== null)
        mustBeRight(lineage, record.body as RecordBody<'tally'>, record.seq);
    }
  }
}

function bodiesOf<Kind extends RecordKind>(terminal: Terminal, kind: Kind): RecordBody<Kind>[] {
  const bodies: RecordBody<Kind>[] = [];
  for (const record of terminal.records.values())
    if (record.kind === kind && record.body !== null) bodies.push(record.body as RecordBody<Kind>);
  return bodies;
}

/** Records that leave the consoles for nobody, and the rule that says so. */
const ofConsoles: Partial<Record<string, string>> = {
  'paper-copies': 'COPY-3',
  'record-line': 'LINE-3',
};

/** Whose a record is that only one person and the consoles may see; undefined for all others. */
function authorOf({
  kind,
  body,
}: WireRecord): { readonly personId: string | null; readonly rule: string } | undefined {
  if (kind === 'opinion')
    return { personId: `person-${(body as RecordBody<'opinion'>).participantId}`, rule: 'OPN-1' };
  if (kind === 'call') return { personId: (body as RecordBody<'call'>).personId, rule: 'CALL-2' };
  if (kind !== 'count') return undefined;
  const { viewerId } = body as RecordBody<'count'>;
  return { personId: viewerId === null ? null : `person-${viewerId}`, rule: 'INV-11' };
}

function isShown({ body }: WireRecord): boolean {
  return (body as RecordBody<'vote-roll'>).shown;
}

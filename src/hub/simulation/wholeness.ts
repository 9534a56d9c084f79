import type { OutboxEntry } from '../../shared/link/outbox-entry.ts';
import type { ParticipantId } from '../../shared/records/ids.ts';
import { present } from '../../shared/std/must.ts';
import type { Terminal } from './terminal.ts';
import { Violation } from './violation.ts';
import type { World } from './world.ts';

/** Judges whether a room is whole: everybody linked, nothing waiting, every replica equal to what the hub shows. */
export class Wholeness {
  readonly #world: World;
  /** Texts of record bodies, which replicas share and nobody changes. */
  readonly #texts = new WeakMap<object, string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** What still keeps the room from being whole; null when nothing does. */
  lack(absent: ReadonlySet<ParticipantId>): Violation | null {
    const { terminals } = this.#world;
    for (const terminal of terminals) {
      const lack = this.#linkOf(terminal, absent) ?? this.#outboxOf(terminal);
      if (lack !== null) return lack;
    }
    for (const terminal of terminals) {
      const difference = this.#differenceOf(terminal);
      if (difference !== null) return new Violation('INV-9', difference);
    }
    return null;
  }

  #linkOf({ plan, room, status }: Terminal, absent: ReadonlySet<ParticipantId>): Violation | null {
    const { epoch, name } = this.#world.hubInForce;
    if (status !== 'live' || room?.epoch !== epoch) {
      return new Violation('INV-9', `${plan.name} is not linked with ${name}`);
    }
    const { hubInForce } = this.#world;
    const person = plan.surface === 'seat' ? hubInForce.personAt(plan.seat) : plan.owner;
    if (person !== null && !absent.has(person) && room.participantId !== person)
      return new Violation('INV-9', `${plan.name} has nobody signed in`);
    if (room.participantId === null || room.participantId === person) return null;
    return new Violation('SEAT-2', `${plan.name} has ${room.participantId} signed in, who sits elsewhere`);
  }

  /** What waits of somebody who sits elsewhere now waits for that person to come back. */
  #outboxOf(terminal: Terminal): Violation | null {
    const { hubInForce } = this.#world;
    for (const entry of terminal.entries) {
      const { id, answer } = entry;
      const isConfirmed = this.#isConfirmed(entry, terminal);
      if (answer?.status === 'accepted' && isConfirmed && !hubInForce.knows(id))
        return new Violation('SEAT-4', `${id} is shown as accepted, and ${hubInForce.name} has lost it`);
      if (answer?.status === 'accepted' && !isConfirmed && !isOfWhoIsHere(terminal, entry))
        return new Violation('SEAT-4', `nobody has asked whether the restored hub has ${id}`);
      if (!isOfWhoIsHere(terminal, entry)) continue;
      if (answer === null) return new Violation('INV-4', `${id} still waits on ${terminal.plan.name}`);
      if (answer.status === 'accepted' && !isConfirmed) {
        return new Violation('INV-1', `${id} was accepted and has not been given to the restored hub`);
      }
    }
    return null;
  }

  /** The hub in force has said so, in the history that the terminal goes by. */
  #isConfirmed({ confirmedEpoch, confirmedHistory }: OutboxEntry, { room }: Terminal): boolean {
    return confirmedEpoch >= this.#world.hubInForce.epoch && confirmedHistory >= (room?.history ?? 0);
  }

  /** Where the replica of a terminal differs from what the hub shows to its viewer. */
  #differenceOf(terminal: Terminal): string | null {
    const shown = this.#world.hubInForce.shownTo(present(terminal.room, 'a room').viewer);
    const { name } = terminal.plan;
    let count = 0;
    for (const { key, seq, body } of terminal.records.values()) {
      if (body === null) continue;
      count += 1;
      const right = shown.get(key);
      if (right === undefined) return `${name} holds ${key}, which it may not see`;
      if (right.seq !== seq) return `${name} holds ${key} of ${seq}, the hub of ${right.seq}`;
      if (this.#textOf(right.body) !== this.#textOf(body)) return `${name} holds another ${key}`;
    }
    return count === shown.size ? null : `${name} holds ${count} records of ${shown.size}`;
  }

  #textOf(body: object): string {
    const known = this.#texts.get(body);
    if (known !== undefined) return known;
    const text = JSON.stringify(body);
    this.#texts.set(body, text);
    return text;
  }
}

/** True for a command of the person who is signed in at the terminal: only those are sent. */
export function isOfWhoIsHere(terminal: Terminal, entry: OutboxEntry): boolean {
  return entry.participantId === (terminal.room?.participantId ?? null);
}

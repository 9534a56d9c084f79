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
  lack(absent: ReadonlySet<Terminal>): Violation | null {
    const { terminals } = this.#world;
    for (const terminal of terminals) {
      const lack = this.#linkOf(terminal, absent.has(terminal)) ?? this.#outboxOf(terminal);
      if (lack !== null) return lack;
    }
    for (const terminal of terminals) {
      const difference = this.#differenceOf(terminal);
      if (difference !== null) return new Violation('INV-9', difference);
    }
    return null;
  }

  #linkOf({ plan, room, status }: Terminal, isAbsent: boolean): Violation | null {
    const { epoch, name } = this.#world.hubInForce;
    if (status !== 'live' || room?.epoch !== epoch) {
      return new Violation('INV-9', `${plan.name} is not linked with ${name}`);
    }
    const isExpected = plan.owner !== null && !isAbsent;
    if (!isExpected || room.participantId === plan.owner) return null;
    return new Violation('INV-9', `${plan.name} has nobody signed in`);
  }

  #outboxOf(terminal: Terminal): Violation | null {
    const { epoch } = this.#world.hubInForce;
    for (const { id, answer, confirmedEpoch } of terminal.entries) {
      if (answer === null) return new Violation('INV-4', `${id} still waits on ${terminal.plan.name}`);
      if (answer.status === 'accepted' && confirmedEpoch < epoch) {
        return new Violation('INV-1', `${id} was accepted and has not been given to the restored hub`);
      }
    }
    return null;
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

import type { CommandIntent, CommandType } from '../../shared/protocol/commands/command-schemas.ts';
import type { ParticipantId } from '../../shared/records/ids.ts';
import type { RecordBody, RecordKind } from '../../shared/records/registry.ts';
import type { Chance } from './chance.ts';
import type { Terminal } from './terminal.ts';

/** What a person does next after a look at his or her screen; null for nothing. */
export type Habit = (look: Look, chance: Chance) => CommandIntent | null;

/** One look at a terminal: its records by kind, who is there, and what waits for an answer. */
export class Look {
  /** Whom the terminal takes for the person before it. */
  readonly me: ParticipantId | null;
  readonly terminal: Terminal;
  readonly #bodies = new Map<RecordKind, unknown[]>();

  constructor(terminal: Terminal) {
    this.terminal = terminal;
    this.me = terminal.session?.participantId ?? null;
    for (const { kind, body } of terminal.records.values()) {
      if (body === null) continue;
      const known = this.#bodies.get(kind);
      if (known === undefined) this.#bodies.set(kind, [body]);
      else known.push(body);
    }
  }

  /** The records of one kind on the screen. */
  on<Kind extends RecordKind>(kind: Kind): RecordBody<Kind>[] {
    return (this.#bodies.get(kind) ?? []) as RecordBody<Kind>[];
  }

  isAskedFor(command: CommandType): boolean {
    return this.terminal.entries.some((entry) => entry.answer === null && entry.command === command);
  }

  /** An id for something new; no other terminal and no other look makes the same. */
  newId(): string {
    return `${this.terminal.plan.name}.${this.terminal.made}`;
  }

  get meeting(): RecordBody<'meeting'> | null {
    return this.on('meeting')[0] ?? null;
  }

  get currentItem(): RecordBody<'agenda-item'> | null {
    return this.on('agenda-item').find((item) => item.state === 'current') ?? null;
  }
}

/** What the first of several habits asks for that asks for anything. */
export function firstOf(...habits: readonly Habit[]): Habit {
  return (look, chance) => {
    for (const habit of habits) {
      const intent = habit(look, chance);
      if (intent !== null) return intent;
    }
    return null;
  };
}

/** A habit that one has now and then. */
export function sometimes(probability: number, habit: Habit): Habit {
  return (look, chance) => (chance.happens(probability) ? habit(look, chance) : null);
}

/** People wait for the answer before they ask for the same once more. */
export function patiently(habit: Habit): Habit {
  return (look, chance) => {
    const intent = habit(look, chance);
    return intent !== null && look.isAskedFor(intent.type) ? null : intent;
  };
}

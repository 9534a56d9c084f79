import type { OutboxEntry } from '../../data/commands.ts';
import {
  commandSchemas,
  type CommandPayload,
  type CommandType,
} from '../../../shared/protocol/commands/command-schemas.ts';

/** A command of this terminal that the hub has not taken, with what it carries. */
export interface OwnCommand<Type extends CommandType> {
  readonly entry: OutboxEntry;
  readonly payload: CommandPayload<Type>;
}

/** The commands of one type that this terminal keeps and whose answers nobody has put away, in the order they were made. */
export function ownCommands<Type extends CommandType>(
  outbox: readonly OutboxEntry[],
  type: Type,
): readonly OwnCommand<Type>[] {
  return outbox.flatMap((entry) => {
    if (entry.command !== type || entry.dismissed) return [];
    const parsed = commandSchemas[type].safeParse(entry.payload);
    // The schema is that of the type, which the compiler cannot follow through the table.
    return parsed.success ? [{ entry, payload: parsed.data as CommandPayload<Type> }] : [];
  });
}

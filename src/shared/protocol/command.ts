import { z } from 'zod';
import { commandId, moment } from '../records/ids.ts';
import { commandSchemas, type CommandIntent, type CommandType } from './commands/command-schemas.ts';
import type { CommandId } from '../records/ids.ts';
import type { RefusalCode } from '../refusals/refusal-table.ts';
import { ok, refused, type Result } from '../std/result.ts';

/** What a person asks for. Its id names the effect: sent twice, it has one effect and one answer. */
export const commandMessage = z.strictObject({
  type: z.literal('command'),
  id: commandId,
  /** A type of `commandSchemas`; an unknown one is refused with a code, not with a broken connection. */
  command: z.string().min(1).max(64),
  payload: z.unknown(),
  /** The terminal's clock when it was made; shown to people, never used for order. */
  madeAt: moment,
});
export type CommandMessage = z.infer<typeof commandMessage>;

/** A command whose payload has been parsed by the schema of its type. */
export type Command = CommandIntent & { readonly id: CommandId; readonly madeAt: number };

function isCommandType(text: string): text is CommandType {
  return Object.hasOwn(commandSchemas, text);
}

/** Parses the inside of a command message, or says with which code it is refused. */
export function parseCommand(message: CommandMessage): Result<Command, RefusalCode> {
  if (!isCommandType(message.command)) return refused('command/unknown');
  const parsed = commandSchemas[message.command].safeParse(message.payload);
  if (!parsed.success) return refused('command/malformed');
  const intent = { type: message.command, payload: parsed.data } as CommandIntent;
  return ok({ ...intent, id: message.id, madeAt: message.madeAt });
}

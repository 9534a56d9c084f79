import type { Actor } from '../room/log-entry.ts';
import type { Room } from '../room/room.ts';
import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import type { CommandId } from '../../shared/records/ids.ts';

/** Asks the room in the name of `actor`, and resolves with its answer once that is durable. */
export type Ask = (intent: CommandIntent, actor: Actor) => Promise<CommandAnswer>;

/** Commands that the hub makes itself, each with an id of its own. */
export function createAsk(room: Pick<Room, 'submit'>, newCommandId: () => CommandId, now: () => number): Ask {
  return (intent, actor) =>
    new Promise((resolve) => room.submit({ ...intent, id: newCommandId(), madeAt: now() }, actor, resolve));
}

/** The hub itself, at start-up. */
export const hubActor: Actor = { deviceId: null, surface: null, personId: null, participantId: null };

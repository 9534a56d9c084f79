import type { CommandIntent } from '../../src/shared/protocol/commands/command-schemas.ts';
import { protocolVersion } from '../../src/shared/protocol/version.ts';
import type { Checkpoint } from '../../src/shared/records/wire-record.ts';
import { newId } from '../../src/hub/transport/secrets.ts';
import type { Tokens } from '../room/prepared-room.ts';

/** The first message of a terminal. */
export function helloOf(tokens: Tokens, have: Checkpoint | null = null): string {
  return JSON.stringify({ type: 'hello', protocol: protocolVersion, ...tokens, epochSeen: 0, have });
}

/** A command with an id of its own, as a terminal sends it. */
export function commandText({ type, payload }: CommandIntent): string {
  return JSON.stringify({ type: 'command', id: newId('c'), command: type, payload, madeAt: Date.now() });
}

import type { CommandType } from './commands/command-schemas.ts';

/** Commands with which a terminal speaks for itself, whoever is signed in at it, and for no other seat. */
export const terminalCommands = [
  'recall/acknowledge',
  'call/make',
  'call/cancel',
] as const satisfies readonly CommandType[];
export type TerminalCommand = (typeof terminalCommands)[number];

export function isOfTerminal(type: string): type is TerminalCommand {
  return (terminalCommands as readonly string[]).includes(type);
}

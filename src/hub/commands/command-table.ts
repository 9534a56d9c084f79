import type { HubCommand } from './hub-command.ts';

/** Loads a command when it is asked for, so that starting a hub does not load them all. */
export type CommandLoader = () => Promise<HubCommand>;

/** The words after `npm run hub --`, in the order of the help. */
export const commandTable: Readonly<Record<string, CommandLoader>> = {
  run: async () => (await import('./run-command.ts')).runCommand,
  'make-room': async () => (await import('./make-room-command.ts')).makeRoomCommand,
  'it-password': async () => (await import('./it-password-command.ts')).itPasswordCommand,
  pair: async () => (await import('./pair-command.ts')).pairCommand,
  revoke: async () => (await import('./revoke-command.ts')).revokeCommand,
  backup: async () => (await import('./backup-command.ts')).backupCommand,
  restore: async () => (await import('./restore-command.ts')).restoreCommand,
  'import-update': async () => (await import('./import-update-command.ts')).importUpdateCommand,
  'roll-out': async () => (await import('./roll-out-command.ts')).rollOutCommand,
  'print-policy': async () => (await import('./print-policy-command.ts')).printPolicyCommand,
  doctor: async () => (await import('./doctor-command.ts')).doctorCommand,
};

import type { Meeting } from '../../shared/records/meeting.ts';
import type { CommandPayload, CommandType } from '../../shared/protocol/commands/command-schemas.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { Actor, EntryPayload } from './log-entry.ts';

/**
 * What may still be asked about a meeting whose papers have been recalled: signing in at it, saying that they are gone,
 * and bringing in notes that were made before. Everything else is over.
 */
const afterRecall: ReadonlySet<CommandType> = new Set([
  'recall/acknowledge',
  'attendance/sign-in',
  'layer/append',
]);

/** Whether the recall of the meeting stands against a command. */
export function recallRefusal(type: CommandType, meeting: Meeting): RefusalCode | null {
  return meeting.recalledAt !== null && !afterRecall.has(type) ? 'meeting/recalled' : null;
}

/** What a terminal's acknowledgement becomes in the log. */
export function acknowledgement(
  payload: CommandPayload<'recall/acknowledge'>,
  meeting: Meeting,
  { deviceId, surface }: Actor,
): Result<EntryPayload<'recall/acknowledged'>, RefusalCode> {
  if (meeting.recalledAt === null) return refused('meeting/wrong-state');
  if (deviceId === null || surface === null) return refused('access/unknown-device');
  return ok({ ...payload, deviceId, surface });
}

import { answerMessage } from '../../shared/protocol/answer.ts';
import type { CommandId } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';

/** A command that has been refused for good. */
export interface RefusedCommand {
  readonly commandId: CommandId;
  readonly code: RefusalCode;
}

const answerStart = '{"type":"answer"';
const refusedMark = '"status":"refused"';

/**
 * The refusal that a message on its way down tells, or null. The room keeps no log for people; what goes down says all
 * that they should find there. Costs a look at the first letters for every other message.
 */
export function refusalIn(text: string): RefusedCommand | null {
  if (!text.startsWith(answerStart) || !text.includes(refusedMark)) return null;
  const { id, answer } = answerMessage.parse(JSON.parse(text));
  return answer.status === 'refused' ? { commandId: id, code: answer.code } : null;
}

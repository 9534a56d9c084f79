import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import { checkCode } from '../../shared/std/base32.ts';
import { Fault } from '../../shared/std/must.ts';
import { takeChoice } from './choices.ts';
import type { LogEntry } from './log-entry.ts';
import { write, type RecordChange, type RoomState } from './room-state.ts';

/**
 * Takes an entry with its changes into the state, in place; the one function that changes it.
 * An entry out of order is a fault.
 */
export function apply(state: RoomState, entry: LogEntry, changes: readonly RecordChange[]): void {
  if (entry.seq !== state.seq + 1 || entry.prev !== state.head)
    throw new Fault(`entry ${entry.seq} does not follow ${state.seq}`);
  state.seq = entry.seq;
  state.head = entry.hash;
  takeChoice(state.choices, entry);
  state.answers.set(entry.commandId, { intent: entry.intent, answer: answerOf(entry) });
  for (const change of changes) write(state, change, entry.seq);
}

/** The answer to the command whose last entry this is; the same whenever it is asked for again. */
function answerOf(entry: LogEntry): CommandAnswer {
  const { epoch, seq } = entry;
  if (entry.type === 'command/refused') return { status: 'refused', epoch, seq, code: entry.payload.code };
  const note = entry.type === 'ballot/arrived-late' ? 'late' : 'none';
  return { status: 'accepted', epoch, seq, receipt: checkCode(entry.hash), note };
}

import { capacityAt, permissionRefusal } from '../../shared/domain/permissions.ts';
import type { Meeting } from '../../shared/records/meeting.ts';
import type { Command } from '../../shared/protocol/command.ts';
import type { CommandType } from '../../shared/protocol/commands/command-schemas.ts';
import { refused } from '../../shared/std/result.ts';
import { attendanceRules } from './decide-attendance.ts';
import { countRules } from './decide-count.ts';
import { documentRules } from './decide-document.ts';
import { floorRules } from './decide-floor.ts';
import { layerRules } from './decide-layer.ts';
import { meetingRules } from './decide-meeting.ts';
import { messageRules } from './decide-message.ts';
import { paperRules } from './decide-papers.ts';
import { presentationRules } from './decide-presentation.ts';
import { recordRules } from './decide-record.ts';
import { recallRefusal } from './decide-recall.ts';
import { seatingRules } from './decide-seating.ts';
import { voteRules } from './decide-vote.ts';
import type { Actor } from './log-entry.ts';
import { read, type RoomState } from './room-state.ts';
import type { Decision, Rule, Rules } from './rule.ts';

const rules: Rules<CommandType> = {
  ...meetingRules,
  ...documentRules,
  ...attendanceRules,
  ...seatingRules,
  ...presentationRules,
  ...voteRules,
  ...countRules,
  ...layerRules,
  ...floorRules,
  ...messageRules,
  ...paperRules,
  ...recordRules,
};

/**
 * Decides a command against the state of the room. Pure: the same state, command and actor decide the same.
 * Order of checks: the thing exists, the table of rights, the rule of the command.
 */
export function decide(state: RoomState, command: Command, actor: Actor): Decision {
  return decideWith(rules[command.type], state, command, actor);
}

function decideWith(rule: Rule<CommandType>, state: RoomState, command: Command, actor: Actor): Decision {
  const asker = actor.participantId === null ? null : read(state, 'participant', actor.participantId);
  const capacity = capacityAt(actor.surface, asker?.roles ?? null);
  const meeting = rule.meetingOf(state, command.payload);
  if (!meeting.ok) return capacity === 'nobody' ? refused('access/not-signed-in') : refused(meeting.reason);
  const refusal = permissionRefusal(command.type, capacity, meeting.value?.state ?? null);
  if (refusal !== null) return refused(refusal);
  if (asker !== null && meeting.value !== null && asker.meetingId !== meeting.value.id && !rule.ofTerminal) {
    return refused('access/not-allowed');
  }
  const recall = meeting.value === null ? null : recallRefusal(command.type, meeting.value);
  if (recall !== null) return refused(recall);
  const { payload, madeAt } = command;
  return rule.decide({ state, payload, actor, asker, madeAt }, meeting.value as Meeting);
}

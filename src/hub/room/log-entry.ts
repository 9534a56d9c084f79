import { z } from 'zod';
import { surface } from '../../shared/records/audience.ts';
import {
  agendaItemId,
  commandId,
  deviceId,
  meetingId,
  moment,
  participantId,
  personId,
  voteId,
} from '../../shared/records/ids.ts';
import { refusalCodes } from '../../shared/refusals/refusal-table.ts';
import { absenceDecide } from '../../shared/protocol/commands/absence-decide.ts';
import { absenceReport } from '../../shared/protocol/commands/absence-report.ts';
import { attendanceLeave } from '../../shared/protocol/commands/attendance-leave.ts';
import { attendanceMarkMany } from '../../shared/protocol/commands/attendance-mark-many.ts';
import { bodyChange } from '../../shared/protocol/commands/body-change.ts';
import { seatMove } from '../../shared/protocol/commands/seat-move.ts';
import { substitutionDecide } from '../../shared/protocol/commands/substitution-decide.ts';
import { substitutionRequest } from '../../shared/protocol/commands/substitution-request.ts';
import { attendanceMark } from '../../shared/protocol/commands/attendance-mark.ts';
import { attendanceSignIn } from '../../shared/protocol/commands/attendance-sign-in.ts';
import { ballotAcceptLate } from '../../shared/protocol/commands/ballot-accept-late.ts';
import { ballotCast } from '../../shared/protocol/commands/ballot-cast.ts';
import { ballotIssuePaper } from '../../shared/protocol/commands/ballot-issue-paper.ts';
import { countConfirm } from '../../shared/protocol/commands/count-confirm.ts';
import { countEnter } from '../../shared/protocol/commands/count-enter.ts';
import { copyCollect } from '../../shared/protocol/commands/copy-collect.ts';
import { copyHandOut } from '../../shared/protocol/commands/copy-hand-out.ts';
import { copyPrepare } from '../../shared/protocol/commands/copy-prepare.ts';
import { copyUndo } from '../../shared/protocol/commands/copy-undo.ts';
import { documentAdd } from '../../shared/protocol/commands/document-add.ts';
import { documentReplace } from '../../shared/protocol/commands/document-replace.ts';
import { layerAppend } from '../../shared/protocol/commands/layer-append.ts';
import { documentTellWords } from '../../shared/protocol/commands/document-tell-words.ts';
import { announcementSend } from '../../shared/protocol/commands/announcement-send.ts';
import { announcementWithdraw } from '../../shared/protocol/commands/announcement-withdraw.ts';
import { callAnswer } from '../../shared/protocol/commands/call-answer.ts';
import { callMake } from '../../shared/protocol/commands/call-make.ts';
import { floorCall } from '../../shared/protocol/commands/floor-call.ts';
import { floorClear } from '../../shared/protocol/commands/floor-clear.ts';
import { floorExtend } from '../../shared/protocol/commands/floor-extend.ts';
import { floorGive } from '../../shared/protocol/commands/floor-give.ts';
import { floorMove } from '../../shared/protocol/commands/floor-move.ts';
import { floorPause } from '../../shared/protocol/commands/floor-pause.ts';
import { floorRequest } from '../../shared/protocol/commands/floor-request.ts';
import { floorResume } from '../../shared/protocol/commands/floor-resume.ts';
import { floorStop } from '../../shared/protocol/commands/floor-stop.ts';
import { floorWithdraw } from '../../shared/protocol/commands/floor-withdraw.ts';
import { opinionMark } from '../../shared/protocol/commands/opinion-mark.ts';
import { opinionSend } from '../../shared/protocol/commands/opinion-send.ts';
import { meetingCreate } from '../../shared/protocol/commands/meeting-create.ts';
import { presentationShow } from '../../shared/protocol/commands/presentation-show.ts';
import { recordEdit } from '../../shared/protocol/commands/record-edit.ts';
import { recordStrike } from '../../shared/protocol/commands/record-strike.ts';
import { recordWrite } from '../../shared/protocol/commands/record-write.ts';
import { recallAcknowledge } from '../../shared/protocol/commands/recall-acknowledge.ts';
import { voteChange } from '../../shared/protocol/commands/vote-change.ts';
import { votePrepare } from '../../shared/protocol/commands/vote-prepare.ts';
import { voteShowNames } from '../../shared/protocol/commands/vote-show-names.ts';
import { announcedResult, logHead, signature } from '../../shared/records/tally.ts';
import { canonicalJson } from '../../shared/std/canonical-json.ts';

const onMeeting = z.strictObject({ meetingId });
const onVote = z.strictObject({ voteId });

/** What can happen in a room, by type, in the past tense. Once written an entry's meaning never changes. */
export const entrySchemas = {
  'meeting/created': meetingCreate,
  'meeting/released': onMeeting,
  'meeting/opened': onMeeting,
  'meeting/closed': onMeeting,
  'meeting/recalled': onMeeting,
  'recall/acknowledged': recallAcknowledge.extend({ deviceId, surface }),
  'document/added': documentAdd,
  'document/replaced': documentReplace,
  'document/words-told': documentTellWords,
  'item/started': z.strictObject({ itemId: agendaItemId }),
  'item/paused': z.strictObject({ itemId: agendaItemId }),
  'item/resumed': z.strictObject({ itemId: agendaItemId }),
  'attendance/signed-in': attendanceSignIn.extend({ deviceId }),
  'attendance/marked': attendanceMark,
  'attendance/marked-many': attendanceMarkMany,
  'attendance/left': attendanceLeave,
  'absence/reported': absenceReport,
  'absence/decided': absenceDecide,
  'substitution/requested': substitutionRequest,
  'substitution/decided': substitutionDecide,
  'seat/moved': seatMove,
  'body/changed': bodyChange,
  'presentation/shown': presentationShow.extend({ presenterId: participantId.nullable() }),
  'presentation/stopped': onMeeting,
  'vote/prepared': votePrepare,
  'vote/changed': voteChange,
  'vote/withdrawn': onVote,
  /** `summoned` is left out where nobody in office is excused. */
  'vote/opened': onVote.extend({
    electorate: z.array(participantId),
    summoned: z.number().int().nonnegative().optional(),
  }),
  'vote/held': onVote,
  'vote/locked': onVote,
  /** The result, and the log up to the entry before, signed by the room; without all of it in logs of before. */
  'vote/announced': onVote.extend({
    head: logHead.optional(),
    result: announcedResult.optional(),
    signature: signature.optional(),
  }),
  'vote/names-shown': voteShowNames,
  'ballot/cast': ballotCast,
  'ballot/arrived-late': ballotCast,
  'ballot/late-decided': ballotAcceptLate,
  'ballot/paper-issued': ballotIssuePaper,
  'count/entered': countEnter,
  'count/confirmed': countConfirm,
  'copy/prepared': copyPrepare,
  'copy/handed-out': copyHandOut,
  'copy/collected': copyCollect,
  'copy/undone': copyUndo,
  'record/written': recordWrite.extend({ authorId: participantId.nullable() }),
  'record/edited': recordEdit,
  'record/struck': recordStrike,
  'layer/appended': layerAppend.extend({ personId }),
  'floor/requested': floorRequest.extend({ madeAt: moment }),
  'floor/withdrawn': floorWithdraw,
  'floor/given': floorGive,
  'floor/called': floorCall,
  'floor/moved': floorMove,
  'floor/paused': floorPause,
  'floor/resumed': floorResume,
  'floor/extended': floorExtend,
  'floor/stopped': floorStop,
  'floor/cleared': floorClear,
  'opinion/sent': opinionSend,
  'opinion/marked': opinionMark,
  'call/made': callMake,
  'call/answered': callAnswer,
  'call/cancelled': callAnswer,
  'announcement/sent': announcementSend,
  'announcement/withdrawn': announcementWithdraw,
  'command/refused': z.strictObject({ command: z.string(), code: z.enum(refusalCodes) }),
} as const;

export type EntryType = keyof typeof entrySchemas;
export type EntryPayload<Type extends EntryType> = z.infer<(typeof entrySchemas)[Type]>;

/** What happened: a type of entry with its payload. */
export type Happening = {
  [Type in EntryType]: { readonly type: Type; readonly payload: EntryPayload<Type> };
}[EntryType];

/** Who caused it. All null for the hub itself at start-up. */
export const actorSchema = z.strictObject({
  deviceId: deviceId.nullable(),
  surface: surface.nullable(),
  personId: personId.nullable(),
  participantId: participantId.nullable(),
});
export type Actor = z.infer<typeof actorSchema>;

/** The place of an entry in the chain. */
export const entryEnvelope = z.strictObject({
  epoch: z.number().int().positive(),
  /** Counts up by one, without a gap, over all epochs. */
  seq: z.number().int().positive(),
  /** The hub's clock; for people. */
  at: moment,
  /** The command that caused it. A command's entries are written in one commit. */
  commandId: commandId,
  /** SHA-256 (hex) of the canonical intent, so that an id reused for something else is recognised. */
  intent: z.string().regex(/^[0-9a-f]{64}$/),
  actor: actorSchema,
  /** Hash of the entry before; 64 zeros for the first. */
  prev: z.string().length(64),
  hash: z.string().length(64),
});

/** One line of the room's append-only log. */
export type LogEntry = z.infer<typeof entryEnvelope> & Happening;

/** The hash before the first entry. */
export const genesisHash = '0'.repeat(64);

/**
 * The text whose SHA-256 is an entry's `hash`: the canonical entry without that member. The members stand here in their
 * order, since every entry is encoded so, and a burst of ballots waits for it: ids, hashes and types hold no character
 * that JSON would escape (ids.ts), so they are not searched for one. `payloadText` is the canonical payload, where the
 * caller has it already.
 */
export function hashedText(
  entry: Omit<LogEntry, 'hash'>,
  payloadText = canonicalJson(entry.payload),
): string {
  const { epoch, seq, at, commandId: id, intent, actor, prev, type } = entry;
  const cause = `"actor":${actorText(actor)},"at":${at},"commandId":"${id}","epoch":${epoch}`;
  return `{${cause},"intent":"${intent}","payload":${payloadText},"prev":"${prev}","seq":${seq},"type":"${type}"}`;
}

/** The whole entry as JSON, made of its hashed text. */
export function wholeText(hashed: string, hash: string): string {
  return `${hashed.slice(0, -1)},"hash":"${hash}"}`;
}

function actorText({
  deviceId: device,
  participantId: participant,
  personId: person,
  surface: at,
}: Actor): string {
  const terminal = `"deviceId":${idText(device)},"participantId":${idText(participant)}`;
  return `{${terminal},"personId":${idText(person)},"surface":${idText(at)}}`;
}

/** An id in JSON; see {@link hashedText}. */
export function idText(id: string | null): string {
  return id === null ? 'null' : `"${id}"`;
}

import type { z } from 'zod';
import { absenceDecide } from './absence-decide.ts';
import { absenceReport } from './absence-report.ts';
import { attendanceLeave } from './attendance-leave.ts';
import { attendanceMarkMany } from './attendance-mark-many.ts';
import { attendanceMark } from './attendance-mark.ts';
import { attendanceSignIn } from './attendance-sign-in.ts';
import { ballotAcceptLate } from './ballot-accept-late.ts';
import { ballotCast } from './ballot-cast.ts';
import { ballotIssuePaper } from './ballot-issue-paper.ts';
import { countConfirm } from './count-confirm.ts';
import { countEnter } from './count-enter.ts';
import { copyCollect } from './copy-collect.ts';
import { copyHandOut } from './copy-hand-out.ts';
import { copyPrepare } from './copy-prepare.ts';
import { copyUndo } from './copy-undo.ts';
import { bodyChange } from './body-change.ts';
import { announcementSend } from './announcement-send.ts';
import { announcementWithdraw } from './announcement-withdraw.ts';
import { callAnswer } from './call-answer.ts';
import { callCancel } from './call-cancel.ts';
import { callMake } from './call-make.ts';
import { documentAdd } from './document-add.ts';
import { documentReplace } from './document-replace.ts';
import { documentTellWords } from './document-tell-words.ts';
import { itemPause } from './item-pause.ts';
import { itemResume } from './item-resume.ts';
import { itemStart } from './item-start.ts';
import { floorCall } from './floor-call.ts';
import { floorClear } from './floor-clear.ts';
import { floorExtend } from './floor-extend.ts';
import { floorGive } from './floor-give.ts';
import { floorMove } from './floor-move.ts';
import { floorPause } from './floor-pause.ts';
import { floorRequest } from './floor-request.ts';
import { floorResume } from './floor-resume.ts';
import { floorStop } from './floor-stop.ts';
import { floorWithdraw } from './floor-withdraw.ts';
import { layerAppend } from './layer-append.ts';
import { meetingClose } from './meeting-close.ts';
import { meetingCreate } from './meeting-create.ts';
import { meetingOpen } from './meeting-open.ts';
import { meetingRelease } from './meeting-release.ts';
import { meetingRecall } from './meeting-recall.ts';
import { opinionMark } from './opinion-mark.ts';
import { opinionSend } from './opinion-send.ts';
import { presentationShow } from './presentation-show.ts';
import { presentationStop } from './presentation-stop.ts';
import { recordEdit } from './record-edit.ts';
import { recordStrike } from './record-strike.ts';
import { recordWrite } from './record-write.ts';
import { recallAcknowledge } from './recall-acknowledge.ts';
import { seatMove } from './seat-move.ts';
import { substitutionDecide } from './substitution-decide.ts';
import { substitutionRequest } from './substitution-request.ts';
import { voteAnnounce } from './vote-announce.ts';
import { voteChange } from './vote-change.ts';
import { voteHold } from './vote-hold.ts';
import { voteLock } from './vote-lock.ts';
import { voteOpen } from './vote-open.ts';
import { votePrepare } from './vote-prepare.ts';
import { voteShowNames } from './vote-show-names.ts';
import { voteWithdraw } from './vote-withdraw.ts';

/** Every command that a person may ask for, by type. A new command is one file, one line here, one row of permissions. */
export const commandSchemas = {
  'meeting/create': meetingCreate,
  'meeting/release': meetingRelease,
  'meeting/open': meetingOpen,
  'meeting/close': meetingClose,
  'meeting/recall': meetingRecall,
  'recall/acknowledge': recallAcknowledge,
  'document/add': documentAdd,
  'document/replace': documentReplace,
  'document/tell-words': documentTellWords,
  'item/start': itemStart,
  'item/pause': itemPause,
  'item/resume': itemResume,
  'attendance/sign-in': attendanceSignIn,
  'attendance/mark': attendanceMark,
  'attendance/mark-many': attendanceMarkMany,
  'attendance/leave': attendanceLeave,
  'absence/report': absenceReport,
  'absence/decide': absenceDecide,
  'substitution/request': substitutionRequest,
  'substitution/decide': substitutionDecide,
  'seat/move': seatMove,
  'body/change': bodyChange,
  'presentation/show': presentationShow,
  'presentation/stop': presentationStop,
  'vote/prepare': votePrepare,
  'vote/change': voteChange,
  'vote/withdraw': voteWithdraw,
  'vote/open': voteOpen,
  'vote/hold': voteHold,
  'vote/lock': voteLock,
  'vote/announce': voteAnnounce,
  'vote/show-names': voteShowNames,
  'ballot/cast': ballotCast,
  'ballot/issue-paper': ballotIssuePaper,
  'ballot/accept-late': ballotAcceptLate,
  'count/enter': countEnter,
  'count/confirm': countConfirm,
  'layer/append': layerAppend,
  'floor/request': floorRequest,
  'floor/withdraw': floorWithdraw,
  'floor/give': floorGive,
  'floor/call': floorCall,
  'floor/move': floorMove,
  'floor/pause': floorPause,
  'floor/resume': floorResume,
  'floor/extend': floorExtend,
  'floor/stop': floorStop,
  'floor/clear': floorClear,
  'opinion/send': opinionSend,
  'opinion/mark': opinionMark,
  'call/make': callMake,
  'call/answer': callAnswer,
  'call/cancel': callCancel,
  'announcement/send': announcementSend,
  'announcement/withdraw': announcementWithdraw,
  'copy/prepare': copyPrepare,
  'copy/hand-out': copyHandOut,
  'copy/collect': copyCollect,
  'copy/undo': copyUndo,
  'record/write': recordWrite,
  'record/edit': recordEdit,
  'record/strike': recordStrike,
} as const;

export type CommandType = keyof typeof commandSchemas;
export const commandTypes = Object.keys(commandSchemas) as [CommandType, ...CommandType[]];

/** What a command of one type carries. */
export type CommandPayload<Type extends CommandType> = z.infer<(typeof commandSchemas)[Type]>;

/** A command's type with its payload, one union member per type. */
export type CommandIntent = {
  [Type in CommandType]: { readonly type: Type; readonly payload: CommandPayload<Type> };
}[CommandType];

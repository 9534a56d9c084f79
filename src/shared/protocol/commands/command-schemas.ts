import type { z } from 'zod';
import { attendanceMark } from './attendance-mark.ts';
import { attendanceSignIn } from './attendance-sign-in.ts';
import { ballotCast } from './ballot-cast.ts';
import { documentAdd } from './document-add.ts';
import { documentReplace } from './document-replace.ts';
import { documentTellWords } from './document-tell-words.ts';
import { itemStart } from './item-start.ts';
import { layerAppend } from './layer-append.ts';
import { meetingClose } from './meeting-close.ts';
import { meetingCreate } from './meeting-create.ts';
import { meetingOpen } from './meeting-open.ts';
import { meetingRelease } from './meeting-release.ts';
import { meetingRecall } from './meeting-recall.ts';
import { presentationShow } from './presentation-show.ts';
import { presentationStop } from './presentation-stop.ts';
import { recallAcknowledge } from './recall-acknowledge.ts';
import { voteAnnounce } from './vote-announce.ts';
import { voteHold } from './vote-hold.ts';
import { voteLock } from './vote-lock.ts';
import { voteOpen } from './vote-open.ts';
import { votePrepare } from './vote-prepare.ts';

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
  'attendance/sign-in': attendanceSignIn,
  'attendance/mark': attendanceMark,
  'presentation/show': presentationShow,
  'presentation/stop': presentationStop,
  'vote/prepare': votePrepare,
  'vote/open': voteOpen,
  'vote/hold': voteHold,
  'vote/lock': voteLock,
  'vote/announce': voteAnnounce,
  'ballot/cast': ballotCast,
  'layer/append': layerAppend,
} as const;

export type CommandType = keyof typeof commandSchemas;
export const commandTypes = Object.keys(commandSchemas) as [CommandType, ...CommandType[]];

/** What a command of one type carries. */
export type CommandPayload<Type extends CommandType> = z.infer<(typeof commandSchemas)[Type]>;

/** A command's type with its payload, one union member per type. */
export type CommandIntent = {
  [Type in CommandType]: { readonly type: Type; readonly payload: CommandPayload<Type> };
}[CommandType];

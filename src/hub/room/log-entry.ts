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
import { attendanceMark } from '../../shared/protocol/commands/attendance-mark.ts';
import { attendanceSignIn } from '../../shared/protocol/commands/attendance-sign-in.ts';
import { ballotCast } from '../../shared/protocol/commands/ballot-cast.ts';
import { documentAdd } from '../../shared/protocol/commands/document-add.ts';
import { documentReplace } from '../../shared/protocol/commands/document-replace.ts';
import { layerAppend } from '../../shared/protocol/commands/layer-append.ts';
import { documentTellWords } from '../../shared/protocol/commands/document-tell-words.ts';
import { meetingCreate } from '../../shared/protocol/commands/meeting-create.ts';
import { presentationShow } from '../../shared/protocol/commands/presentation-show.ts';
import { recallAcknowledge } from '../../shared/protocol/commands/recall-acknowledge.ts';
import { votePrepare } from '../../shared/protocol/commands/vote-prepare.ts';
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
  'attendance/signed-in': attendanceSignIn.extend({ deviceId }),
  'attendance/marked': attendanceMark,
  'presentation/shown': presentationShow.extend({ presenterId: participantId.nullable() }),
  'presentation/stopped': onMeeting,
  'vote/prepared': votePrepare,
  'vote/opened': onVote.extend({ electorate: z.array(participantId) }),
  'vote/held': onVote,
  'vote/locked': onVote,
  'vote/announced': onVote,
  'ballot/cast': ballotCast,
  'ballot/arrived-late': ballotCast,
  'layer/appended': layerAppend.extend({ personId }),
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
  intent: z.string(),
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
 * order, since every entry is encoded so. `payloadText` is the canonical payload, where the caller has it already.
 */
export function hashedText(
  entry: Omit<LogEntry, 'hash'>,
  payloadText = canonicalJson(entry.payload),
): string {
  const { epoch, seq, at, commandId: id, intent, actor, prev, type } = entry;
  const cause = `"actor":${actorText(actor)},"at":${at},"commandId":${canonicalJson(id)},"epoch":${epoch}`;
  const what = `"intent":${canonicalJson(intent)},"payload":${payloadText}`;
  return `{${cause},${what},"prev":${canonicalJson(prev)},"seq":${seq},"type":${canonicalJson(type)}}`;
}

function actorText({
  deviceId: device,
  participantId: participant,
  personId: person,
  surface: at,
}: Actor): string {
  const terminal = `"deviceId":${canonicalJson(device)},"participantId":${canonicalJson(participant)}`;
  return `{${terminal},"personId":${canonicalJson(person)},"surface":${canonicalJson(at)}}`;
}

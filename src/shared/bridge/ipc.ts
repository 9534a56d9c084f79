import { z } from 'zod';
import { commandSchemas, commandTypes, type CommandIntent } from '../protocol/commands/command-schemas.ts';
import {
  addDocumentQuery,
  added,
  exportedLog,
  httpRefusal,
  intakeFacts,
  replaced,
  replaceDocumentQuery,
  signInChoices,
} from '../protocol/http.ts';
import { pinText } from '../records/pin-text.ts';
import { sealedPart } from '../records/layer-part.ts';
import { pointedPlace } from '../protocol/point.ts';
import { rosterDevice } from '../protocol/roster.ts';
import { commandId, layerPartId, meetingId, participantId, sha256 } from '../records/ids.ts';
import { outboxEntry } from '../link/outbox-entry.ts';
import { refusalCodes } from '../refusals/refusal-table.ts';
import type { Result } from '../std/result.ts';
import type { Stop } from '../std/signal.ts';
import {
  vaultReadLimitBytes,
  type IpcEventName,
  type IpcRequestName,
  type IpcStateName,
  type IpcTier,
  type ipcTiers,
} from './ipc-channels.ts';
import {
  blobProgress,
  change,
  deviceIdentity,
  guardState,
  hostFacts,
  layersState,
  linkStatus,
  page,
  replicaPlace,
  roomFacts,
  unlocking,
  wantedBlob,
} from './ipc-states.ts';

/**
 * The contract between Electron's main process and a window, from which main, preload and renderer derive.
 * Main parses every input, because a window is not trusted; what main sends is typed here and need not be parsed again.
 * A new channel is one name in `ipc-channels.ts` and one line here.
 */

const nothing = z.undefined();
const bytes: z.ZodType<Uint8Array> = z.instanceof(Uint8Array);

function resultOf<Value extends z.ZodType>(
  value: Value,
): z.ZodType<Result<z.infer<Value>, z.infer<typeof httpRefusal>>> {
  return z.union([
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), reason: httpRefusal }),
  ]) as z.ZodType<Result<z.infer<Value>, z.infer<typeof httpRefusal>>>;
}

/** A command's type and payload, the payload parsed by the schema of its type. */
const commandIntent: z.ZodType<CommandIntent> = z
  .strictObject({ type: z.enum(commandTypes), payload: z.unknown() })
  .superRefine((intent, context) => {
    const parsed = commandSchemas[intent.type].safeParse(intent.payload);
    if (!parsed.success)
      context.addIssue({ code: 'custom', message: `bad ${intent.type}: ${parsed.error.message}` });
  }) as unknown as z.ZodType<CommandIntent>;

const blobRange = z
  .strictObject({ sha256, begin: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
  .refine((range) => range.begin <= range.end && range.end - range.begin <= vaultReadLimitBytes, 'bad range');

const layerPlace = z.strictObject({ meetingId, partId: layerPartId });
/** A part in clear, which sealed and in base 64 is below {@link sealedPart}. */
const layerBytes = bytes.refine(({ length }) => length <= 36 * 1024, 'too large for a part');

/** No document has more pages in one print; the picture of a page, and all of them together, in bytes. */
export const printLimits = { pages: 1_000, pageBytes: 24 * 1024 * 1024, bytes: 512 * 1024 * 1024 } as const;

/** Chosen by the window, and greater with every print: what still comes of an earlier one is known by it. */
const print = z.int().nonnegative();

/** Begins as a JPEG picture does (ITU-T T.81, B.1.1.3). */
const picture = bytes.refine(
  (data) => data.length <= printLimits.pageBytes && data[0] === 0xff && data[1] === 0xd8 && data[2] === 0xff,
  'no picture, or too large',
);

/** What each request carries and how it is answered, in the words of the bridge. */
export const ipcRequests = {
  'host/facts': { input: nothing, answer: hostFacts },
  'host/ask-to-leave': { input: nothing, answer: z.null() },
  'state/watch': { input: nothing, answer: z.null() },
  'device/register': {
    input: z.strictObject({ roomCode: z.string().min(1).max(64) }),
    answer: resultOf(z.null()),
  },
  'device/replica-key': { input: nothing, answer: bytes },
  'device/sign-in-choices': { input: nothing, answer: resultOf(signInChoices) },
  'device/sign-in': { input: z.strictObject({ participantId, pin: pinText }), answer: resultOf(z.null()) },
  'device/sign-out': { input: nothing, answer: z.null() },
  'hub/pull': {
    input: z.strictObject({ since: replicaPlace, limit: z.number().int().positive().max(2000) }),
    answer: page,
  },
  'hub/replica-reached': { input: replicaPlace, answer: z.null() },
  'hub/point': { input: pointedPlace.nullable(), answer: z.null() },
  'hub/add-document': {
    /** `upload` is chosen by the window and comes back with `hub/upload-progress`. */
    input: z.strictObject({ upload: z.number().int().nonnegative(), query: addDocumentQuery, pdf: bytes }),
    answer: resultOf(added),
  },
  'hub/replace-document': {
    input: z.strictObject({
      upload: z.number().int().nonnegative(),
      query: replaceDocumentQuery,
      pdf: bytes,
    }),
    answer: resultOf(replaced),
  },
  'hub/cancel-upload': {
    input: z.strictObject({ upload: z.number().int().nonnegative() }),
    answer: z.null(),
  },
  'hub/intake': { input: z.undefined(), answer: resultOf(intakeFacts) },
  'hub/read-blob': { input: blobRange, answer: resultOf(bytes) },
  'hub/export-log': { input: nothing, answer: resultOf(exportedLog) },
  'outbox/submit': { input: commandIntent, answer: outboxEntry },
  'outbox/dismiss': { input: z.strictObject({ id: commandId }), answer: z.null() },
  'layers/seal': { input: z.strictObject({ part: layerPlace, clear: layerBytes }), answer: z.string() },
  'layers/open': {
    input: z.strictObject({
      meetingId,
      parts: z.array(z.strictObject({ partId: layerPartId, sealed: sealedPart })).max(1000),
    }),
    answer: z.array(bytes.nullable()),
  },
  'layers/change-pin': {
    input: z.strictObject({ oldPin: pinText, newPin: pinText }),
    answer: resultOf(z.null()),
  },
  'layers/make-recovery': { input: z.strictObject({ pin: pinText }), answer: resultOf(z.string()) },
  'layers/restore': {
    input: z.strictObject({ pin: pinText, recoveryKey: z.string().max(100) }),
    answer: resultOf(z.null()),
  },
  'layers/reset-pin': { input: z.strictObject({ participantId }), answer: resultOf(z.string()) },
  'vault/want': { input: z.array(wantedBlob).max(5000), answer: z.null() },
  'vault/drop-others': { input: nothing, answer: z.null() },
  'vault/read': { input: blobRange, answer: bytes.nullable() },
  'guard/lock': { input: nothing, answer: z.null() },
  'guard/unlock': { input: z.strictObject({ pin: z.string().max(64) }), answer: unlocking },
  'print/begin': {
    input: z.strictObject({ print, meetingId, pages: z.int().min(1) }),
    answer: z.enum(['ready', 'not-allowed', 'no-printer', 'too-large']),
  },
  'print/page': { input: z.strictObject({ print, picture }), answer: z.boolean() },
  'print/show': {
    input: z.strictObject({ print }),
    answer: z.enum(['printed', 'cancelled', 'not-allowed', 'no-printer', 'failed']),
  },
  'print/drop': { input: z.strictObject({ print }), answer: z.null() },
} as const satisfies Record<IpcRequestName, { input: z.ZodType; answer: z.ZodType }>;

/** What each event carries. */
export const ipcEvents = {
  'device/identity': deviceIdentity,
  'hub/status': linkStatus,
  'hub/room': roomFacts.nullable(),
  'hub/roster': z.array(rosterDevice),
  'hub/pointer': pointedPlace.nullable(),
  'outbox/entries': z.array(outboxEntry),
  'outbox/hindrance': z.enum(refusalCodes).nullable(),
  'vault/progress': z.array(blobProgress),
  'guard/state': guardState,
  'layers/state': layersState,
  'hub/change': change,
  'hub/upload-progress': z.strictObject({
    upload: z.number().int().nonnegative(),
    sent: z.number().nonnegative(),
    total: z.number().nonnegative(),
  }),
} as const satisfies Record<IpcEventName, z.ZodType>;

export type IpcInput<Name extends IpcRequestName> = z.infer<(typeof ipcRequests)[Name]['input']>;
export type IpcAnswer<Name extends IpcRequestName> = z.infer<(typeof ipcRequests)[Name]['answer']>;
export type IpcEvent<Name extends IpcEventName> = z.infer<(typeof ipcEvents)[Name]>;
export type IpcState<Name extends IpcStateName> = IpcEvent<Name>;

/**
 * How a request ends across the process boundary, where a thrown error keeps nothing but its text:
 * answered, or not because the hub cannot be reached (the bridge then rejects with `LinkDown`).
 * Anything else thrown in main, such as a refusing disk or an input that does not parse, rejects the request.
 */
export type IpcReply<Answer> =
  | { readonly status: 'answered'; readonly answer: Answer }
  | { readonly status: 'link-down' };

/** One function per request of the tier, and the events; the whole of what a preload exposes. */
export interface IpcApi<Tier extends IpcTier = 'console'> {
  readonly requests: {
    readonly [Name in (typeof ipcTiers)[Tier][number]]: (
      input: IpcInput<Name>,
    ) => Promise<IpcReply<IpcAnswer<Name>>>;
  };
  on<Name extends IpcEventName>(name: Name, listener: (event: IpcEvent<Name>) => void): Stop;
}

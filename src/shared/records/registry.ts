import type { z } from 'zod';
import { agendaItem } from './agenda-item.ts';
import { announcement } from './announcement.ts';
import { attendance } from './attendance.ts';
import { ballot } from './ballot.ts';
import { count } from './count.ts';
import { call } from './call.ts';
import { document } from './document.ts';
import { documentVersion } from './document-version.ts';
import { layerPart } from './layer-part.ts';
import { meeting } from './meeting.ts';
import { paperCopies } from './paper-copies.ts';
import { opinion } from './opinion.ts';
import { participant } from './participant.ts';
import { person } from './person.ts';
import { presentation } from './presentation.ts';
import { recordLine } from './record-line.ts';
import { recall } from './recall.ts';
import { substitution } from './substitution.ts';
import { speech } from './speech.ts';
import { tally } from './tally.ts';
import { voteProgress } from './vote-progress.ts';
import { voteRoll } from './vote-roll.ts';
import { vote } from './vote.ts';

/** Every record type that clients hold, by kind. A new record type is one file and one line here. */
export const recordSchemas = {
  meeting,
  'agenda-item': agendaItem,
  document,
  'document-version': documentVersion,
  person,
  participant,
  attendance,
  substitution,
  presentation,
  vote,
  'vote-progress': voteProgress,
  'vote-roll': voteRoll,
  tally,
  ballot,
  count,
  recall,
  'layer-part': layerPart,
  speech,
  opinion,
  call,
  announcement,
  'paper-copies': paperCopies,
  'record-line': recordLine,
} as const;

export type RecordKind = keyof typeof recordSchemas;
export const recordKinds = Object.keys(recordSchemas) as readonly RecordKind[];

/** The body of a record of one kind. */
export type RecordBody<Kind extends RecordKind> = z.infer<(typeof recordSchemas)[Kind]>;

type KeyParts = { readonly [Kind in RecordKind]: (body: RecordBody<Kind>) => string };

const idOf: KeyParts = {
  meeting: (body) => body.id,
  'agenda-item': (body) => body.id,
  document: (body) => body.id,
  'document-version': (body) => body.id,
  person: (body) => body.id,
  participant: (body) => body.id,
  attendance: (body) => body.participantId,
  substitution: (body) => body.participantId,
  presentation: (body) => body.meetingId,
  vote: (body) => body.id,
  'vote-progress': (body) => body.voteId,
  'vote-roll': (body) => body.voteId,
  tally: (body) => body.voteId,
  ballot: (body) => `${body.voteId}~${body.participantId}`,
  count: (body) => (body.viewerId === null ? body.voteId : `${body.voteId}~${body.viewerId}`),
  recall: (body) => body.meetingId,
  'layer-part': (body) => `${body.personId}~${body.id}`,
  speech: (body) => body.id,
  opinion: (body) => body.id,
  call: (body) => body.id,
  announcement: (body) => `${body.id}~${body.participantId ?? 'all'}`,
  'paper-copies': (body) => body.itemId,
  'record-line': (body) => body.id,
};

/** The key of a record among all records of the room: "vote/v1". */
export type RecordKey = `${RecordKind}/${string}`;

/** What tells a record from the others of its kind. */
export function ownIdOf<Kind extends RecordKind>(kind: Kind, body: RecordBody<Kind>): string {
  const own: (body: RecordBody<Kind>) => string = idOf[kind];
  return own(body);
}

/** Computes the key of a record from its body. */
export function keyOf<Kind extends RecordKind>(kind: Kind, body: RecordBody<Kind>): RecordKey {
  return `${kind}/${ownIdOf(kind, body)}`;
}

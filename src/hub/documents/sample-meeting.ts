import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { agendaItem } from '../../shared/records/agenda-item.ts';
import { documentCategory } from '../../shared/records/document.ts';
import { meetingId, personId } from '../../shared/records/ids.ts';
import { body, meeting } from '../../shared/records/meeting.ts';
import { plannedParticipant } from '../../shared/records/participant.ts';
import { person } from '../../shared/records/person.ts';

const samplePerson = person.extend({
  ...plannedParticipant.pick({ roles: true, seat: true, hasVote: true }).shape,
  /** Printed at start so that anybody can try the room; a real room has none of these. */
  samplePin: z.string().regex(/^[0-9]{6}$/),
});
export type SamplePerson = z.infer<typeof samplePerson>;

const sampleDocument = z.strictObject({
  /** Below the pack's folder. */
  file: z.string().regex(/^documents\/[a-z0-9-]+\.pdf$/),
  title: z.string().min(1).max(300),
  category: documentCategory,
  pages: z.number().int().positive(),
});
export type SampleDocument = z.infer<typeof sampleDocument>;

const sampleItem = agendaItem.pick({ title: true, plannedMinutes: true, papers: true }).extend({
  presenters: z.array(personId),
  documents: z.array(sampleDocument),
});
export type SampleItem = z.infer<typeof sampleItem>;

const sampleMeeting = meeting
  .pick({ title: true, place: true, body: true, seats: true })
  .extend({
    id: meetingId,
    /** Milliseconds since 1970; written in the file as a local time with its zone. */
    plannedAt: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
    people: z.array(samplePerson),
    /** In the order of the agenda. */
    items: z.array(sampleItem),
  })
  .superRefine((pack, context) => {
    for (const message of contradictions(pack.people, pack.items, pack))
      context.addIssue({ code: 'custom', message });
  });

/** The acceptance meeting: people with sample PINs, seats, agenda and papers. */
export type SampleMeeting = z.infer<typeof sampleMeeting>;

const bodyPreset = body.omit({ inOffice: true }).extend({
  id: z.string().regex(/^[a-z-]+$/),
  /** What the office that uses the preset has to compare with its own regulation. */
  toVerify: z.string().min(1),
});
/** The rules of a kind of body, to start from when a meeting is made. */
export type BodyPreset = z.infer<typeof bodyPreset>;

function* contradictions(
  people: readonly SamplePerson[],
  items: readonly SampleItem[],
  plan: Pick<SampleMeeting, 'body' | 'seats'>,
): Generator<string> {
  const ids = new Set<string>(people.map((each) => each.id));
  const seats = new Set<string>(plan.seats.map((each) => each.seat));
  const taken = people.flatMap((each) => each.seat ?? []);
  if (ids.size !== people.length) yield 'two people have the same id';
  if (new Set(people.map((each) => each.samplePin)).size !== people.length)
    yield 'two people have the same PIN';
  if (new Set(taken).size !== taken.length) yield 'two people have the same seat';
  if (people.filter((each) => each.hasVote).length !== plan.body.inOffice)
    yield 'the voters are not the body in office';
  for (const seat of taken) if (!seats.has(seat)) yield `seat ${seat} is not on the plan`;
  for (const id of items.flatMap((item) => item.presenters))
    if (!ids.has(id)) yield `presenter ${id} is unknown`;
  for (const item of items) {
    if (item.papers === 'paper' && item.documents.length > 0)
      yield `"${item.title}" is on paper but has documents`;
  }
}

/**
 * Reads the sample pack. A pack that does not fit its schema is a fault: it belongs to the product.
 *
 * @param folder the pack's folder, `resources/sample-meeting`
 */
export async function readSampleMeeting(folder: string): Promise<SampleMeeting> {
  return sampleMeeting.parse(await readJson(join(folder, 'meeting.json')));
}

/** Reads the kinds of bodies that the pack offers, with their rules as data. */
export async function readBodyPresets(folder: string): Promise<BodyPreset[]> {
  return z.array(bodyPreset).parse(await readJson(join(folder, 'body-presets.json')));
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

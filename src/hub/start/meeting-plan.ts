import { basename, join } from 'node:path';
import type { CommandPayload } from '../../shared/protocol/commands/command-schemas.ts';
import type { DocumentCategory } from '../../shared/records/document.ts';
import { agendaItemId, meetingId, participantId, voteId } from '../../shared/records/ids.ts';
import type { AgendaItemId, ParticipantId, PersonId, VoteId } from '../../shared/records/ids.ts';
import { titleOfFolder } from '../documents/file-names.ts';
import type { FolderPlan } from '../documents/read-folder.ts';
import type { SampleMeeting } from '../documents/sample-meeting.ts';

/** A meeting that the hub makes at its first start, as the commands that make it. */
export interface MeetingPlan {
  readonly create: CommandPayload<'meeting/create'>;
  readonly papers: readonly PlannedPaper[];
  /** How many numbered copies the items of paper copies have. */
  readonly copies: readonly { readonly itemId: AgendaItemId; readonly count: number }[];
  /** One vote, prepared on the text of a paper. */
  readonly vote: PlannedVote | null;
  readonly absences: readonly { readonly participantId: ParticipantId; readonly reason: string }[];
  /** PINs that are printed at start, so that anybody can try the room. */
  readonly pins: readonly { readonly participantId: ParticipantId; readonly pin: string }[];
}

/** A file that becomes a document. */
export interface PlannedPaper {
  readonly itemId: AgendaItemId;
  readonly path: string;
  readonly fileName: string;
  readonly title: string;
  readonly category: DocumentCategory;
}

export interface PlannedVote {
  readonly voteId: VoteId;
  readonly title: string;
  /** The paper whose text is voted on. */
  readonly paper: PlannedPaper;
}

/** In the story of the sample, seat A13 has reported an absence. */
const absence = { person: 'a13', reason: 'Công tác Trung ương' } as const;

/** The sample vote is on the second item's draft resolution. */
const votedItem = 2;

/** The plan of the sample meeting, whose pack lies in `folder`. */
export function planOfSample(sample: SampleMeeting, folder: string): MeetingPlan {
  const items = sample.items.map((item, at) => ({
    id: itemIdAt(at),
    order: at + 1,
    title: item.title,
    plannedMinutes: item.plannedMinutes,
    presenterIds: item.presenters.map(participantOf),
    papers: item.papers,
  }));
  const papers = sample.items.flatMap((item, at) =>
    item.documents.map(({ file, title, category }) => ({
      itemId: itemIdAt(at),
      path: join(folder, file),
      fileName: basename(file),
      title,
      category,
    })),
  );
  const paper = papers.find(({ itemId }) => itemId === itemIdAt(votedItem - 1));
  const { id, title, place, plannedAt, body, seats } = sample;
  return {
    create: { meeting: { id, title, place, plannedAt, body, seats }, items, ...peopleOf(sample) },
    papers,
    // One for each member in office.
    copies: items
      .filter((item) => item.papers === 'paper')
      .map((item) => ({ itemId: item.id, count: body.inOffice })),
    vote: paper === undefined ? null : voteOn(paper),
    absences: [{ participantId: participantId.parse(`p-${absence.person}`), reason: absence.reason }],
    pins: pinsOf(sample),
  };
}

/** A meeting of the sample's people on the papers of a folder; `now` is the hub's clock. */
export function planOfFolder(
  plan: FolderPlan,
  folder: string,
  sample: SampleMeeting,
  now: number,
): MeetingPlan {
  const items = plan.items.map((item, at) => ({
    id: itemIdAt(at),
    order: at + 1,
    title: item.title.slice(0, longestTitle),
    plannedMinutes: 20,
    presenterIds: [],
    papers: 'electronic' as const,
  }));
  const papers = plan.items.flatMap((item, at) =>
    item.documents.map(({ title, path, fileName }) => ({
      itemId: itemIdAt(at),
      path,
      fileName: fileName.slice(-longestFileName),
      title: title.slice(0, longestTitle),
      category: 'main' as const,
    })),
  );
  const { place, body, seats } = sample;
  const id = meetingId.parse('folder-1');
  return {
    create: {
      meeting: { id, title: titleOfFolder(basename(folder)), place, plannedAt: now, body, seats },
      items,
      ...peopleOf(sample),
    },
    papers,
    copies: [],
    vote: papers[0] === undefined ? null : voteOn(papers[0]),
    absences: [],
    pins: pinsOf(sample),
  };
}

const longestTitle = 300;
const longestFileName = 255;

function itemIdAt(at: number): AgendaItemId {
  return agendaItemId.parse(`nd${at + 1}`);
}

/** In a planned meeting everybody takes part once. */
export function participantOf(person: PersonId): ParticipantId {
  return participantId.parse(`p-${person}`);
}

function peopleOf(sample: SampleMeeting): Pick<MeetingPlan['create'], 'people' | 'participants'> {
  return {
    people: sample.people.map(({ id, fullName, office }) => ({ id, fullName, office })),
    participants: sample.people.map(({ id, roles, seat, hasVote }) => ({
      id: participantOf(id),
      personId: id,
      roles,
      seat,
      hasVote,
    })),
  };
}

function pinsOf(sample: SampleMeeting): MeetingPlan['pins'] {
  return sample.people.map(({ id, samplePin }) => ({ participantId: participantOf(id), pin: samplePin }));
}

function voteOn(paper: PlannedPaper): PlannedVote {
  return { voteId: voteId.parse(`v-${paper.itemId}`), title: paper.title, paper };
}

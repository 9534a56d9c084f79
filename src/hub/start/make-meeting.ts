import { createReadStream } from 'node:fs';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import type { DocumentVersionId, MeetingId } from '../../shared/records/ids.ts';
import type { MeetingState } from '../../shared/records/meeting.ts';
import { must } from '../../shared/std/must.ts';
import type { Room } from '../room/room.ts';
import { all, read } from '../room/room-state.ts';
import type { Credentials } from '../store/credentials.ts';
import { pinFloor } from '../../shared/private-layer/pin-cost.ts';
import { issueHere } from '../store/kept-pin.ts';
import { hubActor, type Ask } from '../transport/ask.ts';
import type { DocumentIntake } from '../transport/document-intake.ts';
import type { Logger } from '../transport/logger.ts';
import type { MeetingPlan, PlannedPaper } from './meeting-plan.ts';

export interface MakeMeetingPorts {
  readonly room: Pick<Room, 'state'>;
  readonly ask: Ask;
  readonly intake: DocumentIntake;
  readonly credentials: Pick<Credentials, 'pinOf' | 'issuePin'>;
  readonly logger: Logger;
}

/**
 * Makes a planned meeting through the room's ordinary commands and releases it. Begins where an earlier start was
 * interrupted. False when there is nothing to do: it has been released already, or the room has another meeting.
 */
export async function makeMeeting(plan: MeetingPlan, ports: MakeMeetingPorts): Promise<boolean> {
  const { id } = plan.create.meeting;
  const before = stateOf(ports, id);
  if (before === null && hasMeeting(ports)) return false;
  if (before === null) await order({ type: 'meeting/create', payload: plan.create }, ports);
  await keepPins(plan, ports);
  if (before !== null && before !== 'draft') return false;
  for (const paper of plan.papers) await addPaper(paper, id, ports);
  await prepareCopies(plan, ports);
  await prepareVote(plan, ports);
  await order({ type: 'meeting/release', payload: { meetingId: id } }, ports);
  for (const { participantId, reason } of plan.absences) {
    await order({ type: 'attendance/mark', payload: { participantId, state: 'absent', reason } }, ports);
  }
  return true;
}

function hasMeeting({ room }: MakeMeetingPorts): boolean {
  return all(room.state(), 'meeting').length > 0;
}

function stateOf({ room }: MakeMeetingPorts, id: MeetingId): MeetingState | null {
  return read(room.state(), 'meeting', id)?.state ?? null;
}

/** A command of the hub itself; the plan is the product's own, so a refusal of it is a fault. */
async function order(intent: CommandIntent, { ask }: MakeMeetingPorts): Promise<void> {
  const answer = await ask(intent, hubActor);
  must(
    answer.status === 'accepted',
    `${intent.type} was not accepted: ${answer.status === 'accepted' ? '' : answer.code}`,
  );
}

/** They are printed for everybody to try, so they get the least stretching that a terminal accepts. */
async function keepPins({ create, pins }: MeetingPlan, { credentials }: MakeMeetingPorts): Promise<void> {
  const people = new Map(create.participants.map(({ id, personId }) => [id, personId]));
  for (const { participantId, pin } of pins) {
    const person = people.get(participantId);
    if (person !== undefined && credentials.pinOf(person) === null)
      credentials.issuePin(person, await issueHere(pin, pinFloor), 'printed');
  }
}

/** A paper whose file is refused at intake is left out, and the log says so: the meeting is made of the others. */
async function addPaper(paper: PlannedPaper, meetingId: MeetingId, ports: MakeMeetingPorts): Promise<void> {
  if (versionOf(paper, ports) !== null) return;
  const { path, ...facts } = paper;
  const added = await ports.intake.add(createReadStream(path), { ...facts, meetingId }, hubActor);
  if (!added.ok) ports.logger.warn('document/refused', { code: added.reason });
}

async function prepareCopies({ copies }: MeetingPlan, ports: MakeMeetingPorts): Promise<void> {
  for (const { itemId, count } of copies) {
    if (read(ports.room.state(), 'paper-copies', itemId) !== null) continue;
    await order({ type: 'copy/prepare', payload: { itemId, count } }, ports);
  }
}

async function prepareVote({ vote }: MeetingPlan, ports: MakeMeetingPorts): Promise<void> {
  if (vote === null || read(ports.room.state(), 'vote', vote.voteId) !== null) return;
  const versionId = versionOf(vote.paper, ports);
  if (versionId === null) return;
  const { voteId, title, paper } = vote;
  const rule = { base: 'in-office', threshold: 'more-than-half' } as const;
  await order(
    { type: 'vote/prepare', payload: { voteId, itemId: paper.itemId, title, rule, versionId } },
    ports,
  );
}

/** The version that a planned paper has become; null while it has not. */
function versionOf(paper: PlannedPaper, { room }: MakeMeetingPorts): DocumentVersionId | null {
  const state = room.state();
  for (const document of all(state, 'document')) {
    if (document.itemId !== paper.itemId) continue;
    const version = read(state, 'document-version', document.currentVersionId);
    if (version?.fileName === paper.fileName) return version.id;
  }
  return null;
}

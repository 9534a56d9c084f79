import { fileURLToPath } from 'node:url';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { refusalTable } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { PdfInspector } from '../documents/inspect-pdf.ts';
import { readMeetingFolder, type FolderRefusal, type RefusedFile } from '../documents/read-folder.ts';
import { readSampleMeeting } from '../documents/sample-meeting.ts';
import { presentMeeting } from '../transport/room-view.ts';
import { makeMeeting, type MakeMeetingPorts } from './make-meeting.ts';
import { planOfFolder, planOfSample, type MeetingPlan } from './meeting-plan.ts';
import type { MeetingContent } from './options.ts';

/** Where the sample meeting's pack lies beside the program. */
export const samplePack = fileURLToPath(new URL('../../../resources/sample-meeting', import.meta.url));

export interface ContentPorts extends MakeMeetingPorts {
  readonly inspector: PdfInspector;
  /** Tells the person at the terminal something, in one line. */
  say(line: string): void;
  now(): number;
}

/**
 * Fills a room that has no meeting yet (or one that was being made) with what the command line asks for.
 * True when it has just made one.
 */
export async function fillRoom(
  content: MeetingContent,
  ports: ContentPorts,
): Promise<Result<boolean, Sentence>> {
  const meeting = presentMeeting(ports.room.state());
  if (meeting !== null && meeting.state !== 'draft') return ok(false);
  const plan = await readPlan(content, ports);
  if (!plan.ok) return plan;
  return ok(plan.value !== null && (await makeMeeting(plan.value, ports)));
}

async function readPlan(
  content: MeetingContent,
  ports: ContentPorts,
): Promise<Result<MeetingPlan | null, Sentence>> {
  if (content.from === 'nothing') return ok(null);
  const sample = await readSampleMeeting(samplePack);
  if (content.from === 'sample') return ok(planOfSample(sample, samplePack));
  const plan = await readMeetingFolder(content.folder, ports.inspector);
  for (const file of plan.ok ? plan.value.refusedFiles : plan.reason.refusedFiles) ports.say(leftOut(file));
  if (!plan.ok) return refused(folderSentence(content.folder, plan.reason.code));
  return ok(planOfFolder(plan.value, content.folder, sample, ports.now()));
}

function leftOut({ path, code }: RefusedFile): string {
  const { vi, en } = refusalTable[code];
  return `${path}: ${vi} / ${en}`;
}

function folderSentence(folder: string, code: FolderRefusal['code']): Sentence {
  const { vi, en } = refusalTable[code];
  return { vi: `${folder}: ${vi}`, en: `${folder}: ${en}` };
}

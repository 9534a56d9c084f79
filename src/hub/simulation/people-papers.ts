import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import { recordLineId } from '../../shared/records/ids.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { Chance } from './chance.ts';
import { firstOf, sometimes, type Habit, type Look } from './habit.ts';

const copyCount = 3;

/** The secretary hands out numbered copies of what is on paper alone, and collects them again. */
export const handsOutCopies: Habit = (look, chance) => {
  const item = look.on('agenda-item').find(({ papers, state }) => papers === 'paper' && state === 'current');
  if (item === undefined) return null;
  const held = look.on('paper-copies').find(({ itemId }) => itemId === item.id);
  if (held === undefined) return { type: 'copy/prepare', payload: { itemId: item.id, count: copyCount } };
  if (chance.happens(0.3)) return null;
  return chance.happens(0.7) && hasVotesToCome(look, item.id)
    ? handsOut(look, chance, held)
    : takesBack(chance, held);
};

/** The secretary writes, puts right and crosses out lines of the running record. */
export const writesRecord: Habit = firstOf(
  sometimes(0.3, editsLine),
  sometimes(0.3, strikesLine),
  writesLine,
);

function hasVotesToCome(look: Look, itemId: string): boolean {
  const votes = look.on('vote').filter((vote) => vote.itemId === itemId);
  return votes.length === 0 || votes.some(({ state }) => state !== 'announced' && state !== 'withdrawn');
}

function handsOut(
  look: Look,
  chance: Chance,
  { itemId, copies }: RecordBody<'paper-copies'>,
): CommandIntent | null {
  const people = look.on('participant');
  if (people.length === 0) return null;
  // Also one that is out already, which is refused.
  const here = copies.filter(({ handedAt }) => handedAt === null);
  const { number } = chance.pick(here.length > 0 && chance.happens(0.9) ? here : copies);
  return { type: 'copy/hand-out', payload: { itemId, number, participantId: chance.pick(people).id } };
}

function takesBack(chance: Chance, { itemId, copies }: RecordBody<'paper-copies'>): CommandIntent | null {
  const out = copies.filter(({ handedAt, collectedAt }) => handedAt !== null && collectedAt === null);
  if (out.length === 0) return null;
  const payload = { itemId, number: chance.pick(out).number };
  return { type: chance.happens(0.85) ? 'copy/collect' : 'copy/undo', payload };
}

function writesLine(look: Look): CommandIntent | null {
  if (look.meeting === null) return null;
  const payload = {
    lineId: recordLineId.parse(`line-${look.newId()}`),
    meetingId: look.meeting.id,
    itemId: look.currentItem?.id ?? null,
    text: 'Chủ tọa kết luận',
  };
  return { type: 'record/write', payload };
}

function editsLine(look: Look, chance: Chance): CommandIntent | null {
  const lines = look.on('record-line');
  if (lines.length === 0) return null;
  return { type: 'record/edit', payload: { lineId: chance.pick(lines).id, text: 'Chủ tọa kết luận (sửa)' } };
}

function strikesLine(look: Look, chance: Chance): CommandIntent | null {
  const lines = look.on('record-line');
  if (lines.length === 0) return null;
  return { type: 'record/strike', payload: { lineId: chance.pick(lines).id, struck: chance.happens(0.7) } };
}

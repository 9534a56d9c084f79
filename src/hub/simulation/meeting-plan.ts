import { createHash } from 'node:crypto';
import type { CommandPayload } from '../../shared/protocol/commands/command-schemas.ts';
import { documentAdd } from '../../shared/protocol/commands/document-add.ts';
import { meetingCreate } from '../../shared/protocol/commands/meeting-create.ts';
import { deviceId, seatLabel, type DeviceId, type SeatLabel } from '../../shared/records/ids.ts';
import type { Chance } from './chance.ts';
import type { TerminalPlan } from './terminal.ts';

/** One meeting with its papers and the terminals of its room. */
export interface MeetingPlan {
  readonly create: CommandPayload<'meeting/create'>;
  readonly documents: readonly CommandPayload<'document/add'>[];
  readonly terminals: readonly TerminalPlan[];
  /** How many votes the secretary prepares for each item. */
  readonly votesPerItem: number;
}

/** Terminals that stand ready for somebody whose own is broken; nobody's by the plan. */
export const spareSeats: readonly SeatLabel[] = ['DP1', 'DP2'].map((label) => seatLabel.parse(label));

/** The seat of a device; null for that of a console or of the screen. */
export function seatOfDevice(device: DeviceId): SeatLabel | null {
  return seatLabel.safeParse(device.replace('device-', '')).data ?? null;
}

const itemCount = 3;

function seatLabelOf(index: number): string {
  return `${index < 20 ? 'A' : 'B'}${String((index % 20) + 1).padStart(2, '0')}`;
}

/** Plans a meeting of `seats` seats, a chair, a clerk and a screen; every fifth seat is of an invited person. */
export function planMeeting(seats: number, chance: Chance): MeetingPlan {
  const labels = Array.from({ length: seats }, (_, index) => seatLabelOf(index));
  const delegates = labels.map((seat, index) => ({
    seat,
    id: index === 0 ? 'chair' : `d${index}`,
    roles: index === 0 ? ['chair', 'member'] : [index % 5 === 4 ? 'invited' : 'member'],
    hasVote: index % 5 !== 4,
  }));
  const rule = {
    base: chance.pick(['in-office', 'present'] as const),
    threshold: chance.pick(['more-than-half', 'two-thirds'] as const),
  };
  // Half of the meetings have an item whose papers are on paper alone, an early one, since few come to the last.
  const paperItem = chance.pick([0, 1, null, null]);
  const create = meetingCreate.parse({
    meeting: {
      id: 'm1',
      title: 'Họp Ban Thường vụ',
      place: 'Phòng họp số 1',
      plannedAt: 0,
      body: {
        name: 'Ban Thường vụ',
        inOffice: delegates.filter((delegate) => delegate.hasVote).length + 1,
        presence: chance.pick([null, { numerator: 1, denominator: 2 }, { numerator: 2, denominator: 3 }]),
        decision: rule,
        voting: { mayChange: true, substituteVotes: false, otherOpinion: chance.happens(0.6) },
        source: '',
      },
      seats: labels.map((seat, index) => ({ seat, column: index % 10, row: Math.floor(index / 10) })),
    },
    items: Array.from({ length: itemCount }, (_, index) => ({
      id: `i${index + 1}`,
      order: index + 1,
      title: `Nội dung ${index + 1}`,
      plannedMinutes: 10,
      presenterIds: [delegates[index % delegates.length]?.id ?? 'clerk'],
      papers: index === paperItem ? 'paper' : 'electronic',
    })),
    people: ['clerk', ...delegates.map(({ id }) => id)].map((id) => ({
      id: `person-${id}`,
      fullName: `Đ/c ${id}`,
      office: '',
    })),
    participants: [
      { id: 'clerk', personId: 'person-clerk', roles: ['clerk'], seat: null, hasVote: false },
      ...delegates.map((delegate) => ({ ...delegate, personId: `person-${delegate.id}` })),
    ],
  });
  const documents = create.items.map(paperOf).filter((_, index) => index !== paperItem);
  return { create, documents, terminals: terminalsOf(create), votesPerItem: chance.whole(1, 2) };
}

function paperOf(item: { readonly id: string }, index: number): CommandPayload<'document/add'> {
  const record = { sha256: createHash('sha256').update(`bytes ${index}`).digest('hex'), bytes: 1000 };
  return documentAdd.parse({
    meetingId: 'm1',
    itemId: item.id,
    documentId: `doc${index + 1}`,
    versionId: `ver${index + 1}`,
    title: `Tờ trình ${index + 1}`,
    category: 'main',
    ...record,
    pages: 30,
    fileName: `to-trinh-${index + 1}.pdf`,
    view: record,
    text: null,
    searchable: 'none',
    original: null,
  });
}

/** The consoles of chair and clerk, a seat for each delegate (the chair has one too), spare ones, and the room screen. */
function terminalsOf({ participants }: CommandPayload<'meeting/create'>): TerminalPlan[] {
  const known = (name: string): Pick<TerminalPlan, 'name' | 'deviceId' | 'deviceToken'> => ({
    name,
    deviceId: deviceId.parse(`device-${name}`),
    deviceToken: `token-${name}`,
  });
  const terminals: TerminalPlan[] = [{ ...known('screen'), surface: 'screen', seat: null, owner: null }];
  for (const { id, roles, seat } of participants) {
    for (const surface of ['chair', 'clerk'] as const) {
      if (roles.includes(surface))
        terminals.push({ ...known(`${surface}-console`), surface, seat: null, owner: id });
    }
    if (seat !== null) terminals.push({ ...known(seat), surface: 'seat', seat, owner: id });
  }
  for (const seat of spareSeats) terminals.push({ ...known(seat), surface: 'seat', seat, owner: null });
  return terminals;
}

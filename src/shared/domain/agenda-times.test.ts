import { describe, expect, it } from 'vitest';
import { agendaItem, type AgendaItem } from '../records/agenda-item.ts';
import { meeting as meetingSchema, type Meeting } from '../records/meeting.ts';
import { itemTimes, meetingTimes, spentOn } from './agenda-times.ts';

const minute = 60_000;

const item = (id: string, change: Partial<AgendaItem>): AgendaItem => ({
  ...agendaItem.parse({
    id,
    meetingId: 'm1',
    order: Number(id.slice(1)),
    title: id,
    plannedMinutes: 20,
    presenterIds: [],
    papers: 'electronic',
    state: 'waiting',
    beganAt: null,
    endedAt: null,
    startedAt: null,
    pausedAt: null,
    spentMs: 0,
  }),
  ...change,
});

const meeting = (change: Partial<Meeting>): Meeting => ({
  ...meetingSchema.parse({
    id: 'm1',
    title: 'Hội nghị',
    place: '',
    plannedAt: 0,
    body: {
      name: 'Ban Thường vụ',
      inOffice: 15,
      presence: null,
      decision: { base: 'in-office', threshold: 'more-than-half' },
      source: '',
    },
    seats: [],
    state: 'open',
    releasedAt: 0,
    openedAt: null,
    closedAt: null,
    recalledAt: null,
    breakSince: null,
    currentItemId: null,
    membersPresent: 0,
    invitedPresent: 0,
    invited: 0,
  }),
  ...change,
});

describe('[ITEM-2] the time of an item', () => {
  it('runs while it is current', () => {
    const current = item('i1', { state: 'current', startedAt: 5 * minute, spentMs: 2 * minute });
    expect(spentOn(current, 9 * minute)).toBe(6 * minute);
  });

  it('stands still in a break, before and after', () => {
    const paused = { state: 'current', startedAt: 0, pausedAt: 3 * minute, spentMs: 3 * minute } as const;
    expect(spentOn(item('i1', paused), 30 * minute)).toBe(3 * minute);
    expect(spentOn(item('i1', {}), 30 * minute)).toBe(0);
    expect(spentOn(item('i1', { state: 'done', startedAt: 0, spentMs: minute }), 30 * minute)).toBe(minute);
  });

  it('is never less than nothing, whatever the clock says', () => {
    expect(spentOn(item('i1', { state: 'current', startedAt: 5 * minute }), 0)).toBe(0);
  });

  it('is over only against a plan', () => {
    const spent = { state: 'done', spentMs: 25 * minute } as const;
    expect(itemTimes(item('i1', spent), 0).overMs).toBe(5 * minute);
    expect(itemTimes(item('i1', { ...spent, plannedMinutes: 0 }), 0).overMs).toBe(0);
  });
});

describe('the time of a meeting', () => {
  const items = [
    item('i1', { state: 'done', spentMs: 25 * minute }),
    item('i2', { state: 'current', startedAt: 30 * minute }),
    item('i3', { plannedMinutes: 15 }),
  ];

  it('[AT-38] sets what was planned beside what was taken, breaks included', () => {
    const closed = meeting({ state: 'closed', openedAt: 0, closedAt: 185 * minute });
    expect(meetingTimes(closed, items, 999 * minute)).toEqual({
      plannedMs: 55 * minute,
      realMs: 185 * minute,
      startedAt: 0,
      endedAt: 185 * minute,
      expectedEnd: null,
    });
  });

  it('expects an end from what is left, and none before the opening', () => {
    const open = meeting({ openedAt: 0 });
    expect(meetingTimes(open, items, 40 * minute).expectedEnd).toBe((40 + 10 + 15) * minute);
    expect(meetingTimes(open, items, 60 * minute).expectedEnd).toBe((60 + 15) * minute);
    expect(meetingTimes(meeting({}), items, 0)).toMatchObject({ realMs: 0, expectedEnd: null });
  });
});

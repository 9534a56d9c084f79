import { describe, expect, it } from 'vitest';
import { shareOf } from '../../shared/domain/presence.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import { read } from './room-state.ts';
import { samplePlan } from './testing/sample-plan.ts';
import { createTestRoom, openRoom, releasedRoom, type TestRoom } from './testing/test-room.ts';

const of = (test: TestRoom, id: string): RecordBody<'attendance'> | null =>
  read(test.room.state(), 'attendance', id);
const meeting = (test: TestRoom) => read(test.room.state(), 'meeting', 'm1');

describe('absences', () => {
  it('[ATT-3] [AT-06] a reported absence waits for the chairperson, who consents once; who is away has no vote', () => {
    const test = releasedRoom();
    const report = { participantId: 'p-A13', reason: 'Công tác Trung ương' };
    expect(test.ask('seat:p-A13', 'absence/report', report).status).toBe('accepted');
    expect(of(test, 'p-A13')).toMatchObject({ state: 'absent', excuse: 'asked', reason: report.reason });
    const decide = { participantId: 'p-A13', consent: true };
    expect(test.ask('clerk:p-clerk', 'absence/decide', decide)).toMatchObject({ code: 'access/not-allowed' });
    expect(test.ask('chair:p-A01', 'absence/decide', decide).status).toBe('accepted');
    expect(test.ask('chair:p-A01', 'absence/decide', decide)).toMatchObject({ code: 'absence/not-asked' });
    expect(of(test, 'p-A13')).toMatchObject({ state: 'absent', excuse: 'consented' });
    for (let at = 1; at <= 12; at += 1) {
      const id = `p-A${String(at).padStart(2, '0')}`;
      test.ask(`seat:${id}`, 'attendance/sign-in', { participantId: id });
    }
    test.ask('chair:p-A01', 'meeting/open', { meetingId: 'm1' });
    test.ask('chair:p-A01', 'item/start', { itemId: 'i2' });
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    expect(read(test.room.state(), 'vote', 'vote1')?.electorate).not.toContain('p-A13');
  });

  it('[ATT-3] nobody reports the absence of another but the secretary, nor without a reason', () => {
    const test = releasedRoom();
    const report = { participantId: 'p-A13', reason: 'Ốm' };
    expect(test.ask('seat:p-A02', 'absence/report', report)).toMatchObject({ code: 'access/another-person' });
    expect(test.ask('clerk:p-clerk', 'absence/report', report).status).toBe('accepted');
    test.ask('chair:p-A01', 'absence/decide', { participantId: 'p-A13', consent: false });
    expect(of(test, 'p-A13')).toMatchObject({ state: 'absent', excuse: 'declined' });
  });

  it('[ATT-3] who comes after all is present, and the absence is over', () => {
    const test = releasedRoom();
    test.ask('clerk:p-clerk', 'absence/report', { participantId: 'p-A13', reason: 'Ốm' });
    test.ask('seat:p-A13', 'attendance/sign-in', { participantId: 'p-A13' });
    expect(of(test, 'p-A13')).toMatchObject({ state: 'present', excuse: 'none', reason: '' });
    expect(
      test.ask('chair:p-A01', 'absence/decide', { participantId: 'p-A13', consent: true }),
    ).toMatchObject({
      code: 'absence/not-asked',
    });
  });
});

describe('coming and going', () => {
  it('[ATT-4] [ATT-5] [AT-16] late, early and back: counts follow, and each item keeps its own attendance', () => {
    const test = openRoom(13);
    test.ask('chair:p-A01', 'item/start', { itemId: 'i1' });
    const begunAt = test.clock;
    test.ask('chair:p-A01', 'item/start', { itemId: 'i2' });
    const endedAt = test.clock;
    test.ask('seat:p-A14', 'attendance/sign-in', { participantId: 'p-A14' });
    expect(meeting(test)?.membersPresent).toBe(14);
    const late = of(test, 'p-A14');
    expect(late).toMatchObject({ late: true, spans: [{ from: test.clock, to: null }] });
    expect(shareOf(late?.spans ?? [], [{ from: begunAt, to: endedAt }], test.clock)).toBe('none');
    test.ask('seat:p-A02', 'attendance/leave', { participantId: 'p-A02' });
    expect(meeting(test)?.membersPresent).toBe(13);
    expect(of(test, 'p-A02')).toMatchObject({ state: 'left' });
    test.ask('seat:p-A02', 'attendance/sign-in', { participantId: 'p-A02' });
    expect(of(test, 'p-A02')).toMatchObject({ state: 'present', late: false });
    expect(of(test, 'p-A02')?.spans).toHaveLength(2);
    expect(meeting(test)?.membersPresent).toBe(14);
  });

  it('[ATT-4] only who is in the room leaves it, and only for himself or herself', () => {
    const test = openRoom(13);
    const leave = { participantId: 'p-A14' };
    expect(test.ask('seat:p-A14', 'attendance/leave', leave)).toMatchObject({
      code: 'attendance/not-present',
    });
    expect(test.ask('seat:p-A03', 'attendance/leave', { participantId: 'p-A02' })).toMatchObject({
      code: 'access/another-person',
    });
  });
});

describe('the roll-call', () => {
  const marks = (...ids: readonly string[]) =>
    ids.map((participantId) => ({ participantId, state: 'present' as const, reason: '' }));

  it('[ATT-6] marks several at once, all or none', () => {
    const test = releasedRoom();
    const ask = (list: ReturnType<typeof marks>) =>
      test.ask('clerk:p-clerk', 'attendance/mark-many', { meetingId: 'm1', marks: list });
    expect(ask(marks('p-A01', 'p-nobody'))).toMatchObject({ code: 'participant/unknown' });
    expect(ask(marks('p-A01', 'p-A01'))).toMatchObject({ code: 'command/malformed' });
    expect(meeting(test)?.membersPresent).toBe(0);
    expect(ask(marks('p-A01', 'p-A02', 'p-B01')).status).toBe('accepted');
    expect(meeting(test)).toMatchObject({ membersPresent: 2, invitedPresent: 1 });
  });

  it('[ATT-6] takes a mistake back with the times as they were', () => {
    const test = openRoom(13);
    test.ask('seat:p-A14', 'attendance/sign-in', { participantId: 'p-A14' });
    const before = of(test, 'p-A14');
    if (before === null) throw new Error('no attendance');
    test.ask('clerk:p-clerk', 'attendance/mark', { participantId: 'p-A14', state: 'absent', reason: 'Nhầm' });
    expect(of(test, 'p-A14')).toMatchObject({ state: 'absent', spans: [] });
    const { at, late, excuse, spans } = before;
    test.ask('clerk:p-clerk', 'attendance/mark', {
      participantId: 'p-A14',
      state: 'present',
      reason: '',
      restore: { at, late, excuse, spans },
    });
    expect(of(test, 'p-A14')).toEqual(before);
    expect(meeting(test)?.membersPresent).toBe(14);
  });
});

describe('the rules of the body', () => {
  it('[BODY-2] are put right before the opening and by the secretary alone', () => {
    const test = releasedRoom();
    const { body } = samplePlan.meeting;
    const voting = { mayChange: false, substituteVotes: false, otherOpinion: false };
    const change = { meetingId: 'm1', body: { ...body, voting } };
    expect(test.ask('chair:p-A01', 'body/change', change)).toMatchObject({ code: 'access/not-allowed' });
    expect(test.ask('clerk:p-clerk', 'body/change', change).status).toBe('accepted');
    expect(meeting(test)?.body.voting?.mayChange).toBe(false);
    const tooSmall = { meetingId: 'm1', body: { ...body, inOffice: 14 } };
    expect(test.ask('clerk:p-clerk', 'body/change', tooSmall)).toMatchObject({
      code: 'meeting/plan-invalid',
    });
    const open = openRoom();
    expect(open.ask('clerk:p-clerk', 'body/change', change)).toMatchObject({ code: 'meeting/wrong-state' });
  });

  it('[BODY-2] a log of before there were such rules is replayed as it was', () => {
    const test = createTestRoom();
    test.ask('hub', 'meeting/create', samplePlan);
    expect(read(test.restart().room.state(), 'participant', 'p-A01')).toMatchObject({
      movedFrom: null,
      standsInFor: null,
    });
  });
});

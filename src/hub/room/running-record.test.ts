import { describe, expect, it } from 'vitest';
import type { RecordLine } from '../../shared/records/record-line.ts';
import { all } from './room-state.ts';
import { sampleDocument, sampleVote } from './testing/sample-plan.ts';
import { openRoom, releasedRoom, type TestRoom } from './testing/test-room.ts';

const linesIn = (test: TestRoom): RecordLine[] =>
  [...all(test.room.state(), 'record-line')].toSorted((a, b) => a.order - b.order);
const types = (test: TestRoom) => linesIn(test).map((line) => line.event?.type ?? line.text);
const write = (test: TestRoom, lineId: string, text: string, itemId: string | null = 'i2') =>
  test.ask('clerk:p-clerk', 'record/write', { lineId, meetingId: 'm1', itemId, text });

describe('lines of events', () => {
  it('[LINE-1] nothing is written before the opening, which says who is missing and why', () => {
    const test = releasedRoom();
    for (const at of ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'A11', 'A12']) {
      test.ask(`seat:p-${at}`, 'attendance/sign-in', { participantId: `p-${at}` });
    }
    const away = { participantId: 'p-A13', state: 'absent', reason: 'Công tác Trung ương' } as const;
    test.ask('clerk:p-clerk', 'attendance/mark', away);
    expect(linesIn(test)).toEqual([]);
    test.ask('chair:p-A01', 'meeting/open', { meetingId: 'm1' });
    const [opened] = linesIn(test);
    expect(opened?.event).toMatchObject({ type: 'meeting-opened', membersPresent: 12, inOffice: 15 });
    const missing = opened?.event?.type === 'meeting-opened' ? opened.event.missing : [];
    expect(missing.map(({ who, reason }) => `${who.name} ${reason}`.trim())).toEqual([
      'Đ/c A13 Công tác Trung ương',
      'Đ/c A14',
      'Đ/c A15',
    ]);
  });

  it('[LINE-1] [AT-16] who comes after the opening is noted as late, once, and the secretary is not', () => {
    const test = openRoom(13);
    test.ask('seat:p-A14', 'attendance/sign-in', { participantId: 'p-A14' });
    test.ask('seat:p-A14', 'attendance/sign-in', { participantId: 'p-A14' });
    test.ask('clerk:p-clerk', 'attendance/sign-in', { participantId: 'p-clerk' });
    const late = linesIn(test).filter((line) => line.event?.type === 'arrived-late');
    expect(late).toMatchObject([
      { itemId: 'i2', text: null, event: { who: { participantId: 'p-A14', name: 'Đ/c A14' } } },
    ]);
  });

  it('[LINE-1] items, breaks, votes and the close write themselves', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
    test.ask('chair:p-A01', 'vote/lock', { voteId: 'vote1' });
    test.ask('chair:p-A01', 'vote/announce', { voteId: 'vote1' });
    test.ask('chair:p-A01', 'item/pause', { itemId: 'i2' });
    test.ask('chair:p-A01', 'item/resume', { itemId: 'i2' });
    test.ask('chair:p-A01', 'meeting/close', { meetingId: 'm1' });
    expect(types(test)).toEqual([
      'meeting-opened',
      'item-started',
      'vote-opened',
      'vote-locked',
      'vote-announced',
      'item-paused',
      'item-resumed',
      'meeting-closed',
    ]);
    expect(linesIn(test)[3]?.event).toMatchObject({ received: 0, electorate: 14 });
  });

  it('[LINE-1] a count tells who entered and who confirmed it, and nothing of what stands on the papers', () => {
    const test = openRoom();
    test.ask('clerk:p-clerk', 'vote/prepare', { ...sampleVote, voteId: 'v2', kind: 'mixed' });
    test.ask('chair:p-A01', 'vote/open', { voteId: 'v2' });
    test.ask('clerk:p-clerk', 'ballot/issue-paper', { voteId: 'v2', participantId: 'p-A09' });
    const papers = { issued: 1, returned: 1, valid: 1, invalid: 0 };
    const answers = { approve: 1, reject: 0, abstain: 0, other: 0, options: [] };
    test.ask('clerk:p-clerk', 'count/enter', { voteId: 'v2', ...papers, ...answers });
    test.ask('chair:p-A01', 'count/confirm', { voteId: 'v2', agrees: false });
    test.ask('clerk:p-clerk', 'count/enter', { voteId: 'v2', ...papers, ...answers });
    test.ask('chair:p-A01', 'count/confirm', { voteId: 'v2', agrees: true });
    const told = linesIn(test).slice(3);
    expect(told.map(({ event }) => event)).toMatchObject([
      { type: 'paper-issued', who: { participantId: 'p-A09' } },
      { type: 'count-entered', who: { participantId: 'p-clerk' }, papers },
      { type: 'count-confirmed', who: { participantId: 'p-A01' }, agrees: false },
      { type: 'count-entered', papers },
      { type: 'count-confirmed', agrees: true },
    ]);
    expect(JSON.stringify(told)).not.toContain('approve');
  });

  it('[LINE-1] a call from a seat is told, and that somebody has answered it', () => {
    const test = openRoom();
    const call = { callId: 'k1', meetingId: 'm1', seat: 'A05', kind: 'service' } as const;
    test.ask('seat:', 'call/make', call);
    test.ask('clerk:p-clerk', 'call/answer', { callId: 'k1' });
    test.ask('seat:', 'call/make', { ...call, callId: 'k2', meetingId: null });
    expect(linesIn(test).slice(2)).toMatchObject([
      { itemId: 'i2', event: { type: 'call-made', seat: 'A05', kind: 'service' } },
      { itemId: 'i2', event: { type: 'call-answered', seat: 'A05' } },
    ]);
  });

  it('[LINE-1] a text replaced is noted under its item, with the reason', () => {
    const test = openRoom();
    const { itemId, category, title, ...facts } = sampleDocument;
    const pages = Array.from({ length: facts.pages }, (_, at) => ({ from: at + 1, changed: at === 11 }));
    const replaces = { versionId: 'v1', reason: 'Sửa số liệu', pages };
    test.ask('clerk:p-clerk', 'document/replace', {
      ...facts,
      versionId: 'v2',
      sha256: 'b'.repeat(64),
      replaces,
    });
    expect([itemId, category, title]).toHaveLength(3);
    expect(linesIn(test).at(-1)).toMatchObject({
      itemId: 'i2',
      event: { type: 'text-replaced', documentId: 'd1', reason: 'Sửa số liệu' },
    });
  });

  it('[LINE-1] the copies of an item are told in two lines, which each tick brings up to date', () => {
    const test = openRoom();
    test.ask('clerk:p-clerk', 'copy/prepare', { itemId: 'i3', count: 3 });
    const copy = (number: number) => ({ itemId: 'i3', number });
    for (const at of [1, 2]) {
      test.ask('clerk:p-clerk', 'copy/hand-out', { ...copy(at), participantId: `p-A0${at}` });
    }
    test.ask('clerk:p-clerk', 'copy/collect', copy(1));
    const told = () => linesIn(test).slice(2);
    expect(told()).toMatchObject([
      { itemId: 'i3', struck: false, event: { type: 'copies-handed', handed: 2, copies: 3 } },
      { itemId: 'i3', struck: false, event: { type: 'copies-collected', collected: 1, handed: 2 } },
    ]);
    test.ask('clerk:p-clerk', 'copy/undo', copy(1));
    expect(told()[1]).toMatchObject({ struck: true, event: { collected: 0 } });
  });
});

describe('lines of people and speeches', () => {
  const speech = { requestId: 's1', limitMs: 300_000 };
  const asked = {
    requestId: 's1',
    meetingId: 'm1',
    itemId: 'i2',
    participantId: 'p-A02',
    kind: 'speak',
    replyTo: null,
  };
  const told = (test: TestRoom) =>
    linesIn(test).map(({ event }) =>
      event !== null && 'who' in event ? `${event.type} ${event.who.name}` : '',
    );

  it('[LINE-1] who leaves and comes back is told as leaving and returning', () => {
    const test = openRoom();
    const mark = (state: 'left' | 'present') =>
      test.ask('clerk:p-clerk', 'attendance/mark', { participantId: 'p-A02', state, reason: '' });
    expect(mark('left').status).toBe('accepted');
    mark('present');
    expect(told(test).slice(-2)).toEqual(['left Đ/c A02', 'returned Đ/c A02']);
  });

  it('[LINE-1] several marked at once have a line each, in the order of one entry', () => {
    const test = openRoom(12);
    const one = (at: string) => ({ participantId: `p-${at}`, state: 'present', reason: '' }) as const;
    const marks = ['A13', 'A14'].map(one);
    expect(test.ask('clerk:p-clerk', 'attendance/mark-many', { meetingId: 'm1', marks }).status).toBe(
      'accepted',
    );
    const lines = linesIn(test).slice(-2);
    expect(lines.map(({ event }) => event?.type)).toEqual(['arrived-late', 'arrived-late']);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(2);
  });

  it('[LINE-1] a speech is told when it is given and when it ends, whatever ended it', () => {
    const test = openRoom();
    test.ask('seat:p-A02', 'floor/request', asked);
    test.ask('chair:p-A01', 'floor/give', speech);
    test.clock += 60_000;
    test.ask('chair:p-A01', 'item/start', { itemId: 'i1' });
    expect(types(test).slice(-3)).toEqual(['speech-given', 'speech-ended', 'item-started']);
    const ended = linesIn(test).find(({ event }) => event?.type === 'speech-ended');
    expect(ended?.itemId).toBe('i2');
    expect(ended?.event).toMatchObject({ who: { name: 'Đ/c A02' }, spokenMs: 60_001 });
  });

  it('[LINE-1] [AT-18] an opinion is told once the chairperson takes it into the minutes, and not before', () => {
    const test = openRoom();
    const opinion = {
      opinionId: 'o1',
      meetingId: 'm1',
      itemId: 'i2',
      participantId: 'p-A05',
      text: 'Ý kiến.',
    };
    test.ask('seat:p-A05', 'opinion/send', opinion);
    const before = linesIn(test).length;
    test.ask('chair:p-A01', 'opinion/mark', { opinionId: 'o1', state: 'set-aside' });
    expect(linesIn(test)).toHaveLength(before);
    test.ask('chair:p-A01', 'opinion/mark', { opinionId: 'o1', state: 'in-minutes' });
    expect(linesIn(test).slice(before)).toMatchObject([
      { event: { type: 'opinion-taken', opinionId: 'o1' } },
    ]);
  });
});

describe('lines of the secretary', () => {
  it('[LINE-2] stand where they were written, whatever is edited or struck later', () => {
    const test = openRoom();
    write(test, 'x1', 'Đồng chí chủ trì phát biểu.');
    test.ask('chair:p-A01', 'item/start', { itemId: 'i1' });
    write(test, 'x2', 'Thảo luận.', 'i1');
    test.ask('clerk:p-clerk', 'record/edit', { lineId: 'x1', text: 'Chủ trì phát biểu khai mạc.' });
    test.ask('clerk:p-clerk', 'record/strike', { lineId: 'x2', struck: true });
    expect(types(test).slice(2)).toEqual(['Chủ trì phát biểu khai mạc.', 'item-started', 'Thảo luận.']);
    const [first, , second] = linesIn(test).slice(2);
    expect(first?.editedAt).toBeGreaterThan(first?.at ?? 0);
    expect(second?.struck).toBe(true);
    test.ask('clerk:p-clerk', 'record/strike', { lineId: 'x2', struck: false });
    expect(linesIn(test).at(-1)?.struck).toBe(false);
  });

  it('[LINE-2] what an event wrote is struck, never edited; an id is used once', () => {
    const test = openRoom();
    const lineId = linesIn(test)[0]?.id ?? '';
    write(test, 'x1', 'Một dòng.');
    expect(write(test, 'x1', 'Một dòng khác.')).toMatchObject({ code: 'record/exists' });
    expect(write(test, 'x2', 'Một dòng.', 'nowhere')).toMatchObject({ code: 'item/unknown' });
    const edit = (id: string) => test.ask('clerk:p-clerk', 'record/edit', { lineId: id, text: 'Khác.' });
    expect(edit(lineId)).toMatchObject({ code: 'record/event-line' });
    expect(edit('nothing')).toMatchObject({ code: 'record/unknown' });
    expect(test.ask('clerk:p-clerk', 'record/strike', { lineId, struck: true }).status).toBe('accepted');
    expect(linesIn(test)[0]?.struck).toBe(true);
  });

  it('[LINE-2] are taken after the close too, and by the secretary alone', () => {
    const test = openRoom();
    test.ask('chair:p-A01', 'meeting/close', { meetingId: 'm1' });
    expect(write(test, 'x1', 'Bế mạc lúc 11 giờ 05.', null).status).toBe('accepted');
    const line = { lineId: 'x3', meetingId: 'm1', itemId: null, text: 'Không.' };
    expect(test.ask('seat:p-A02', 'record/write', line)).toMatchObject({ code: 'access/not-allowed' });
  });

  it('[LINE-3] are sent to the consoles and to nobody else', () => {
    const test = openRoom();
    write(test, 'x1', 'Ghi riêng.');
    const sees = (who: 'screen:' | 'seat:p-A03' | 'chair:p-A01' | 'clerk:p-clerk') => {
      const peer = test.connect(who);
      peer.send({ type: 'pull', request: 1, since: 0, limit: 1000 });
      return JSON.stringify(peer.received).includes('record-line');
    };
    expect([sees('screen:'), sees('seat:p-A03'), sees('chair:p-A01'), sees('clerk:p-clerk')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

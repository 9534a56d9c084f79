import { describe, expect, it } from 'vitest';
import { outboxEntry } from '../../data/commands.ts';
import { recordLine, type RecordEvent, type RecordLine } from '../../../shared/records/record-line.ts';
import type { Tally } from '../../../shared/records/tally.ts';
import type { Vote } from '../../../shared/records/vote.ts';
import { createFormat } from '../../i18n/format.ts';
import { runningRecord as words } from '../../i18n/messages/vi/running-record.ts';
import { lineWords, type LineFacts } from './line-words.ts';
import { linesInOrder, unsentLines } from './unsent-lines.ts';

const line = (
  event: RecordEvent | null,
  change: Partial<Record<keyof RecordLine, unknown>> = {},
): RecordLine =>
  recordLine.parse({
    id: 'e1',
    meetingId: 'm1',
    itemId: null,
    order: 1,
    at: Date.parse('2026-10-07T08:22:00+07:00'),
    source: event === null ? 'clerk' : 'event',
    text: event === null ? 'Một dòng.' : null,
    event,
    editedAt: null,
    struck: false,
    ...change,
  });

const vote = { id: 'v1', title: 'Nghị quyết' } as Vote;
const tally = {
  approve: 12,
  reject: 1,
  abstain: 1,
  base: 15,
  needed: 8,
  verdict: 'passed',
  form: { type: 'approval', other: false },
  elected: [] as number[],
} as Tally;
const facts: LineFacts = {
  items: new Map(),
  documents: new Map(),
  votes: new Map([['v1', vote]]),
  tallies: new Map([['v1', tally]]),
  opinions: new Map(),
};
const say = (one: RecordLine, known = facts) => lineWords(one, known, { words, format: createFormat('vi') });
const lan = { participantId: 'p1', name: 'Đỗ Thị Lan', standsInFor: null };

describe('a line in words', () => {
  it('[AT-16] says who came late, and when', () => {
    const event = { type: 'arrived-late', who: lan } as RecordEvent;
    expect(say(line(event))).toBe('Đến muộn 08:22: đ/c Đỗ Thị Lan.');
  });

  it('[AT-24] says the result with its figures and its rule', () => {
    const event = { type: 'vote-announced', voteId: 'v1' } as RecordEvent;
    expect(say(line(event))).toBe(
      'Công bố kết quả “Nghị quyết”: 12 tán thành, 1 không tán thành, 1 không biểu quyết; 12/15 (cần 8); thông qua.',
    );
    expect(say(line(event), { ...facts, tallies: new Map() })).toBe('Công bố kết quả “Nghị quyết”.');
  });

  it('[AT-26] names a substitute with the person in whose place he or she speaks', () => {
    const who = { ...lan, standsInFor: 'Lâm Quốc Toản' };
    expect(say(line({ type: 'speech-ended', who, spokenMs: 245_000 } as RecordEvent))).toBe(
      'Kết thúc phát biểu: đ/c Đỗ Thị Lan (họp thay đ/c Lâm Quốc Toản), 4:05.',
    );
  });

  it('opens with who is missing and why', () => {
    const counts = { membersPresent: 13, inOffice: 15, invitedPresent: 9, invited: 9 };
    const event = {
      type: 'meeting-opened',
      ...counts,
      missing: [{ who: lan, reason: 'Công tác' }],
      substitutes: [],
    } as unknown as RecordEvent;
    expect(say(line(event))).toBe(
      'Khai mạc. Có mặt 13/15 ủy viên, 9/9 khách mời. Vắng: đ/c Đỗ Thị Lan (Công tác).',
    );
  });

  it('[VOTE-19] names who is elected, with the votes, also where places are left', () => {
    const form = { type: 'election', candidates: ['Lan', 'Minh', 'Hà'], seats: 3 };
    const election = {
      ...tally,
      form,
      options: [11, 2, 9],
      elected: [0, 2],
      verdict: 'not-passed',
    } as unknown as Tally;
    const event = { type: 'vote-announced', voteId: 'v1' } as RecordEvent;
    expect(say(line(event), { ...facts, tallies: new Map([['v1', election]]) })).toBe(
      'Công bố kết quả “Nghị quyết”: trúng cử: Lan (11), Hà (9).',
    );
  });

  it('[AT-34] [AT-35] says what was counted on paper, by whom, and to whom paper was given', () => {
    const papers = { issued: 14, returned: 14, valid: 13, invalid: 1 };
    const of = { voteId: 'v1', who: lan };
    const words = (event: object): string => say(line(event as RecordEvent));
    expect(words({ type: 'count-entered', ...of, papers })).toBe(
      'Kiểm phiếu “Nghị quyết”, đ/c Đỗ Thị Lan ghi kết quả: phát ra 14, thu về 14, hợp lệ 13, không hợp lệ 1.',
    );
    expect(words({ type: 'count-entered', ...of, papers: null })).toBe(
      'Kiểm phiếu “Nghị quyết”, đ/c Đỗ Thị Lan ghi kết quả.',
    );
    expect(words({ type: 'paper-issued', ...of })).toContain('phát phiếu giấy cho đ/c Đỗ Thị Lan');
    expect(words({ type: 'call-made', seat: 'A05', kind: 'service' })).toBe('Chỗ A05 gọi: phục vụ.');
  });

  it('leaves the words of the secretary as they are', () => {
    expect(say(line(null))).toBe('Một dòng.');
  });
});

describe('[INV-4] lines that are not in the record yet', () => {
  const entry = (lineId: string, answer: unknown) =>
    outboxEntry.parse({
      id: `c-${lineId}`,
      order: 1,
      command: 'record/write',
      payload: { lineId, meetingId: 'm1', itemId: null, text: `Dòng ${lineId}` },
      madeAt: 0,
      participantId: 'p-clerk',
      answer,
      confirmedEpoch: 0,
      confirmedHistory: 0,
      dismissed: false,
      personId: null,
    });

  it('wait or were refused, until the record shows them', () => {
    const refused = { status: 'refused', epoch: 1, seq: 1, code: 'meeting/recalled' };
    const outbox = [entry('x1', null), entry('x2', refused), entry('x3', null)];
    const known = [line(null, { id: 'x3' })];
    expect(unsentLines(outbox, known).map(({ text, refusal }) => [text, refusal])).toEqual([
      ['Dòng x1', null],
      ['Dòng x2', 'meeting/recalled'],
    ]);
  });

  it('[LINE-2] are apart from the lines, which stand as they were first written', () => {
    const lines = [
      line(null, { id: 'b', order: 7 }),
      line(null, { id: 'a', order: 7 }),
      line(null, { id: 'c', order: 2 }),
    ];
    const ordered = linesInOrder(lines, line(null).meetingId);
    expect(ordered.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});

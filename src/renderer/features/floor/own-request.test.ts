import { describe, expect, it } from 'vitest';
import { outboxEntry, type OutboxEntry } from '../../data/commands.ts';
import { agendaItemId, participantId } from '../../../shared/records/ids.ts';
import { speech, type Speech } from '../../../shared/records/speech.ts';
import { ownRequest } from './own-request.ts';

const me = participantId.parse('p-A14');
const i2 = agendaItemId.parse('i2');

const aSpeech = (part: Partial<Record<keyof Speech, unknown>>): Speech =>
  speech.parse({
    id: 'r1',
    meetingId: 'm1',
    itemId: 'i2',
    participantId: 'p-A14',
    seat: 'A14',
    name: 'Nguyễn Văn An',
    standsInFor: null,
    kind: 'speak',
    replyTo: null,
    state: 'waiting',
    registered: false,
    rank: 1,
    requestedAt: 1,
    madeAt: 1,
    limitMs: null,
    startedAt: null,
    pausedAt: null,
    pausedMs: 0,
    endedAt: null,
    ...part,
  });

const anEntry = (part: Partial<Record<keyof OutboxEntry, unknown>>): OutboxEntry =>
  outboxEntry.parse({
    id: 'c1',
    order: 1,
    command: 'floor/request',
    payload: {
      requestId: 'r1',
      meetingId: 'm1',
      itemId: 'i2',
      participantId: 'p-A14',
      kind: 'speak',
      replyTo: null,
    },
    madeAt: 905,
    participantId: 'p-A14',
    answer: null,
    confirmedEpoch: 0,
    confirmedHistory: 0,
    dismissed: false,
    personId: null,
    ...part,
  });

const accepted = { status: 'accepted', epoch: 1, seq: 9, receipt: 'AAAA-BBBB', note: 'none' };
const state = (speeches: readonly Speech[], outbox: readonly OutboxEntry[]) =>
  ownRequest(
    me,
    i2,
    { speeches, queue: speeches.filter((one) => one.state === 'waiting' && one.itemId === i2) },
    outbox,
  );

describe('[INV-4] the own request for the floor', () => {
  it('waits to be sent, with the time of this terminal, until the hub has answered', () => {
    expect(state([], [])).toEqual({ kind: 'none' });
    expect(state([], [anEntry({})])).toEqual({ kind: 'unsent', id: 'r1', at: 905 });
    expect(state([], [anEntry({ answer: accepted })])).toMatchObject({ kind: 'waiting', place: 0 });
  });

  it('has its place in the queue as the room tells it, also when it was asked for elsewhere', () => {
    const other = aSpeech({ id: 'r0', participantId: 'p-A03', rank: 0 });
    expect(state([other, aSpeech({})], [])).toEqual({ kind: 'waiting', id: 'r1', place: 2, of: 2 });
  });

  it('is refused with the reason until that was seen, and over once it was spoken or withdrawn', () => {
    const answer = { status: 'refused', epoch: 1, seq: 9, code: 'floor/item-done' };
    expect(state([], [anEntry({ answer })])).toMatchObject({ kind: 'refused', code: 'floor/item-done' });
    expect(state([], [anEntry({ answer, dismissed: true })])).toEqual({ kind: 'none' });
    const spoken = aSpeech({ state: 'spoken', startedAt: 1, endedAt: 2 });
    expect(state([spoken], [anEntry({ answer: accepted })])).toEqual({ kind: 'none' });
  });

  it('is being taken back as soon as that is on this terminal’s disk', () => {
    const back = anEntry({ id: 'c2', order: 2, command: 'floor/withdraw', payload: { requestId: 'r1' } });
    expect(state([aSpeech({})], [back])).toEqual({ kind: 'withdrawing' });
    expect(state([], [anEntry({}), back])).toEqual({ kind: 'withdrawing' });
  });

  it('is the floor itself while one speaks, whatever else is kept', () => {
    const speaking = aSpeech({ state: 'speaking', startedAt: 5 });
    expect(state([speaking], [anEntry({})])).toMatchObject({ kind: 'speaking' });
  });
});

import { expect, it } from 'vitest';
import { personId } from '../../shared/records/ids.ts';
import { Records } from './records.ts';
import { read, type StoredRecord } from './room-state.ts';
import { openRoom } from './testing/test-room.ts';

const ballot = (at: string) => ({
  voteId: 'vote1',
  participantId: `p-${at}`,
  choice: 'approve' as const,
  versionId: 'v1',
});

function person(id: string, seq: number): StoredRecord {
  const body = { id: personId.parse(id), fullName: `${id} ${seq}`, office: '' };
  return {
    key: `person/${id}`,
    kind: 'person',
    seq,
    audience: { to: 'room' },
    formerly: [],
    body,
  };
}

it('a record that changes goes to the end, and is there once', () => {
  const records = new Records();
  for (const [at, id] of ['a', 'b', 'c', 'b', 'a'].entries()) records.put(id, person(id, at + 1));
  expect([...records.values()].map(({ key, seq }) => [key, seq])).toEqual([
    ['person/c', 3],
    ['person/b', 4],
    ['person/a', 5],
  ]);
  expect(records.ofKind('person')).toEqual([...records.values()]);
  expect(records.find('person', 'b')?.seq).toBe(4);
  expect(records.find('vote', 'b')).toBeUndefined();
});

it('the order holds through more changes than there are records', () => {
  const records = new Records();
  const last = new Map<string, StoredRecord>();
  for (let seq = 1; seq <= 2_000; seq += 1) {
    // Some change seldom, some at every other turn.
    const id = `n${seq % 7 === 0 ? seq % 61 : seq % 2}`;
    const stored = person(id, seq);
    records.put(id, stored);
    last.set(id, stored);
  }
  const expected = [...last.values()].sort((a, b) => a.seq - b.seq);
  expect([...records.values()]).toEqual(expected);
  expect(records.ofKind('person')).toEqual(expected);
  for (const since of [0, 1, 1_900, 1_990, 1_999, 2_000]) {
    expect([...records.after(since)]).toEqual(expected.filter(({ seq }) => seq > since));
  }
});

it('a list of a kind is of its time, and the next one is of now', () => {
  const records = new Records();
  const keys = (): string[] => records.ofKind('person').map(({ key }) => key);
  records.put('a', person('a', 1));
  const before = records.ofKind('person');
  expect(keys()).toEqual(['person/a']);
  records.put('b', person('b', 2));
  expect(keys()).toEqual(['person/a', 'person/b']);
  records.put('a', person('a', 3));
  expect(keys()).toEqual(['person/b', 'person/a']);
  records.put('c', person('c', 4));
  expect(keys()).toEqual(['person/b', 'person/a', 'person/c']);
  expect(before).toHaveLength(1);
});

it('a room has its records in ascending sequence', () => {
  const test = openRoom();
  test.ask('chair:p-A01', 'vote/open', { voteId: 'vote1' });
  for (const at of ['A03', 'A02', 'A03']) test.ask(`seat:p-${at}`, 'ballot/cast', ballot(at));
  const state = test.room.state();
  const seqs = [...state.records.values()].map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  const ballots = state.records.ofKind('ballot').map(({ key }) => key);
  expect(ballots).toEqual(['ballot/vote1~p-A02', 'ballot/vote1~p-A03']);
  expect(read(state, 'vote', 'vote1')?.received).toBe(2);
});

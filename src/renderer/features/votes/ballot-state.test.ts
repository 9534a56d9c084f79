import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '../../../shared/protocol/answer.ts';
import { ballot, type Ballot } from '../../../shared/records/ballot.ts';
import { commandId } from '../../../shared/records/ids.ts';
import type { VoteAnswer } from '../../../shared/records/vote.ts';
import type { OwnAnswer } from '../../data/select/votes.ts';
import { ballotState } from './ballot-state.ts';

const madeAt = Date.parse('2026-09-05T09:04:51+07:00');

function answered(answer: CommandAnswer | null): OwnAnswer {
  return {
    choice: 'approve',
    entry: {
      id: commandId.parse('c1'),
      order: 1,
      command: 'ballot/cast',
      payload: {},
      madeAt,
      participantId: null,
      answer,
      confirmedEpoch: 0,
      confirmedHistory: 0,
      dismissed: false,
      personId: null,
    },
  };
}

function held(state: Ballot['state']): Ballot {
  return ballot.parse({
    voteId: 'v1',
    meetingId: 'm1',
    participantId: 'p1',
    state,
    at: 0,
    revision: 1,
    number: 9,
    receipt: '4K7Q-M2XD',
  });
}

const accepted = { status: 'accepted', epoch: 1, seq: 9, receipt: 'AAAA-BBBB', note: 'none' } as const;

describe('ballotState', () => {
  it('[INV-4] says saved until the hub has answered, received after', () => {
    expect(ballotState(null, [answered(null)])).toEqual({ kind: 'saved', at: madeAt });
    expect(ballotState(null, [answered(accepted)])).toEqual({
      kind: 'received',
      number: 9,
      receipt: 'AAAA-BBBB',
    });
  });

  it('[AT-20] says saved for a change that waits, though an earlier ballot is counted', () => {
    expect(ballotState(held('counted'), [answered(accepted), answered(null)]).kind).toBe('saved');
  });

  it('[AT-25] says refused with the reason, and that the earlier ballot counts', () => {
    const locked = answered({ status: 'refused', epoch: 1, seq: 12, code: 'vote/locked' });
    expect(ballotState(held('counted'), [answered(accepted), locked])).toEqual({
      kind: 'refused',
      code: 'vote/locked',
      earlierCounts: true,
    });
  });

  it('[INV-3] says late, by the answer or by the record', () => {
    expect(ballotState(null, [answered({ ...accepted, note: 'late' })])).toEqual({
      kind: 'late',
      decision: null,
    });
    expect(ballotState(held('late'), [])).toEqual({ kind: 'late', decision: null });
  });

  it('[VOTE-14] says what the chairperson decided about a late ballot', () => {
    const late = answered({ ...accepted, note: 'late' });
    expect(ballotState(held('accepted'), [late])).toEqual({ kind: 'late', decision: 'accepted' });
    expect(ballotState(held('declined'), [])).toEqual({ kind: 'late', decision: 'declined' });
  });

  it('[INV-11] is the same whatever was answered, so that what is drawn of it cannot tell', () => {
    const answers: readonly VoteAnswer[] = [
      'approve',
      'reject',
      'abstain',
      { options: [1] },
      { other: 'Khác' },
    ];
    for (const given of [null, accepted, { ...accepted, note: 'late' }] as const) {
      const states = answers.map((choice) => ballotState(null, [{ ...answered(given), choice }]));
      expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1);
    }
  });

  it('knows a ballot given at another terminal', () => {
    expect(ballotState(held('counted'), [])).toEqual({ kind: 'received', number: 9, receipt: '4K7Q-M2XD' });
    expect(ballotState(null, [])).toEqual({ kind: 'none' });
  });
});

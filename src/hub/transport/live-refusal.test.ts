import { describe, expect, it } from 'vitest';
import { commandId } from '../../shared/records/ids.ts';
import { frameOf } from '../room/frame.ts';
import { refusalIn } from './live-refusal.ts';

const id = commandId.parse('c-1');

describe('a refusal on its way down', () => {
  it('is found in the answer that tells it', () => {
    const answer = { status: 'refused', epoch: 1, seq: 7, code: 'meeting/closed' } as const;
    expect(refusalIn(frameOf({ type: 'answer', id, answer }).text)).toEqual({
      commandId: id,
      code: 'meeting/closed',
    });
  });

  it('is found nowhere else', () => {
    const accepted = { status: 'accepted', epoch: 1, seq: 7, receipt: '4K7Q-M2XD', note: 'none' } as const;
    expect(refusalIn(frameOf({ type: 'answer', id, answer: accepted }).text)).toBeNull();
    const full = { status: 'unavailable', code: 'hub/disk-full' } as const;
    expect(refusalIn(frameOf({ type: 'answer', id, answer: full }).text)).toBeNull();
    expect(refusalIn(frameOf({ type: 'pong', at: 1, now: 2 }).text)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { createWaitingRoom } from './waiting-room.ts';

describe('the waiting room', () => {
  it('has places per address and in all, and gives each back once', () => {
    const room = createWaitingRoom(2, 3);
    const first = room.enter('10.0.0.1');
    expect(room.enter('10.0.0.1')).not.toBeNull();
    expect(room.enter('10.0.0.1')).toBeNull();
    expect(room.enter('10.0.0.2')).not.toBeNull();
    expect(room.enter('10.0.0.3')).toBeNull();
    first?.();
    first?.();
    expect(room.enter('10.0.0.3')).not.toBeNull();
    expect(room.enter('10.0.0.1')).toBeNull();
  });
});

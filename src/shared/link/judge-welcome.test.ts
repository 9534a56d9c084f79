import { describe, expect, it } from 'vitest';
import { roomId } from '../records/ids.ts';
import { judgeWelcome } from './judge-welcome.ts';
import { room, welcome } from './testing/linked-room.ts';

describe('the hub that welcomes', () => {
  const told = [
    { epoch: 2, seq: 10 },
    { epoch: 2, seq: 14 },
  ];
  const known = { roomId: room, epochSeen: 2, told };

  it.each([
    ['is of the history that was named', { epoch: 2, seq: 14 }, 'believe'],
    ['has grown by itself from an older copy', { epoch: 2, seq: 99, history: 'another' }, 'another-history'],
    ['ends before an answer that it gave', { epoch: 2, seq: 13 }, 'another'],
    ['is of a higher epoch, however short', { epoch: 3, seq: 0 }, 'believe'],
    ['is of a lower epoch', { epoch: 1, seq: 99 }, 'another'],
    ['is of another room', { epoch: 2, seq: 99, roomId: roomId.parse('room-2') }, 'another'],
    ['speaks another version', { epoch: 2, seq: 99, protocol: 99 }, 'unsupported'],
  ] as const)('[INV-10] %s', (_, changes, judgement) => {
    expect(judgeWelcome(welcome(changes), known)).toBe(judgement);
  });

  it('[INV-10] names no other history to somebody who holds nothing of this epoch', () => {
    const stranger = { ...known, told: [{ epoch: 1, seq: 10 }] };
    expect(judgeWelcome(welcome({ epoch: 2, seq: 99, history: 'another' }), stranger)).toBe('believe');
  });
});

import { describe, expect, it } from 'vitest';
import { terminalName } from '../../../shared/terminal/terminal-place.ts';
import { readAddress } from './address.ts';

const read = (address: string): ReturnType<typeof readAddress> =>
  readAddress(new URL(address, 'http://hub.test'));

describe('the address of a surface', () => {
  it('names a seat, or another surface without one', () => {
    expect(read('/seat/A07')).toEqual({ surface: 'seat', seat: 'A07', roomCode: null });
    expect(read('/seat/a07/')).toEqual({ surface: 'seat', seat: 'A07', roomCode: null });
    expect(read('/chair')).toEqual({ surface: 'chair', seat: null, roomCode: null });
    expect(read('/clerk?x=1')).toEqual({ surface: 'clerk', seat: null, roomCode: null });
    expect(read('/screen')).toMatchObject({ surface: 'screen' });
  });

  it('carries the room code in the fragment', () => {
    expect(read('/seat/B09#room=4K7Q-M2XD')).toMatchObject({ roomCode: '4K7Q-M2XD' });
    expect(read('/seat/B09#page=2')).toMatchObject({ roomCode: null });
  });

  it.each(['/', '/seat', '/seat/7', '/seat/A07/more', '/chair/A07', '/hub'])(
    'names no surface: %s',
    (address) => {
      expect(read(address)).toBeNull();
    },
  );

  it('gives each terminal of a profile a name of its own', () => {
    const names = ['/seat/A07', '/seat/A08', '/chair', '/screen'].flatMap((address) => {
      const found = read(address);
      return found === null ? [] : [terminalName(found)];
    });
    expect(new Set(names).size).toBe(4);
  });
});

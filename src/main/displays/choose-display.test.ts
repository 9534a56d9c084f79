import { describe, expect, it } from 'vitest';
import { chooseDisplay, type KnownDisplay } from './choose-display.ts';

function display(id: number, label: string, x: number): KnownDisplay {
  const bounds = { x, y: 0, width: 1920, height: 1080 };
  return { id, label, bounds, workArea: bounds };
}

const left = display(7, 'DP-1', 0);
const right = display(9, 'HDMI-1', 1920);
const both = { all: [left, right], primary: left };
const alone = { all: [left], primary: left };

describe('the display of a surface', () => {
  it('is the primary one for consoles and seats, the other one for the room’s screen', () => {
    expect(chooseDisplay('chair', null, both)).toEqual({ display: left, isOwn: false, missing: null });
    expect(chooseDisplay('seat', null, both)).toEqual({ display: left, isOwn: false, missing: null });
    expect(chooseDisplay('screen', null, both)).toEqual({ display: right, isOwn: true, missing: null });
  });

  it('is shared where there is only one', () => {
    expect(chooseDisplay('screen', null, alone)).toEqual({ display: left, isOwn: false, missing: null });
  });

  it('is the one that is named, by number or by name', () => {
    expect(chooseDisplay('chair', 2, both).display).toBe(right);
    expect(chooseDisplay('screen', 'DP-1', both)).toEqual({ display: left, isOwn: true, missing: null });
  });

  it.each([3, 0, 'VGA-1'])('%s that is not there falls back to the primary one, and says so', (wish) => {
    expect(chooseDisplay('screen', wish, both)).toEqual({
      display: left,
      isOwn: false,
      missing: wish,
    });
  });
});

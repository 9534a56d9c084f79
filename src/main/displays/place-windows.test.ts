import { EventEmitter } from 'node:events';
import type { Screen } from 'electron';
import { describe, expect, it } from 'vitest';
import { seatLabel } from '../../shared/records/ids.ts';
import type { TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import type { DisplayWish, KnownDisplay } from './choose-display.ts';
import { WindowPlaces, type Standing } from './place-windows.ts';

const roomScreen = { place: { surface: 'screen', seat: null } satisfies TerminalPlace, wish: null };
const seat = {
  place: { surface: 'seat', seat: seatLabel.parse('A01') } satisfies TerminalPlace,
  wish: null,
};

function display(id: number, x: number, width = 1920): KnownDisplay {
  const bounds = { x, y: 0, width, height: 1080 };
  return { id, label: `D${id}`, bounds, workArea: { ...bounds, y: 40, height: 1040 } };
}

/** A desk whose displays come and go. */
class Desk extends EventEmitter {
  displays = [display(1, 0), display(2, 1920)];
  readonly logged: string[] = [];
  readonly missing: (DisplayWish | null)[] = [];
  readonly getAllDisplays = () => this.displays;
  readonly getPrimaryDisplay = () => this.displays[0];

  places(fillsAlways = false): WindowPlaces {
    const write = (event: string): void => void this.logged.push(event);
    return new WindowPlaces({
      screen: this as unknown as Screen,
      fillsAlways,
      log: { info: write, warn: write, error: write },
      onMissing: (_place, missing) => void this.missing.push(missing),
    });
  }
}

describe('windows on displays', () => {
  it('fill a display of their own and are a window in the middle of a shared one', () => {
    const places = new Desk().places();
    expect(places.standingOf(roomScreen)).toEqual({
      bounds: { x: 1920, y: 0, width: 1920, height: 1080 },
      fills: true,
    });
    expect(places.standingOf(seat)).toEqual({
      bounds: { x: 277, y: 176, width: 1366, height: 768 },
      fills: false,
    });
  });

  it('fill every display in a kiosk', () => {
    expect(new Desk().places(true).standingOf(seat)).toEqual({
      bounds: { x: 0, y: 0, width: 1920, height: 1080 },
      fills: true,
    });
  });

  it('are no larger than a small display', () => {
    const desk = new Desk();
    desk.displays = [{ ...display(1, 0), workArea: { x: 0, y: 0, width: 1024, height: 600 } }];
    expect(desk.places().standingOf(seat).bounds).toEqual({ x: 0, y: 0, width: 1024, height: 600 });
  });

  it('follow their display when it goes, comes back and changes its size', () => {
    const desk = new Desk();
    const places = desk.places();
    const stood: Standing[] = [];
    const stop = places.follow({ ...roomScreen, wish: 2, stand: (at) => void stood.push(at) });
    const [first, second] = desk.displays;
    if (first === undefined || second === undefined) throw new Error('two displays');

    desk.displays = [first];
    desk.emit('display-removed');
    desk.displays = [first, second];
    desk.emit('display-added');
    desk.emit('display-metrics-changed');
    desk.displays = [first, display(2, 1920, 3840)];
    desk.emit('display-metrics-changed');
    expect(stood.map(({ fills, bounds }) => [fills, bounds.x, bounds.width])).toEqual([
      [false, 277, 1366],
      [true, 1920, 1920],
      [true, 1920, 3840],
    ]);
    expect(desk.missing).toEqual([2, null]);
    expect(desk.logged.filter((event) => event === 'displays/changed')).toHaveLength(4);

    stop();
    desk.displays = [first];
    desk.emit('display-removed');
    expect(stood).toHaveLength(3);
  });

  it('say at the start that a display is not there', () => {
    const desk = new Desk();
    desk.displays = [display(1, 0)];
    desk.places().follow({ ...roomScreen, wish: 'HDMI-1', stand: () => undefined });
    expect(desk.missing).toEqual(['HDMI-1']);
    expect(desk.logged).toContain('display/missing');
  });
});

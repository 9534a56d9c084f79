import type { Rectangle, Screen } from 'electron';
import type { Stop } from '../../shared/std/signal.ts';
import type { TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import type { AppLog } from '../logs/app-log.ts';
import { chooseDisplay, type ChosenDisplay, type DisplayWish } from './choose-display.ts';

/** What is to be shown, and on which display somebody wants it. */
export interface WantedPlace {
  readonly place: TerminalPlace;
  readonly wish: DisplayWish | null;
}

/** What is moved from display to display. */
export interface PlacedWindow extends WantedPlace {
  /** Puts the window there: it fills `bounds` where `fills` says so, else it is a window of its usual size there. */
  stand(at: Standing): void;
}

export interface Standing {
  readonly bounds: Rectangle;
  readonly fills: boolean;
}

export interface DisplayPorts {
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'on'>;
  /** Every window fills its display, as in a kiosk. */
  readonly fillsAlways: boolean;
  readonly log: AppLog;
  /** Told when a wished display is not there, and with `missing` null when it has come. */
  onMissing(place: TerminalPlace, missing: DisplayWish | null): void;
}

interface Placed {
  readonly window: PlacedWindow;
  chosen: ChosenDisplay;
}

const usual = { width: 1366, height: 768 };

/** Keeps every window on its display, also when displays are plugged in, unplugged or change their size. */
export class WindowPlaces {
  readonly #ports: DisplayPorts;
  readonly #placed = new Set<Placed>();

  constructor(ports: DisplayPorts) {
    this.#ports = ports;
    const { screen, log } = ports;
    // Electron's types name one event per overload.
    screen.on('display-added', () => this.#changed('added'));
    screen.on('display-removed', () => this.#changed('removed'));
    screen.on('display-metrics-changed', () => this.#changed('metrics'));
    log.info('displays/found', { count: screen.getAllDisplays().length });
  }

  /** Where a window of this surface stands now. */
  standingOf(wanted: WantedPlace): Standing {
    return this.#standingOn(this.#choose(wanted));
  }

  /** Keeps a window that stands as `standingOf` has said where it belongs, until stopped. */
  follow(window: PlacedWindow): Stop {
    const placed: Placed = { window, chosen: this.#choose(window) };
    this.#placed.add(placed);
    if (placed.chosen.missing !== null) this.#tellMissing(placed);
    return () => void this.#placed.delete(placed);
  }

  #choose({ place, wish }: WantedPlace): ChosenDisplay {
    const { screen } = this.#ports;
    return chooseDisplay(place.surface, wish, {
      all: screen.getAllDisplays(),
      primary: screen.getPrimaryDisplay(),
    });
  }

  #changed(change: string): void {
    const { screen, log } = this.#ports;
    log.info('displays/changed', { change, count: screen.getAllDisplays().length });
    for (const placed of this.#placed) {
      const before = placed.chosen;
      placed.chosen = this.#choose(placed.window);
      const standing = this.#standingOn(placed.chosen);
      if (!isSame(this.#standingOn(before), standing)) placed.window.stand(standing);
      if (before.missing !== placed.chosen.missing) this.#tellMissing(placed);
    }
  }

  #standingOn({ display, isOwn }: ChosenDisplay): Standing {
    const fills = isOwn || this.#ports.fillsAlways;
    return { bounds: fills ? display.bounds : middleOf(display.workArea), fills };
  }

  #tellMissing({ window: { place }, chosen: { missing } }: Placed): void {
    if (missing !== null) this.#ports.log.warn('display/missing', { surface: place.surface, wish: missing });
    this.#ports.onMissing(place, missing);
  }
}

/** A window of the usual size in the middle, or as much of it as there is room for. */
function middleOf({ x, y, width, height }: Rectangle): Rectangle {
  const size = { width: Math.min(usual.width, width), height: Math.min(usual.height, height) };
  return {
    x: x + Math.round((width - size.width) / 2),
    y: y + Math.round((height - size.height) / 2),
    ...size,
  };
}

function isSame(one: Standing, other: Standing): boolean {
  const parts = ['x', 'y', 'width', 'height'] as const;
  return one.fills === other.fills && parts.every((part) => one.bounds[part] === other.bounds[part]);
}

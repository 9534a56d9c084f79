import type { Display } from 'electron';
import type { Surface } from '../../shared/records/audience.ts';

/** Which display a surface is to be shown on: its number from 1 as the system counts, or its name. */
export type DisplayWish = number | string;

/** As far as a display matters here. */
export type KnownDisplay = Pick<Display, 'id' | 'label' | 'bounds' | 'workArea'>;

export interface ConnectedDisplays {
  readonly all: readonly KnownDisplay[];
  readonly primary: KnownDisplay;
}

/** Where a window stands. `missing` is the wish that no display meets. */
export interface ChosenDisplay {
  readonly display: KnownDisplay;
  /** A display of its own: the window fills it. */
  readonly isOwn: boolean;
  readonly missing: DisplayWish | null;
}

/**
 * The display of a surface. Without a wish the room's screen takes the first display that is not the primary one, where
 * there is one, and everything else the primary. A wish that no display meets falls back to the primary.
 */
export function chooseDisplay(
  surface: Surface,
  wish: DisplayWish | null,
  { all, primary }: ConnectedDisplays,
): ChosenDisplay {
  if (wish !== null) {
    const wished = all.find(({ label }, index) => wish === index + 1 || wish === label);
    if (wished === undefined) return { display: primary, isOwn: false, missing: wish };
    return { display: wished, isOwn: all.length > 1 && surface === 'screen', missing: null };
  }
  const second = surface === 'screen' ? all.find(({ id }) => id !== primary.id) : undefined;
  return { display: second ?? primary, isOwn: second !== undefined, missing: null };
}

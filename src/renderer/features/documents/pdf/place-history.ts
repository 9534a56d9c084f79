import type { Anchor } from './page-layout.ts';

/** The places that a reader has leapt from, as a browser remembers addresses; the latest of each list last. */
export interface PlaceHistory {
  readonly back: readonly Anchor[];
  readonly forward: readonly Anchor[];
}

export const noHistory: PlaceHistory = { back: [], forward: [] };

/** So many places are remembered. */
const most = 50;

/** After a leap away from `from`: where one could go forward to is forgotten. */
export function leapt(history: PlaceHistory, from: Anchor): PlaceHistory {
  const last = history.back.at(-1);
  const isSame = last !== undefined && last.page === from.page && last.fraction === from.fraction;
  return { back: isSame ? history.back : [...history.back, from].slice(-most), forward: [] };
}

/** One step back or forward from `here`; null where there is none. */
export function stepped(
  { back, forward }: PlaceHistory,
  way: 'back' | 'forward',
  here: Anchor,
): { readonly history: PlaceHistory; readonly to: Anchor } | null {
  const to = (way === 'back' ? back : forward).at(-1);
  if (to === undefined) return null;
  const history =
    way === 'back'
      ? { back: back.slice(0, -1), forward: [...forward, here] }
      : { back: [...back, here], forward: forward.slice(0, -1) };
  return { history, to };
}

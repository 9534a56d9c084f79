import type { Surface } from '../records/audience.ts';
import type { SeatLabel } from '../records/ids.ts';

/** Which terminal of the room a window or a page is. */
export interface TerminalPlace {
  readonly surface: Surface;
  /** Named for a seat, null for every other surface. */
  readonly seat: SeatLabel | null;
}

/** Names what a host keeps of one terminal, since several may live on one machine: `seat-A07`, `chair`. */
export function terminalName({ surface, seat }: TerminalPlace): string {
  return seat === null ? surface : `${surface}-${seat}`;
}

import { seatLabel } from '../../../shared/records/ids.ts';
import type { TerminalPlace } from '../../../shared/terminal/terminal-place.ts';

/** What the address of a page says: which surface it is, at which seat, and perhaps the code of the room. */
export interface SurfaceAddress extends TerminalPlace {
  /** From the fragment `#room=…`, which no server ever sees. */
  readonly roomCode: string | null;
}

/** Reads `/seat/A07`, `/chair`, `/clerk` or `/screen`; null when the address names no surface. */
export function readAddress(url: Pick<URL, 'pathname' | 'hash'>): SurfaceAddress | null {
  const roomCode = new URLSearchParams(url.hash.slice(1)).get('room');
  const [, surface, label, ...more] = url.pathname.replace(/\/$/, '').split('/');
  if (more.length > 0) return null;
  switch (surface) {
    case 'seat': {
      const seat = seatLabel.safeParse(label?.toUpperCase());
      return seat.success ? { surface, seat: seat.data, roomCode } : null;
    }
    case 'chair':
    case 'clerk':
    case 'screen':
      return label === undefined ? { surface, seat: null, roomCode } : null;
    default:
      return null;
  }
}

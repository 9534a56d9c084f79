import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { SeatMap } from '../../ui/room/SeatMap.tsx';
import { nameplateOf } from '../../data/select/nameplate.ts';
import type { SeatState } from '../../ui/room/SeatTile.tsx';
import { situateSeats, type RoomNow, type SeatSituation } from './seat-places.ts';

const faces: Readonly<Record<SeatSituation, SeatState>> = {
  empty: 'unmanned',
  unmanned: 'unmanned',
  present: 'present',
  waited: 'present',
  received: 'received',
  disconnected: 'disconnected',
  absent: 'absent',
  invited: 'invited',
  invitedPresent: 'invited',
};

/** The room as it is: who is here, linked, and has answered. */
export function RoomMap({ room }: { readonly room: RoomNow }) {
  const { chair, attendance } = useMessages();
  const seats = situateSeats(room).map(({ seat, spare, column, row, situation, delegate }) => ({
    id: seat,
    code: spare === null ? seat : `${seat} → ${spare}`,
    column,
    row,
    state: faces[situation],
    word: chair.seatWords[situation],
    ...(delegate?.person ? { name: nameplateOf(delegate, attendance) } : {}),
  }));
  return <SeatMap label={chair.seatMap} seats={seats} />;
}

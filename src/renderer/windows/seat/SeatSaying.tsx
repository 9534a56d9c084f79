import { useIdentity } from '../../data/room.ts';
import { SeatFloorPanel } from '../../features/floor/SeatFloorPanel.tsx';
import { CallPanel } from '../../features/messages/CallPanel.tsx';
import { OpinionPanel } from '../../features/messages/OpinionPanel.tsx';
import type { SeatPlace } from '../../view/create-reading-store.ts';
import type { SeatView } from './use-seat.ts';

/** The places that the buttons under the page lead to. */
export const sayingPlaces: ReadonlySet<SeatPlace> = new Set(['floor', 'opinion', 'call']);

/** What stands beside the page when a delegate wants to say something: the floor, an opinion, a call for help. */
export function SeatSaying({ seat }: { readonly seat: SeatView }) {
  const { meeting, items, item, me, place } = seat;
  const identity = useIdentity();
  if (place === 'call' && identity.seat !== null) {
    return <CallPanel seat={identity.seat} meetingId={meeting?.id ?? null} />;
  }
  if (meeting === null || me === null) return null;
  if (place === 'floor') return <SeatFloorPanel meeting={meeting} items={items} item={item} me={me} />;
  return <OpinionPanel meeting={meeting} items={items} me={me} />;
}

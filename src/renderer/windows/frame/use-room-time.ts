import { useLinkStatus } from '../../data/room.ts';
import { useMinute } from '../../view/use-now.ts';

/** The room's time in whole minutes: this machine's clock, put right by the hub's. */
export function useRoomTime(): number {
  return useMinute(useLinkStatus().clockDifferenceMs ?? 0);
}

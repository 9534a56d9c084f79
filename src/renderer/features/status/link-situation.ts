import type { LinkStatus, RoomFacts } from '../../../shared/bridge/bridge.ts';

/** `cold`: not linked since this start, so what is shown is what the disk held. */
export type LinkSituation = 'live' | 'connecting' | 'cold' | 'lost' | 'rejected' | 'unregistered';

/** What is true of the link, told apart as people have to know it. */
export function linkSituation({ state }: LinkStatus, room: RoomFacts | null): LinkSituation {
  switch (state) {
    case 'live':
    case 'rejected':
    case 'unregistered':
    case 'connecting':
      return state;
    case 'offline':
      return room === null ? 'cold' : 'lost';
  }
}

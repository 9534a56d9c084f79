import { createContext, use } from 'react';
import type { Bridge } from '../../shared/bridge/bridge.ts';
import type { LayerOf } from './layer-of.ts';
import type { Replica } from './replica.ts';

/** What everything below a `DataProvider` reads from and acts through. */
export interface RoomData {
  readonly bridge: Bridge;
  readonly replica: Replica;
  readonly layerOf: LayerOf;
}

export const DataContext = createContext<RoomData | null>(null);

function useRoomData(): RoomData {
  const data = use(DataContext);
  if (data === null) throw new Error('DataProvider is missing above this component');
  return data;
}

/** The records of the room; features use the hooks of `records.ts` instead. */
export function useReplica(): Replica {
  return useRoomData().replica;
}

/** The personal layers of the person signed in, by meeting. */
export function usePersonalLayers(): LayerOf {
  return useRoomData().layerOf;
}

/** The host of this window. */
export function useBridge(): Bridge {
  return useRoomData().bridge;
}

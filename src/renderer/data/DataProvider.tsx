import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Bridge } from '../../shared/bridge/bridge.ts';
import { createReplica } from './create-replica.ts';
import { DataContext } from './data-context.ts';
import { keepPack } from './keep-pack.ts';
import { createLayerOf } from './layer-of.ts';
import { windowTimers } from './window-timers.ts';

interface DataProviderProps {
  /** The host of this window; the same object for the life of the window. */
  readonly bridge: Bridge;
  readonly children: ReactNode;
}

/**
 * Gives everything below it the records of the room and the way to act in it, through the hooks of `records.ts`,
 * `commands.ts` and `room.ts`. Children are drawn at once; what they show fills in as soon as the disk has been read.
 */
export function DataProvider({ bridge, children }: DataProviderProps) {
  const [replica] = useState(() =>
    createReplica({
      device: bridge.device,
      hub: bridge.hub,
      timers: windowTimers,
      recalled: () => bridge.guard.state.get().recalled,
      fillRandom: (bytes) => void crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
      onTrouble: (reason) => console.error('replica:', reason),
    }),
  );
  useEffect(() => {
    const stopReplica = replica.start();
    const stopPack = keepPack(replica, bridge.vault);
    return () => {
      stopPack();
      stopReplica();
    };
  }, [replica, bridge]);
  const data = useMemo(
    () => ({ bridge, replica, layerOf: createLayerOf(bridge, replica) }),
    [bridge, replica],
  );
  return <DataContext value={data}>{children}</DataContext>;
}

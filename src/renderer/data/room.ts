import { useSyncExternalStore } from 'react';
import type { BlobProgress, DeviceIdentity, LinkStatus, RoomFacts } from '../../shared/bridge/bridge.ts';
import type { RosterDevice } from '../../shared/protocol/roster.ts';
import { useBridge } from './data-context.ts';
import { useWatchable } from './use-watchable.ts';

/** Who this terminal is and who is signed in at it. */
export function useIdentity(): DeviceIdentity {
  return useWatchable(useBridge().device.identity);
}

/** The state of the link to the hub. */
export function useLinkStatus(): LinkStatus {
  return useWatchable(useBridge().hub.status);
}

/** What the hub said of this viewer at its last welcome; null before the first since this start. */
export function useRoomFacts(): RoomFacts | null {
  return useWatchable(useBridge().hub.room);
}

/** The devices of the room, for the consoles; empty elsewhere. */
export function useRoster(): readonly RosterDevice[] {
  return useWatchable(useBridge().hub.roster);
}

/**
 * What `select` makes of how much of each wanted document is on this terminal. Renders again when that has changed: the
 * progress itself changes many times a second while a pack is fetched. `select` must be pure.
 */
export function useVault<Value extends string | boolean>(
  select: (progress: readonly BlobProgress[]) => Value,
): Value {
  const { progress } = useBridge().vault;
  return useSyncExternalStore(progress.subscribe, () => select(progress.get()));
}

/** How much of each wanted document is on this terminal; for what shows the progress itself. */
export function useVaultProgress(): readonly BlobProgress[] {
  return useWatchable(useBridge().vault.progress);
}

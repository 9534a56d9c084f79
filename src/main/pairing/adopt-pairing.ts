import type { OutboxStore } from '../../shared/link/outbox-ports.ts';
import type { LayerKeyStore } from '../../shared/private-layer/held-keys.ts';
import type { DeviceMemory } from '../../shared/terminal/device-memory.ts';
import type { Pairing } from './pairing.ts';

export interface AdoptPorts {
  readonly memory: DeviceMemory;
  readonly layerKeys: Pick<LayerKeyStore, 'forget'>;
  readonly outboxStore: Pick<OutboxStore, 'load' | 'remove'>;
}

/**
 * Lets the device that a terminal remembers be the one that it was paired as. What was written for another room is
 * thrown away first; what was written for this room waits for its author. To be called before the terminal opens;
 * after a power cut it is simply done again.
 */
export async function adoptPairing(
  { roomId, deviceId, deviceToken }: Pairing,
  { memory, layerKeys, outboxStore }: AdoptPorts,
): Promise<void> {
  const former = memory.get().registration;
  if (former?.deviceId === deviceId && former.deviceToken === deviceToken && former.roomId === roomId) return;
  const isOther = former !== null && former.roomId !== roomId;
  if (isOther) await outboxStore.remove((await outboxStore.load()).map(({ id }) => id));
  await layerKeys.forget();
  const registration = { roomId, deviceId, deviceToken };
  await memory.change({ registration, session: null, ...(isOther ? { epochSeen: 0 } : {}) });
}

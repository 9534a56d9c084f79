import { randomBytes } from 'node:crypto';
import { sha256 } from '../../shared/records/ids.ts';
import type { Room } from '../room/room.ts';
import type { Store } from '../store/open-store.ts';
import type { AdminHealthPorts } from '../transport/admin/health-route.ts';
import { faultFields, type Logger } from '../transport/logger.ts';
import { readHubFacts } from './hub-facts.ts';
import { createPossession } from './possession.ts';
import { readRoomHealth } from './room-health.ts';

export interface HealthSources {
  readonly room: Room;
  readonly store: Pick<Store, 'blobs' | 'credentials' | 'folder'>;
  readonly version: string;
  readonly logger: Logger;
  now(): number;
  uptimeMs(): number;
}

/** Wires room health over a room and its store. */
export function openHealth({ room, store, logger, ...sources }: HealthSources): AdminHealthPorts['health'] {
  const linked = () =>
    room.devices().flatMap(({ linked: isLinked, deviceId }) => (isLinked ? [deviceId] : []));
  const possession = createPossession({
    blobs: store.blobs,
    room,
    linked,
    newNonce: () => sha256.parse(randomBytes(32).toString('hex')),
    now: sources.now,
    onTrouble: (reason) => logger.error('health/fault', faultFields(reason)),
  });
  return {
    askForProofs: () => possession.ask(),
    read() {
      possession.refresh(linked());
      return readRoomHealth({
        ...sources,
        room,
        members: () => store.credentials.members(),
        proofOf: (device) => possession.of(device),
        hubFacts: () => readHubFacts(store.folder),
      });
    },
  };
}

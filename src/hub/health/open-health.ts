import { randomBytes } from 'node:crypto';
import { sha256, type Sha256 } from '../../shared/records/ids.ts';
import type { Room } from '../room/room.ts';
import { read } from '../room/room-state.ts';
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

/** Of each version the bytes that are drawn; a version that is unknown here cannot be asked for. */
function mainBlobs(room: Room, versions: ReturnType<Room['heldBy']>): readonly Sha256[] {
  return [...versions].flatMap((id) => {
    const version = read(room.state(), 'document-version', id);
    return version === null ? [] : [version.view.sha256];
  });
}

/** Wires room health over a room and its store. */
export function openHealth({ room, store, logger, ...sources }: HealthSources): AdminHealthPorts['health'] {
  const linked = () =>
    room.devices().flatMap(({ linked: isLinked, deviceId }) => (isLinked ? [deviceId] : []));
  const possession = createPossession({
    blobs: store.blobs,
    room,
    linked,
    saidToHold: (device) => mainBlobs(room, room.heldBy(device)),
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

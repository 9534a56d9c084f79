import { randomBytes } from 'node:crypto';
import { createBackupThread } from '../backup/backup-thread.ts';
import { noBackups, openRoomBackups } from '../backup/room-backups.ts';
import { readBodyPresets } from '../documents/sample-meeting.ts';
import { openRoomSetup } from '../room-setup/open-room-setup.ts';
import type { Store } from '../store/open-store.ts';
import type { HttpPorts } from '../transport/http-server.ts';
import type { HubPorts } from './assemble-hub.ts';
import { samplePack } from './meeting-content.ts';

/** What outlives every meeting: how the room is made, and its backups. */
export function keepRoom(
  store: Store,
  { now, logger, version, backupSettings, trialPassword = null }: HubPorts,
): Pick<HttpPorts, 'backups' | 'setup' | 'envelopeOf'> {
  const { folder, itPassword, roomId } = store;
  const chance = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
  const backups = openRoomBackups({
    data: folder,
    store,
    settings: backupSettings ?? noBackups,
    thread: createBackupThread(),
    timers: { now, after: afterwards },
    logger,
    program: version,
    randomBytes: chance,
  });
  const setup = openRoomSetup({
    data: folder,
    itPassword,
    isTrial: trialPassword !== null,
    bodies: () => readBodyPresets(samplePack),
    randomBytes: chance,
    now,
  });
  return { backups, setup, envelopeOf: (recoveryKey) => setup.envelopeOf(recoveryKey, roomId) };
}

/** A timer that keeps no process alive. */
function afterwards(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}

import type { DocumentVersionId } from '../../shared/records/ids.ts';
import { namedReplacements } from '../../shared/protocol/roster.ts';
import { all, read, type RoomState } from './room-state.ts';

/** Versions in force that replaced another in a meeting that the room has, the newest last. */
export function replacementsInForce(state: RoomState): readonly DocumentVersionId[] {
  const versions: DocumentVersionId[] = [];
  for (const { currentVersionId, meetingId } of all(state, 'document')) {
    const meeting = read(state, 'meeting', meetingId)?.state;
    if (meeting !== 'released' && meeting !== 'open') continue;
    if ((read(state, 'document-version', currentVersionId)?.replaces ?? null) === null) continue;
    versions.push(currentVersionId);
  }
  return versions.slice(-namedReplacements);
}

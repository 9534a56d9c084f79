import type { DocumentVersionId } from '../../shared/records/ids.ts';
import { namedReplacements } from '../../shared/protocol/roster.ts';
import { all, read, type RoomState } from './room-state.ts';

/** Versions in force that replaced another in a meeting that the room has, the newest last. */
export function replacementsInForce(state: RoomState): readonly DocumentVersionId[] {
  const versions: DocumentVersionId[] = [];
  for (const { currentVersionId, meetingId } of all(state, 'document')) {
    const meeting = read(state, 'meeting', meetingId);
    if (meeting?.state !== 'released' && meeting?.state !== 'open') continue;
    const version = read(state, 'document-version', currentVersionId);
    if (version === null || version.replaces === null) continue;
    // What was replaced before the release nobody in the room has seen.
    if (version.addedAt <= (meeting.releasedAt ?? Number.POSITIVE_INFINITY)) continue;
    versions.push(currentVersionId);
  }
  return versions.slice(-namedReplacements);
}

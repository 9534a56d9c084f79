import type { MeetingId } from '../../shared/records/ids.ts';
import { usePersonalLayers } from './data-context.ts';
import type { PersonalLayer } from './open-layer.ts';
import { useWatchable } from './use-watchable.ts';

export type { PersonalLayer } from './open-layer.ts';

/**
 * The notes of the person signed in, in one meeting: what the hub has sent and what still waits here, opened. Works
 * without the hub. `append` resolves when what was written is durable on this terminal.
 */
export function usePersonalLayer(meetingId: MeetingId): PersonalLayer {
  return useWatchable(usePersonalLayers()(meetingId));
}

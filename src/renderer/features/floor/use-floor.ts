import { queueOf, speakerOf } from '../../../shared/domain/floor.ts';
import type { AgendaItemId, MeetingId } from '../../../shared/records/ids.ts';
import type { Speech } from '../../../shared/records/speech.ts';
import { useRecords } from '../../data/records.ts';

/** The floor as everybody sees it. */
export interface Floor {
  readonly speaker: Speech | null;
  /** Those who wait on the item, the next first. */
  readonly queue: readonly Speech[];
  /** Every request and speech of the meeting. */
  readonly speeches: readonly Speech[];
}

/** Who speaks in a meeting, and who waits on an item of it. */
export function useFloor(meetingId: MeetingId | null, itemId: AgendaItemId | null): Floor {
  const speeches = useRecords('speech').filter((one) => one.meetingId === meetingId);
  return {
    speaker: meetingId === null ? null : speakerOf(speeches, meetingId),
    queue: itemId === null ? [] : queueOf(speeches, itemId),
    speeches,
  };
}

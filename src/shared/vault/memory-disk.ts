import type { MeetingId } from '../records/ids.ts';
import { MeetingRecalled, type BlobDisk, type BlobPlace } from './vault-ports.ts';

/** A vault's disk that is none: for hosts without a file system. What it holds is gone with the next start. */
export function createMemoryDisk(): BlobDisk {
  const meetings = new Map<MeetingId, Map<string, Map<number, Uint8Array>>>();
  const recalled = new Set<MeetingId>();
  const chunksOf = ({ meetingId, sha256 }: BlobPlace): Map<number, Uint8Array> => {
    const blobs = meetings.get(meetingId) ?? new Map<string, Map<number, Uint8Array>>();
    const chunks = blobs.get(sha256) ?? new Map<number, Uint8Array>();
    meetings.set(meetingId, blobs.set(sha256, chunks));
    return chunks;
  };
  return {
    list: () => Promise.resolve([]),
    readChunk: (place, index, length) => {
      const chunk = meetings.get(place.meetingId)?.get(place.sha256)?.get(index);
      return Promise.resolve(chunk?.length === length ? chunk : null);
    },
    writeChunk: (place, index, bytes) => {
      if (recalled.has(place.meetingId))
        return Promise.reject(new MeetingRecalled('the meeting has been recalled'));
      chunksOf(place).set(index, bytes);
      return Promise.resolve();
    },
    markHeld: () => Promise.resolve(),
    remove: ({ meetingId, sha256 }) => {
      meetings.get(meetingId)?.delete(sha256);
      return Promise.resolve();
    },
    recalled: () => Promise.resolve([...recalled]),
    destroyKey: (meetingId) => {
      recalled.add(meetingId);
      meetings.delete(meetingId);
      return Promise.resolve();
    },
    removeMeeting: () => Promise.resolve(),
  };
}

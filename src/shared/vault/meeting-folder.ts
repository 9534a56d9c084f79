import { meetingId as meetingIdSchema, type MeetingId } from '../records/ids.ts';

/**
 * The folder of a meeting on a vault's disk. Its name is the id in hexadecimal, because ids may hold what a file system
 * reads in its own way: dots, colons, capitals beside small letters.
 */
export function folderOf(meetingId: MeetingId): string {
  return [...meetingId].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

/** The meeting of a folder; null for a name that no vault has given. */
export function meetingOf(folder: string): MeetingId | null {
  if (!/^(?:[0-9a-f]{2})+$/.test(folder)) return null;
  const bytes = folder.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return meetingIdSchema.safeParse(String.fromCharCode(...bytes)).data ?? null;
}

/** The sealed key in the folder of a meeting. */
export const keyFileName = 'key';

/**
 * Behind the name of a blob: a file beside it that says "whole, and its hash was right". It holds the length of the
 * blob's file in decimal, because a file cut between two chunks looks like a shorter blob.
 */
export const heldMark = '.held';

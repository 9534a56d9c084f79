import { oldestProtocolVersion, protocolVersion } from './version.ts';

/**
 * The protocols that a program speaks, from the oldest to its own. While a room is updated its programs are of two
 * versions: each speaks the one before its own too, and a connection goes by the higher of those that both speak.
 */
export interface SpokenVersions {
  readonly oldest: number;
  readonly current: number;
}

/** What this program speaks. */
export const ownVersions: SpokenVersions = { oldest: oldestProtocolVersion, current: protocolVersion };

/** Whether a program can go by a version that its peer names. */
export function isSpoken(version: number, { oldest, current }: SpokenVersions): boolean {
  return version >= oldest && version <= current;
}

/** What to say after a hub has refused a version: the one before it, or null when there is none left to try. */
export function nextToTry(refused: number, { oldest }: SpokenVersions): number | null {
  return refused > oldest ? refused - 1 : null;
}

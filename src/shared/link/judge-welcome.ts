import type { WelcomeMessage } from '../protocol/welcome.ts';
import { isSpoken, ownVersions } from '../protocol/spoken-versions.ts';
import type { RoomId } from '../records/ids.ts';
import type { Checkpoint } from '../records/wire-record.ts';

/** What a device knows before it is welcomed. */
export interface KnownRoom {
  readonly roomId: RoomId | undefined;
  /** The highest epoch ever welcomed in. */
  readonly epochSeen: number;
  readonly have: Checkpoint | null;
}

/**
 * Whether to believe a hub: `unsupported` when it speaks another version, `another` when it is not the hub in force of
 * this room. A hub that has lost what it once confirmed must come back under a higher epoch; until then it is not.
 */
export function judgeWelcome(
  welcome: WelcomeMessage,
  known: KnownRoom,
  spoken = ownVersions,
): 'believe' | 'unsupported' | 'another' {
  const { protocol, roomId, epoch, seq } = welcome;
  if (!isSpoken(protocol, spoken)) return 'unsupported';
  if (roomId !== known.roomId || epoch < known.epochSeen) return 'another';
  const hasLost = known.have !== null && epoch === known.have.epoch && seq < known.have.seq;
  return hasLost ? 'another' : 'believe';
}

import type { WelcomeMessage } from '../protocol/welcome.ts';
import { isSpoken, ownVersions } from '../protocol/spoken-versions.ts';
import type { RoomId } from '../records/ids.ts';
import type { Checkpoint } from '../records/wire-record.ts';

/** What a device knows before it is welcomed. */
export interface KnownRoom {
  readonly roomId: RoomId | undefined;
  /** The highest epoch ever welcomed in. */
  readonly epochSeen: number;
  /** The places in the room's history that the hello named: where the replica stands, and the newest answer. */
  readonly told: readonly Checkpoint[];
}

/**
 * Whether to believe a hub: `unsupported` when it speaks another version, `another` when it is not the hub in force of
 * this room. A hub that has lost what it once confirmed must come back under a higher epoch; until then it is not. One
 * that has grown by itself from an older copy is believed as a hub of a higher epoch is: `another-history`, nothing of
 * the former one counts any more.
 */
export function judgeWelcome(
  welcome: WelcomeMessage,
  known: KnownRoom,
  spoken = ownVersions,
): 'believe' | 'another-history' | 'unsupported' | 'another' {
  const { protocol, roomId, epoch, seq, history } = welcome;
  if (!isSpoken(protocol, spoken)) return 'unsupported';
  if (roomId !== known.roomId || epoch < known.epochSeen) return 'another';
  const told = known.told.filter((place) => place.epoch === epoch);
  if (history === 'another' && told.length > 0) return 'another-history';
  return told.some((place) => seq < (place.head ?? place.seq)) ? 'another' : 'believe';
}

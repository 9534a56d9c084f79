import type { LogPort } from '../room/ports.ts';
import type { Rules } from '../room/room.ts';
import type { EpochMemory } from '../../shared/link/link-ports.ts';
import type { CommandChannel, OutboxStore } from '../../shared/link/outbox-ports.ts';
import type { ReplicaFeedPorts } from '../../shared/link/replica-feed.ts';
import type { ReplicaDisk } from '../../shared/link/testing/model-replica.ts';
import type { DownMessage } from '../../shared/protocol/down.ts';
import type { UpMessage } from '../../shared/protocol/up.ts';

/**
 * Where a planted bug may take hold: each member stands between two honest parts and may spoil what passes. The
 * product code has no such places; all of them are ports that the simulation fills anyway.
 */
export interface Sabotage {
  readonly epochs?: (honest: EpochMemory) => EpochMemory;
  readonly store?: (honest: OutboxStore) => OutboxStore;
  readonly channel?: (honest: CommandChannel) => CommandChannel;
  readonly hub?: (honest: ReplicaFeedPorts['hub']) => ReplicaFeedPorts['hub'];
  readonly replicaDisk?: (honest: ReplicaDisk) => ReplicaDisk;
  /** `later` plans a piece of the hub's work, which is not done when the power goes before. */
  readonly log?: (honest: LogPort, later: (ms: number, run: () => void) => void) => LogPort;
  readonly rules?: Rules;
  /** A hub restored from a copy goes on in the epoch of the copy. */
  readonly keepsEpoch?: true;
  /** A session at a seat goes on wherever its person sits by now. */
  readonly keepsSessions?: true;
  /** What the hub hears. */
  readonly heard?: (message: UpMessage) => UpMessage;
  /** What the hub says. */
  readonly said?: (message: DownMessage) => DownMessage;
}

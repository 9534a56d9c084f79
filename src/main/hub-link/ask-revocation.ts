import { revocationName } from '../../shared/domain/pairing/revocation-name.ts';
import type { LinkStatus } from '../../shared/bridge/bridge.ts';
import type { Stop, Watchable } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';
import { handshake, type DoorAddress, type KnownHub } from './sealed-dial.ts';

/** A link that has broken for longer than this may have been cut, in milliseconds. */
const firstMs = 1_000;
/** Asked again this often while there is no link. */
const againMs = 5_000;

export interface RevocationQuestion {
  readonly addresses: readonly DoorAddress[];
  readonly hub: KnownHub;
  readonly deviceId: string;
}

/**
 * Asks a hub for its word that it has turned a device out: a certificate of the room's authority for a name that stands
 * for that. A handshake, and not a byte more. False where no hub gives it, for whatever reason.
 */
export async function isRevoked({ addresses, hub, deviceId }: RevocationQuestion): Promise<boolean> {
  const { authority, servername } = hub;
  const word = revocationName(deviceId, servername);
  const options = { ca: [authority], servername: word, rejectUnauthorized: true };
  const never = new AbortController().signal;
  const asked = addresses.map(async (address) => {
    (await handshake(address, options, never)).destroy();
  });
  return Promise.any(asked).then(
    () => true,
    () => false,
  );
}

export interface RevocationWatchPorts {
  readonly status: Watchable<LinkStatus>;
  readonly timers: Pick<Timers, 'after'>;
  ask(): Promise<boolean>;
  onRevoked(): void;
}

/** Asks while there is no live link, until it is stopped or the device has been revoked. */
export function watchRevocation({ status, timers, ask, onRevoked }: RevocationWatchPorts): Stop {
  let stopWaiting: Stop = () => undefined;
  let isOver = false;
  const isLive = (): boolean => status.get().state === 'live';
  const askLater = (ms: number): void => {
    stopWaiting();
    stopWaiting = timers.after(ms, () => {
      ask().then(
        (revoked) => {
          if (isOver || isLive()) return;
          if (!revoked) return askLater(againMs);
          stop();
          onRevoked();
        },
        // A hub that cannot be asked has said nothing.
        () => isOver || isLive() || askLater(againMs),
      );
    });
  };
  let wasLive = isLive();
  const stopWatching = status.subscribe(() => {
    if (isLive() === wasLive) return;
    wasLive = isLive();
    if (wasLive) stopWaiting();
    else askLater(firstMs);
  });
  const stop = (): void => {
    isOver = true;
    stopWaiting();
    stopWatching();
  };
  if (!wasLive) askLater(againMs);
  return stop;
}

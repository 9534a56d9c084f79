import { LinkDown, type DeviceBridge, type LinkStatus } from '../../shared/bridge/bridge.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { Stop, Watchable } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';

export interface RegisteringPorts {
  readonly device: Pick<DeviceBridge, 'identity' | 'register'>;
  readonly status: Watchable<LinkStatus>;
  readonly timers: Timers;
  onTrouble(reason: unknown): void;
}

/**
 * Registers with a code that was given at the start, until the hub has answered; and again if it forgets the device.
 * Goes on until it is stopped.
 */
export function registerBy(roomCode: string, { device, status, timers, onTrouble }: RegisteringPorts): Stop {
  let stopWaiting: Stop = () => undefined;
  const register = (): void => {
    device.register(roomCode).then(
      (made) => {
        if (!made.ok) onTrouble(new Error(`the hub does not register this terminal: ${made.reason.code}`));
      },
      (reason: unknown) => {
        if (reason instanceof LinkDown) stopWaiting = timers.after(limits.reconnectLongestMs, register);
        else onTrouble(reason);
      },
    );
  };
  if (device.identity.get().registered === null) register();
  const stopWatching = status.subscribe(({ code }) => {
    if (code === 'access/unknown-device') register();
  });
  return () => {
    stopWatching();
    stopWaiting();
  };
}

import { LinkDown, type DeviceBridge, type LinkStatus } from '../bridge/bridge.ts';
import { limits } from '../protocol/limits.ts';
import type { Stop, Watchable } from '../std/signal.ts';
import type { Timers } from '../std/timers.ts';

export interface RegisteringPorts {
  readonly device: Pick<DeviceBridge, 'identity' | 'register'>;
  readonly status: Watchable<LinkStatus>;
  readonly timers: Pick<Timers, 'after'>;
  /** The hub has taken the code, or refused it. */
  onAnswered(made: Awaited<ReturnType<DeviceBridge['register']>>): void;
  onTrouble(reason: unknown): void;
}

/**
 * Registers with a code that was given at the start, unless the device is registered, until the hub has answered; and
 * again if it forgets the device. Goes on until it is stopped.
 */
export function registerBy(roomCode: string, ports: RegisteringPorts): Stop {
  const { device, status, timers, onAnswered, onTrouble } = ports;
  let stopWaiting: Stop = () => undefined;
  const register = (): void => {
    device.register(roomCode).then(onAnswered, (reason: unknown) => {
      if (reason instanceof LinkDown) stopWaiting = timers.after(limits.reconnectLongestMs, register);
      else onTrouble(reason);
    });
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

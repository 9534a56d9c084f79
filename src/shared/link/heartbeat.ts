import { limits } from '../protocol/limits.ts';
import type { Stop } from '../std/signal.ts';
import type { Timers } from '../std/timers.ts';

export interface HeartbeatPorts {
  readonly timers: Timers;
  /** Called at once and then every `limits.pingMs`. */
  ping(): void;
  /** Called once when nothing was heard for `limits.silenceMs`: the peer is gone, or the way to it is. */
  silent(): void;
}

/** Finds the half-open connections that no socket reports. It counts by timers alone, so a set clock cannot deceive it. */
export class Heartbeat {
  readonly #ports: HeartbeatPorts;
  #nextPing: Stop = () => undefined;
  #silence: Stop = () => undefined;

  constructor(ports: HeartbeatPorts) {
    this.#ports = ports;
    this.heard();
  }

  /** Begins to ping. */
  start(): void {
    this.#nextPing = this.#ports.timers.after(limits.pingMs, () => this.start());
    this.#ports.ping();
  }

  /** Anything at all has come from the peer. */
  heard(): void {
    this.#silence();
    this.#silence = this.#ports.timers.after(limits.silenceMs, () => this.#ports.silent());
  }

  stop(): void {
    this.#nextPing();
    this.#silence();
  }
}

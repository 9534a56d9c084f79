import { z } from 'zod';
import { createSignal, type Stop, type Watchable } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';
import type { AppLog } from '../logs/app-log.ts';
import type { HubEvents, HubProcess } from './hub-process.ts';

/** What main needs of the line that a hub prints when it is ready. */
const readyLine = z.object({ ready: z.literal(true), hub: z.url(), roomCode: z.string() });
export type ReadyHub = Pick<z.infer<typeof readyLine>, 'hub' | 'roomCode'>;

/** Where a hosted hub stands. */
export type HostedHub =
  | { readonly is: 'starting' }
  | { readonly is: 'ready'; readonly hub: ReadyHub }
  /** It has ended by itself and is started again after a while. */
  | { readonly is: 'restarting'; readonly restarts: number }
  /** It has said why it does not start; starting it again would not help. */
  | { readonly is: 'refused'; readonly sentence: string }
  | { readonly is: 'stopped' };

export interface HubHostPorts {
  start(events: HubEvents): HubProcess;
  readonly timers: Timers;
  readonly log: AppLog;
  /** The log of the hub, line by line as it writes it. */
  readonly lines: { write(line: string): void };
}

/** The exit code of a start that was refused with a sentence. */
const refusedCode = 2;
const firstWaitMs = 500;
const longestWaitMs = 30_000;
/** A hub that has been ready this long counts as sound again. */
const soundMs = 60_000;
const pingMs = 5_000;
/** So many pings without an answer and the hub is hung: half a minute, for a hub may be busy with a large log. */
const missedPings = 6;
/** How long a hub may take to end in good order. */
const stopMs = 8_000;

/** Keeps a hub running: starts it, watches it, starts it again when it ends, and stops it in good order. */
export class HubHost {
  readonly #ports: HubHostPorts;
  readonly #state = createSignal<HostedHub>({ is: 'starting' });
  #process: HubProcess | null = null;
  #lastLine = '';
  #restarts = 0;
  #readyAt: number | null = null;
  #ping = { round: 0, answered: 0 };
  #timer: Stop = () => undefined;
  #isStopping = false;
  readonly #ended = new Set<() => void>();

  constructor(ports: HubHostPorts) {
    this.#ports = ports;
    this.#start();
  }

  get state(): Watchable<HostedHub> {
    return this.#state;
  }

  /** Ends the hub in good order; after a while by force. Resolves when its process is gone. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#timer();
    const running = this.#process;
    if (running !== null) {
      const ended = new Promise<void>((resolve) => void this.#ended.add(resolve));
      this.#timer = this.#ports.timers.after(stopMs, () => {
        this.#ports.log.warn('room/stopped-by-force');
        running.kill();
      });
      running.send({ op: 'stop' });
      await ended;
    }
    this.#state.set({ is: 'stopped' });
  }

  #start(): void {
    const { log, lines } = this.#ports;
    this.#lastLine = '';
    this.#readyAt = null;
    log.info('room/starting', { restarts: this.#restarts });
    const own = this.#ports.start({
      said: (line) => {
        if (own === this.#process) this.#hear(line);
      },
      logged: (line) => {
        this.#lastLine = line;
        lines.write(line);
      },
      answered: (round) => {
        if (own === this.#process) this.#ping.answered = round;
      },
      ended: (code) => {
        if (own === this.#process) this.#end(code);
      },
    });
    this.#process = own;
  }

  #hear(line: string): void {
    const parsed = readyLine.safeParse(jsonOf(line));
    if (!parsed.success || this.#isStopping) return;
    const { hub, roomCode } = parsed.data;
    this.#readyAt = this.#ports.timers.now();
    this.#ports.log.info('room/ready', { restarts: this.#restarts });
    this.#state.set({ is: 'ready', hub: { hub, roomCode } });
    this.#ping = { round: 0, answered: 0 };
    this.#watch();
  }

  #watch(): void {
    this.#timer = this.#ports.timers.after(pingMs, () => {
      if (this.#ping.round - this.#ping.answered >= missedPings) {
        this.#ports.log.error('room/hung', { silentMs: missedPings * pingMs });
        this.#process?.kill();
        return;
      }
      this.#ping.round += 1;
      this.#process?.send({ op: 'ping', round: this.#ping.round });
      this.#watch();
    });
  }

  #end(code: number): void {
    const { timers, log } = this.#ports;
    this.#timer();
    this.#process = null;
    for (const ended of this.#ended) ended();
    if (this.#isStopping) return log.info('room/stopped', { exitCode: code });
    if (code === refusedCode && this.#readyAt === null) {
      log.error('room/refused', { exitCode: code });
      return this.#state.set({ is: 'refused', sentence: this.#lastLine });
    }
    const wasSound = this.#readyAt !== null && timers.now() - this.#readyAt > soundMs;
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (wasSound ? 0 : this.#restarts));
    this.#restarts = wasSound ? 1 : this.#restarts + 1;
    log.error('room/ended', { exitCode: code, restarts: this.#restarts, waitMs });
    this.#state.set({ is: 'restarting', restarts: this.#restarts });
    this.#timer = timers.after(waitMs, () => this.#start());
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

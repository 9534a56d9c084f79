import type { UpdateOffer, UpdateStage } from '../../shared/protocol/updates.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { createSignal, type Stop, type Watchable } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';
import type { AppLog } from '../logs/app-log.ts';
import { UpdateRefused, type ReleaseFeed } from './release-feed.ts';
import type { ReleaseUpdater } from './release-updater.ts';
import { idle, stepUpdate, type UpdateEvent, type UpdateState } from './update-state.ts';

/** What this machine tells with its question. */
export interface UpdateReport {
  readonly stage: UpdateStage;
  readonly percent: number;
  readonly failure: RefusalCode | null;
}

/** Says what this machine should run, and gives its files: the hub, or a folder. */
export interface UpdateSource {
  /** Null when it cannot be asked now. */
  offer(report: UpdateReport): Promise<UpdateOffer | null>;
  feed(version: string): ReleaseFeed;
}

export interface UpdateDriverPorts {
  readonly source: UpdateSource;
  readonly updater: ReleaseUpdater;
  /** Whether a meeting is open, as far as any terminal of this machine knows; known without the hub too. */
  readonly meetingIsOpen: Watchable<boolean>;
  readonly timers: Pick<Timers, 'after'>;
  /** 0 to 1: sixty machines do not ask in the same second. */
  random(): number;
  /** Ends the program and starts it again. */
  restart(): void;
  readonly log: AppLog;
}

/** A machine that runs asks so often, give or take a fifth. */
const askMs = 60_000;
/** An installer that has not ended this program by then did not run: nobody allowed it, or it failed. */
const installerMs = 10 * 60_000;

/** Refusals that pass: the link was lost, or a meeting began. */
const passing: readonly RefusalCode[] = ['update/unreachable', 'update/meeting-open', 'update/not-offered'];

/** Drives the updates of one machine: asks, fetches, and installs at a quiet moment. Ends nothing that is going on. */
export class UpdateDriver {
  readonly #ports: UpdateDriverPorts;
  readonly #state = createSignal<UpdateState>(idle);
  readonly state: Watchable<UpdateState> = this.#state;
  #stopAsking: Stop = () => undefined;
  #stopWatching: Stop = () => undefined;
  #stopInstaller: Stop = () => undefined;
  #fetching: AbortController | null = null;
  /** electron-updater would take a second download for the first as long as that has not ended. */
  #lastFetch: Promise<void> = Promise.resolve();

  constructor(ports: UpdateDriverPorts) {
    this.#ports = ports;
  }

  /** Begins to ask, and goes on until {@link stop}. */
  start(): void {
    this.#stopWatching = this.#ports.meetingIsOpen.subscribe((isOpen) => {
      if (isOpen) this.#take({ name: 'meeting' });
    });
    this.#askAfter(askMs * 0.2);
  }

  stop(): void {
    this.#stopAsking();
    this.#stopWatching();
    this.#stopInstaller();
    this.#fetching?.abort();
  }

  /** Asks now; resolves when the answer has been taken. */
  async ask(): Promise<void> {
    const { source, meetingIsOpen, log } = this.#ports;
    try {
      const offer = await source.offer(reportOf(this.#state.get()));
      if (offer === null) return;
      this.#take({ name: 'offer', version: offer.version, isQuiet: offer.isQuiet && !meetingIsOpen.get() });
    } catch (reason) {
      log.warn('update/not-asked', { reason: reason instanceof Error ? reason.name : 'unknown' });
    }
  }

  #askAfter(ms: number): void {
    this.#stopAsking();
    this.#stopAsking = this.#ports.timers.after(ms * (0.8 + 0.4 * this.#ports.random()), () => {
      void this.ask().finally(() => this.#askAfter(askMs));
    });
  }

  #take(event: UpdateEvent): void {
    const before = this.#state.get();
    const { state, action } = stepUpdate(before, event);
    if (state.name !== before.name) this.#tellLog(state);
    this.#state.set(state);
    switch (action) {
      case 'none':
        return;
      case 'cancel':
        return this.#fetching?.abort();
      case 'download':
        return this.#fetchAfterLast(state);
      case 'install':
        return this.#install();
    }
  }

  #fetchAfterLast(state: UpdateState): void {
    if (state.name !== 'downloading') return;
    const fetching = new AbortController();
    this.#fetching = fetching;
    this.#lastFetch = this.#lastFetch.then(() => this.#fetch(state.version, fetching));
  }

  async #fetch(version: string, fetching: AbortController): Promise<void> {
    if (fetching.signal.aborted) return;
    const { source, updater } = this.#ports;
    try {
      await updater.fetch(version, source.feed(version), {
        signal: fetching.signal,
        onProgress: (percent) => {
          if (!fetching.signal.aborted) this.#take({ name: 'progress', percent });
        },
      });
      if (!fetching.signal.aborted) this.#take({ name: 'downloaded' });
    } catch (reason) {
      if (fetching.signal.aborted) return;
      const code = reason instanceof UpdateRefused ? reason.code : 'update/unreachable';
      this.#take({ name: 'failed', code, isFinal: !passing.includes(code) });
    }
  }

  #install(): void {
    const { updater, restart, timers } = this.#ports;
    const fail = (): void => this.#take({ name: 'failed', code: 'update/not-installed', isFinal: true });
    const begun = updater.install();
    if (begun === 'restart') restart();
    else if (begun === 'ends-us') this.#stopInstaller = timers.after(installerMs, fail);
    else fail();
  }

  #tellLog(state: UpdateState): void {
    const version = state.name === 'idle' ? null : state.version;
    const code = state.name === 'failed' ? state.code : null;
    this.#ports.log.info('update/state', { state: state.name, version, code });
  }
}

function reportOf(state: UpdateState): UpdateReport {
  const percent = state.name === 'downloading' ? state.percent : state.name === 'ready' ? 100 : 0;
  return { stage: state.name, percent, failure: state.name === 'failed' ? state.code : null };
}

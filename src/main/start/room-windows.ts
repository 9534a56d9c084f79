import { join } from 'node:path';
import type { HostFacts } from '../../shared/bridge/bridge.ts';
import type { IpcTier } from '../../shared/bridge/ipc-channels.ts';
import { createSignal, type Stop, type Watchable } from '../../shared/std/signal.ts';
import { terminalName } from '../../shared/terminal/terminal-place.ts';
import type { AskingWindow } from '../bridge/register-requests.ts';
import { faultFields, type AppLog } from '../logs/app-log.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openTerminalOnDisk } from '../terminal/terminal-on-disk.ts';
import { TerminalWindow } from '../windows/terminal-window.ts';
import type { Opening } from './launch-options.ts';

export interface RoomWindowsPorts {
  /** Holds a folder for each terminal of this machine. */
  readonly folder: string;
  readonly machineKey: Uint8Array;
  readonly preloadFolder: string;
  /** The built `pin-thread`. */
  readonly pinThread: string;
  readonly kiosk: boolean;
  readonly log: AppLog;
}

/** The windows of this machine, one per terminal. */
export class RoomWindows {
  readonly #ports: RoomWindowsPorts;
  readonly #host: HostFacts;
  readonly #windows = new Map<string, TerminalWindow>();
  readonly #meetingIsOpen = createSignal(false);
  readonly #watched = new Map<Terminal, Stop>();
  /** Openings and replacements come one after the other, since a terminal's folder has one owner. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(ports: RoomWindowsPorts) {
    this.#ports = ports;
    this.#host = { kind: 'electron', kiosk: ports.kiosk, displays: false, keepsPack: true };
  }

  /** Opens a terminal and its window, or shows the window that is there. Rejects when its folder cannot be used. */
  open(opening: Opening): Promise<void> {
    return this.#inTurn(async () => {
      const name = terminalName(opening.place);
      const there = this.#windows.get(name);
      if (there !== undefined) return there.show();
      const window = new TerminalWindow({
        place: opening.place,
        terminal: await this.#openTerminal(opening),
        kiosk: this.#ports.kiosk,
        preloadOf: (tier: IpcTier) => join(this.#ports.preloadFolder, `${tier}.cjs`),
        log: this.#ports.log,
        onClosed: (terminal) => {
          this.#windows.delete(name);
          this.#unwatch(terminal);
        },
      });
      this.#windows.set(name, window);
    });
  }

  /** Whether some terminal of this machine knows of a meeting that is open. */
  get meetingIsOpen(): Watchable<boolean> {
    return this.#meetingIsOpen;
  }

  /** The window whose page has this id. */
  windowOf(webContentsId: number): AskingWindow | null {
    for (const { window, asking } of this.#windows.values()) {
      if (!window.isDestroyed() && window.webContents.id === webContentsId) return asking;
    }
    return null;
  }

  async #openTerminal(opening: Opening): Promise<Terminal> {
    const { folder, machineKey, pinThread, log } = this.#ports;
    const { surface, seat } = opening.place;
    const onTrouble = (reason: unknown): void =>
      log.warn('terminal/trouble', { surface, seat, ...faultFields(reason) });
    const terminal: Terminal = await openTerminalOnDisk({
      ...opening,
      host: this.#host,
      folder,
      machineKey,
      pinThread,
      onOtherRoom: () => void this.#reopen(opening, terminal).catch(onTrouble),
      onTrouble,
    });
    if (opening.roomCode !== null) terminal.useRoomCode(opening.roomCode);
    log.info('terminal/opened', { surface, seat });
    this.#watch(terminal);
    return terminal;
  }

  #watch(terminal: Terminal): void {
    const told = (): void => this.#meetingIsOpen.set([...this.#watched.keys()].some(knowsOfOpenMeeting));
    this.#watched.set(terminal, terminal.meetingIsOpen.subscribe(told));
    told();
  }

  #unwatch(terminal: Terminal): void {
    this.#watched.get(terminal)?.();
    this.#watched.delete(terminal);
    this.#meetingIsOpen.set([...this.#watched.keys()].some(knowsOfOpenMeeting));
  }

  /** The device has changed rooms: nothing that was loaded for the former room may go on. */
  #reopen(opening: Opening, former: Terminal): Promise<void> {
    return this.#inTurn(async () => {
      former.stop();
      this.#unwatch(former);
      const window = this.#windows.get(terminalName(opening.place));
      if (window === undefined) return;
      window.replaceTerminal(await this.#openTerminal(opening));
    });
  }

  #inTurn(operation: () => Promise<void>): Promise<void> {
    const done = this.#last.then(operation);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

function knowsOfOpenMeeting({ meetingIsOpen }: Terminal): boolean {
  return meetingIsOpen.get();
}

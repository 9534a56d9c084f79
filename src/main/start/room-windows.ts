import { join } from 'node:path';
import { LinkDown, type HostFacts } from '../../shared/bridge/bridge.ts';
import type { IpcTier } from '../../shared/bridge/ipc-channels.ts';
import { createSignal, type Stop, type Watchable } from '../../shared/std/signal.ts';
import { terminalName } from '../../shared/terminal/terminal-place.ts';
import type { AskingWindow } from '../bridge/register-requests.ts';
import type { AboutProgram } from '../health/gather-machine.ts';
import { faultFields, type AppLog } from '../logs/app-log.ts';
import type { FetchAtHub } from '../hub-link/hub-door.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openTerminalOnDisk } from '../terminal/terminal-on-disk.ts';
import type { WindowPlaces } from '../displays/place-windows.ts';
import type { Kiosk } from '../kiosk/kiosk.ts';
import type { Pairing } from '../pairing/pairing.ts';
import type { PrintWindows } from '../print/print-windows.ts';
import { UnreadableCommand } from '../outbox/outbox-store.ts';
import type { Notices } from '../plain/notices.ts';
import type { StartingLook } from '../windows/page-address.ts';
import { TerminalWindow } from '../windows/terminal-window.ts';
import type { Opening } from './launch-options.ts';

export interface RoomWindowsPorts {
  /** Holds a folder for each terminal of this machine. */
  readonly folder: string;
  readonly machineKey: Uint8Array;
  readonly preloadFolder: string;
  /** The built `pin-thread`. */
  readonly pinThread: string;
  readonly isKiosk: boolean;
  /** Whether this machine may print at all. */
  readonly mayPrint: boolean;
  readonly prints: PrintWindows;
  /** How pages begin to look. */
  readonly look: StartingLook;
  readonly devTools: boolean;
  readonly kiosk: Kiosk;
  readonly places: WindowPlaces;
  readonly notices: Notices;
  readonly about: AboutProgram;
  readonly log: AppLog;
  /** The room has turned a terminal out; it has been stopped, and its window closes when this resolves. */
  onRevoked(pairing: Pairing): Promise<void>;
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
    const { isKiosk: kiosk, mayPrint: prints } = ports;
    this.#host = { kind: 'electron', kiosk, prints, displays: true, keepsPack: true };
  }

  /** Opens a terminal and its window, or shows the window that is there. Rejects when its folder cannot be used. */
  open(opening: Opening): Promise<void> {
    return this.#inTurn(async () => {
      const name = terminalName(opening.place);
      const there = this.#windows.get(name);
      if (there !== undefined) return there.show();
      this.#windows.set(name, this.#openWindow(name, opening, await this.#openTerminal(opening)));
    });
  }

  /** Whether some terminal of this machine knows of a meeting that is open. */
  get meetingIsOpen(): Watchable<boolean> {
    return this.#meetingIsOpen;
  }

  /** `fetch` at the hub in the name of a terminal of this machine; rejects while none of them is registered. */
  readonly fetchAsDevice: FetchAtHub = (path, init) => {
    const terminals = [...this.#watched.keys()];
    const registered = terminals.find(({ device }) => device.identity.get().registered !== null);
    return registered?.fetchAsDevice(path, init) ?? Promise.reject(new LinkDown('no terminal is registered'));
  };

  /** The window whose page has this id. */
  windowOf(webContentsId: number): AskingWindow | null {
    for (const { window, asking } of this.#windows.values()) {
      if (!window.isDestroyed() && window.webContents.id === webContentsId) return asking;
    }
    return null;
  }

  #openWindow(name: string, { place, display }: Opening, terminal: Terminal): TerminalWindow {
    const { preloadFolder, places, kiosk, notices, isKiosk, look, devTools, prints, log } = this.#ports;
    const wanted = { place, wish: display };
    const window = new TerminalWindow({
      ...wanted,
      ...{ terminal, devTools, look, prints, log, kiosk: isKiosk },
      standing: places.standingOf(wanted),
      preloadOf: (tier: IpcTier) => join(preloadFolder, `${tier}.cjs`),
      onAskedToLeave: () => kiosk.ask(name),
      onHopeless: (retry) => void notices.tell('shell/page-keeps-failing', name, name, retry),
      onClosed: (ended) => {
        stopFollowing();
        this.#windows.delete(name);
        this.#unwatch(ended);
      },
    });
    const stopFollowing = places.follow(window);
    kiosk.hold(window.window, name);
    return window;
  }

  async #openTerminal(opening: Opening): Promise<Terminal> {
    const { folder, machineKey, pinThread, about, notices, log } = this.#ports;
    const { surface, seat } = opening.place;
    const name = terminalName(opening.place);
    const onTrouble = (reason: unknown): void => {
      log.warn('terminal/trouble', { surface, seat, ...faultFields(reason) });
      if (reason instanceof UnreadableCommand)
        notices.tell('shell/requests-damaged', `requests ${name}`, seat ?? surface);
    };
    const terminal: Terminal = await openTerminalOnDisk({
      ...opening,
      host: this.#host,
      folder,
      machineKey,
      pinThread,
      about,
      onOtherRoom: () => void this.#reopen(opening, terminal).catch(onTrouble),
      onRevoked: (pairing) => void this.#turnOut(pairing, opening, terminal).catch(onTrouble),
      onTrouble,
      onSalvaged({ aside, rows }) {
        log.error('terminal/data-damaged', { surface, seat, rows });
        notices.tell('shell/data-damaged', `damaged ${name}`, aside);
      },
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

  /** Nothing of the room may stay on the screen, so the window goes with the terminal. */
  #turnOut(pairing: Pairing, { place }: Opening, terminal: Terminal): Promise<void> {
    return this.#inTurn(async () => {
      terminal.stop();
      this.#unwatch(terminal);
      const window = this.#windows.get(terminalName(place));
      window?.window.hide();
      await this.#ports.onRevoked(pairing);
      if (window !== undefined && !window.window.isDestroyed()) window.window.destroy();
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

import { randomBytes } from 'node:crypto';
import { hostname, networkInterfaces } from 'node:os';
import type { BrowserWindow } from 'electron';
import type { PairingNotice } from '../../shared/bridge/pairing-ipc.ts';
import type { TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import type { RequestGate } from '../bridge/serve-request.ts';
import { nodeTimers } from '../hub-link/node-timers.ts';
import { faultFields, type AppLog } from '../logs/app-log.ts';
import { makeDeviceRequest } from './device-request.ts';
import { findHubs } from './find-hubs.ts';
import { findTickets, stickRoots } from './find-tickets.ts';
import { forgetTerminal } from './forget-terminal.ts';
import { macAddresses } from './mac-addresses.ts';
import { openPairingLine } from './pairing-line.ts';
import { PairingSession } from './pairing-session.ts';
import { createPairingStore, type PairingStore } from './pairing-store.ts';
import { PairingWindow } from './pairing-window.ts';
import { placeOf, type Pairing } from './pairing.ts';
import { readTicket } from './read-ticket.ts';
import { registerPairingRequests } from './register-pairing-requests.ts';
import { createRevokedNotes, type RevokedNotes } from './revoked-notes.ts';

export interface PairingDeskPorts {
  /** Holds a folder for each terminal of this machine. */
  readonly folder: string;
  readonly machineKey: Uint8Array;
  /** The built preload of the window. */
  readonly preload: string;
  readonly isKiosk: boolean;
  readonly gate: Omit<RequestGate<never>, 'windowOf'>;
  readonly log: AppLog;
  /** Told of the window, so that a kiosk can lock it too. */
  hold(window: BrowserWindow): void;
  /** Opens the terminal that this machine has become; the window of the pairing closes when it resolves. */
  onPaired(pairing: Pairing): Promise<void>;
  /** The window of a pairing that was made is closed: this machine may have to be more than one terminal. */
  onSettled(pairing: Pairing): Promise<void>;
}

/** What a machine that is not paired has been told by IT. */
export interface PairingPlan {
  /** What it is to be. */
  readonly proposed: TerminalPlace | null;
  /** The file of a ticket, with which it begins by itself. */
  readonly ticketFile: string | null;
  /** The only authority that will do, by its SHA-256. */
  readonly authoritySha256: string | null;
}

/** Everything about the pairings of this machine: which there are, making one, and losing one. */
export class PairingDesk {
  readonly #ports: PairingDeskPorts;
  readonly #store: PairingStore;
  readonly #notes: RevokedNotes;
  #window: PairingWindow | null = null;

  constructor(ports: PairingDeskPorts) {
    this.#ports = ports;
    this.#store = createPairingStore(ports);
    this.#notes = createRevokedNotes(ports);
    registerPairingRequests({
      ...ports.gate,
      windowOf: (id) => (this.#window?.window.webContents.id === id ? this.#window : null),
    });
  }

  /** The terminals that this machine is paired as. What a revocation has left half done is done first. */
  async pairings(): Promise<readonly Pairing[]> {
    const [found, notes] = await Promise.all([this.#store.list(), this.#notes.list()]);
    const isRevoked = ({ deviceId }: Pairing): boolean => notes.some((note) => note.deviceId === deviceId);
    await Promise.all(found.filter(isRevoked).map((pairing) => this.#forget(pairing)));
    return found.filter((pairing) => !isRevoked(pairing));
  }

  /** Whether a pairing of this machine is there and does not open. */
  async hasDamaged(): Promise<boolean> {
    return this.#store.hasDamaged();
  }

  /** Opens the window in which this machine is paired, or shows it. */
  async open(plan: PairingPlan): Promise<void> {
    if (this.#window !== null) return this.#window.window.focus();
    const { preload, isKiosk, log } = this.#ports;
    const onTrouble = (reason: unknown): void => log.warn('pairing/trouble', faultFields(reason));
    const notice = await this.#notice();
    let made: Pairing | null = null;
    const paired = async (pairing: Pairing): Promise<void> => {
      await this.#paired(pairing);
      made = pairing;
      this.#window?.close();
    };
    const hubs = findHubs(onTrouble);
    const tickets = findTickets(() => stickRoots(process.platform), nodeTimers);
    const session = new PairingSession({
      ...{ proposed: plan.proposed, authoritySha256: plan.authoritySha256, notice },
      machineName: hostname().slice(0, 64) || 'máy trạm',
      macs: macAddresses(networkInterfaces()),
      hubs: hubs.hubs,
      tickets: tickets.tickets,
      timers: nodeTimers,
      openLine: openPairingLine,
      makeRequest: makeDeviceRequest,
      randomBytes: (count) => new Uint8Array(randomBytes(count)),
      readTicket,
      keep: (pairing) => this.#store.keep(pairing),
      onPaired: (pairing) => void paired(pairing).catch(onTrouble),
      onTrouble,
    });
    const onClosed = (): void => {
      this.#window = null;
      hubs.stop();
      tickets.stop();
      if (made !== null) void this.#ports.onSettled(made).catch(onTrouble);
    };
    this.#window = new PairingWindow({ session, preload, kiosk: isKiosk, log, onClosed });
    this.#ports.hold(this.#window.window);
    log.info('pairing/opened');
    if (plan.ticketFile !== null) await session.beginByOwnTicket(plan.ticketFile);
  }

  /**
   * The room has turned this machine out: destroys what it may not keep, and the pairing last, so that it is done again
   * after a power cut. The terminal must have been stopped.
   */
  async revoked(pairing: Pairing): Promise<void> {
    const { roomId, roomName, deviceId } = pairing;
    const place = placeOf(pairing);
    await this.#notes.keep({ ...place, roomId, roomName, deviceId, at: Date.now(), unsent: 0 });
    await this.#forget(pairing);
    this.#ports.log.warn('pairing/revoked', { surface: place.surface, seat: place.seat });
  }

  async #forget(pairing: Pairing): Promise<void> {
    const { folder, machineKey, log } = this.#ports;
    const place = placeOf(pairing);
    const onTrouble = (reason: unknown): void => log.warn('pairing/trouble', faultFields(reason));
    const unsent = await forgetTerminal({ folder, machineKey, place, onTrouble });
    const note = (await this.#notes.list()).find(({ deviceId }) => deviceId === pairing.deviceId);
    if (note !== undefined) await this.#notes.keep({ ...note, unsent });
    await this.#store.destroy(place);
  }

  async #paired(pairing: Pairing): Promise<void> {
    await this.#notes.settle(placeOf(pairing), pairing.roomId);
    await this.#ports.onPaired(pairing);
  }

  /** Why this machine is here again. */
  async #notice(): Promise<PairingNotice | null> {
    const [note] = await this.#notes.list();
    if (note !== undefined) {
      const { roomName, at, unsent } = note;
      return { is: 'revoked', roomName, at, unsent };
    }
    return (await this.hasDamaged()) ? { is: 'damaged' } : null;
  }
}

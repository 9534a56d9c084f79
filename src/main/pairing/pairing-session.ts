import type {
  FoundHub,
  FoundTicket,
  PairingNotice,
  PairingScreen,
  PairingStep,
} from '../../shared/bridge/pairing-ipc.ts';
import type { PairingTicket, PairingWish } from '../../shared/protocol/pairing.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { refused, type Result } from '../../shared/std/result.ts';
import { createSignal, type Stop, type Watchable } from '../../shared/std/signal.ts';
import type { Timers } from '../../shared/std/timers.ts';
import type { TerminalPlace } from '../../shared/terminal/terminal-place.ts';
import type { DoorAddress } from '../hub-link/sealed-dial.ts';
import { beginPairing, type OpenPairing } from './ceremony.ts';
import type { DeviceRequest } from './device-request.ts';
import { addressText, readDoorAddress } from './door-address.ts';
import type { PairingLine, PairingLineOptions } from './pairing-line.ts';
import type { Pairing } from './pairing.ts';

/** The hub is asked this often what comes of the pairing, in milliseconds. */
const askMs = 1_000;
/** A hub that has not answered so often in a row has gone. */
const mostSilences = 20;
/** A pairing that nobody watches begins again after this time, in milliseconds. */
const againMs = 5_000;
/** How long people are told that it has worked, in milliseconds. */
const acceptedMs = 2_500;

export interface PairingSessionPorts {
  readonly machineName: string;
  readonly macs: readonly string[];
  /** What this machine is to be, where IT has said so. */
  readonly proposed: TerminalPlace | null;
  readonly notice: PairingNotice | null;
  /** The only authority that will do, by its SHA-256; null where any hub may be asked. */
  readonly authoritySha256: string | null;
  readonly hubs: Watchable<readonly FoundHub[]>;
  readonly tickets: Watchable<readonly FoundTicket[]>;
  readonly timers: Timers;
  openLine(options: PairingLineOptions): Promise<Result<PairingLine, RefusalCode>>;
  makeRequest(): Promise<DeviceRequest>;
  randomBytes(count: number): Uint8Array;
  readTicket(file: string): Promise<PairingTicket | 'missing' | 'damaged'>;
  /** Durable when it resolves; see `PairingStore`. */
  keep(pairing: Pairing): Promise<void>;
  onPaired(pairing: Pairing): void;
  onTrouble(reason: unknown): void;
}

/** What a pairing is begun with. */
interface Intent {
  readonly addresses: readonly DoorAddress[];
  readonly ticket: PairingTicket | null;
  readonly target: string;
}

/**
 * A machine on its way into a room, as its screen shows it. One attempt at a time: a new one, or `stop`, ends the
 * one before, and what that one still hears counts no more. Nothing is kept before IT has accepted.
 */
export class PairingSession {
  readonly #ports: PairingSessionPorts;
  readonly #screen;
  readonly #stops: readonly Stop[];
  /** Names the attempt in force. */
  #attempt = 0;
  #line: PairingLine | null = null;
  #waiting: Stop = () => undefined;
  /** The ticket that this machine was started with. */
  #ownTicket: string | null = null;

  constructor(ports: PairingSessionPorts) {
    this.#ports = ports;
    const { machineName, proposed, notice } = ports;
    this.#screen = createSignal<PairingScreen>({
      machineName,
      surface: proposed?.surface ?? 'seat',
      seat: proposed?.seat ?? null,
      placeIsFixed: proposed !== null,
      notice,
      hubs: ports.hubs.get(),
      tickets: ports.tickets.get(),
      step: { is: 'choosing', failure: null, triesAgain: false },
    });
    this.#stops = [
      ports.hubs.subscribe((hubs) => this.#show({ hubs })),
      ports.tickets.subscribe((tickets) => this.#show({ tickets })),
    ];
  }

  get screen(): Watchable<PairingScreen> {
    return this.#screen;
  }

  /** What this machine asks to be from now on; nothing where IT has said it. */
  choosePlace({ surface, seat }: TerminalPlace): void {
    const { placeIsFixed, step } = this.#screen.get();
    if (!placeIsFixed && step.is === 'choosing')
      this.#show({ surface, seat: surface === 'seat' ? seat : null });
  }

  /** Begins at the door that a person means; people will compare codes. */
  begin(text: string): void {
    const address = readDoorAddress(text);
    if (address === null) return this.#fail('terminal/bad-address');
    this.#ownTicket = null;
    this.#begin({ addresses: [address], ticket: null, target: addressText(address) });
  }

  /** Begins with the ticket in a file. */
  async beginByTicket(file: string): Promise<void> {
    this.#ownTicket = null;
    await this.#beginByTicket(file);
  }

  /** As {@link beginByTicket}, and goes on by itself until the machine is paired or a person does something else. */
  async beginByOwnTicket(file: string): Promise<void> {
    this.#ownTicket = file;
    await this.#beginByTicket(file);
  }

  /** Gives the present attempt up, and whatever would begin by itself. */
  stop(): void {
    this.#ownTicket = null;
    this.#drop();
    if (this.#screen.get().step.is !== 'accepted') this.#choose(null);
  }

  /** The window has gone. */
  close(): void {
    this.#ownTicket = null;
    this.#drop();
    for (const stop of this.#stops) stop();
  }

  async #beginByTicket(file: string): Promise<void> {
    const attempt = this.#next();
    const ticket = await this.#ports.readTicket(file);
    if (this.#attempt !== attempt) return;
    if (ticket === 'missing' || ticket === 'damaged') return this.#fail('terminal/ticket-damaged');
    const addresses = ticket.addresses.map((host) => ({ host, port: ticket.pairingPort }));
    this.#begin({ addresses, ticket, target: ticket.roomName });
  }

  #begin(intent: Intent): void {
    const attempt = this.#next();
    this.#show({ step: { is: 'reaching', target: intent.target } });
    this.#reach(intent, attempt).catch((reason: unknown) => {
      this.#ports.onTrouble(reason);
      if (this.#attempt === attempt) this.#fail('terminal/hub-away');
    });
  }

  async #reach({ addresses, ticket, target }: Intent, attempt: number): Promise<void> {
    const { timers, authoritySha256: pinned } = this.#ports;
    const line = await this.#reachDoor(addresses, ticket, pinned, timers);
    if (this.#attempt !== attempt) return line.ok ? line.value.close() : undefined;
    if (!line.ok) return this.#fail(line.reason);
    this.#line = line.value;
    const { door, ask } = line.value;
    const begun = await beginPairing({ ...this.#ports, door, ask, ticket, wish: this.#wish() });
    if (this.#attempt !== attempt) return;
    if (!begun.ok) return this.#fail(begun.reason);
    this.#show({ step: { is: 'comparing', target, code: begun.value.code, byTicket: ticket !== null } });
    this.#follow(begun.value, attempt, 0);
  }

  async #reachDoor(
    addresses: readonly DoorAddress[],
    ticket: PairingTicket | null,
    pinned: string | null,
    timers: Timers,
  ): Promise<Result<PairingLine, RefusalCode>> {
    if (ticket !== null && pinned !== null && ticket.authoritySha256 !== pinned)
      return refused('terminal/ticket-of-another-room');
    const authoritySha256 = ticket?.authoritySha256 ?? pinned;
    return this.#ports.openLine({ addresses, authoritySha256, timers });
  }

  #wish(): PairingWish {
    const { machineName, surface, seat } = this.#screen.get();
    return { surface, seat, machineName, macs: [...this.#ports.macs] };
  }

  /** Asks what comes of it until something does. */
  #follow(opened: OpenPairing, attempt: number, silences: number): void {
    this.#waiting = this.#ports.timers.after(askMs, () => {
      opened.outcome().then(
        (outcome) => {
          if (this.#attempt !== attempt) return;
          if (outcome === 'waiting') this.#follow(opened, attempt, 0);
          else if (outcome.ok) void this.#accepted(outcome.value, attempt);
          else this.#fail(outcome.reason);
        },
        (reason: unknown) => {
          if (this.#attempt !== attempt) return;
          this.#ports.onTrouble(reason);
          if (silences < mostSilences) this.#follow(opened, attempt, silences + 1);
          else this.#fail('terminal/hub-away');
        },
      );
    });
  }

  /** From here on there is no way back: the hub has made this machine a device. */
  async #accepted(pairing: Pairing, attempt: number): Promise<void> {
    try {
      await this.#ports.keep(pairing);
    } catch (reason) {
      this.#ports.onTrouble(reason);
      if (this.#attempt === attempt) this.#fail('terminal/not-kept');
      return;
    }
    this.#drop();
    const { roomName, surface, seat } = pairing;
    this.#show({ step: { is: 'accepted', roomName, surface, seat } });
    this.#waiting = this.#ports.timers.after(acceptedMs, () => this.#ports.onPaired(pairing));
  }

  #fail(failure: RefusalCode): void {
    this.#drop();
    this.#choose(failure);
    const file = this.#ownTicket;
    if (file !== null)
      this.#waiting = this.#ports.timers.after(againMs, () => void this.#beginByTicket(file));
  }

  #choose(failure: RefusalCode | null): void {
    this.#show({ step: { is: 'choosing', failure, triesAgain: this.#ownTicket !== null } });
  }

  #next(): number {
    this.#drop();
    return this.#attempt;
  }

  #drop(): void {
    this.#attempt += 1;
    this.#waiting();
    this.#waiting = () => undefined;
    this.#line?.close();
    this.#line = null;
  }

  #show(part: Partial<Omit<PairingScreen, 'step'>> & { readonly step?: PairingStep }): void {
    this.#screen.set({ ...this.#screen.get(), ...part });
  }
}

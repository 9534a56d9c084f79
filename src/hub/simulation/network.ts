import type { VirtualTime } from '../../shared/link/testing/virtual-time.ts';
import type { OpenSocket, Socket, SocketHandlers } from '../../shared/link/link-ports.ts';
import type { Chance } from './chance.ts';

/** What the hub's end of a connection does. */
export interface HubEnd {
  receive(text: string): void;
  closed(): void;
}

/** What the hub's end may do: the way back to the client. */
export interface WayBack {
  send(text: string): void;
  close(): void;
  /** The hub's machine stopped: what it has sent still arrives, nothing follows; the client may or may not be told. */
  die(): void;
}

/** Where a client can try to connect: a hub machine that may or may not be running. */
export interface Address {
  /** Null while nobody listens. */
  accept(way: WayBack): HubEnd | null;
}

/** One terminal's cable: whether anything passes, and every connection that goes through it. */
export class Cable {
  readonly connections = new Set<Connection>();
  /** A poke was left out on a connection of this cable: only a later poke or a new connection can reveal it. */
  hasLostPoke = false;
  readonly #sent: string[] = [];
  #cuts = 0;
  #stalled: (() => void)[] = [];

  /** Nothing passes, and nobody is told: a pulled plug. */
  get isCut(): boolean {
    return this.#cuts > 0;
  }

  cut(): void {
    this.#cuts += 1;
  }

  /** What was on its way is sent again by TCP and arrives now, in order, if its connection still stands. */
  mend(): void {
    this.#cuts = Math.max(0, this.#cuts - 1);
    if (this.isCut) return;
    for (const arrive of this.#stalled.splice(0)) arrive();
  }

  mendAll(): void {
    this.#cuts = Math.min(this.#cuts, 1);
    this.mend();
  }

  /** Something arrives through the cable, at once or when it is mended. */
  pass(arrive: () => void): void {
    if (this.isCut) this.#stalled.push(arrive);
    else arrive();
  }

  /** Every connection is reset. */
  reset(): void {
    for (const connection of this.connections) connection.reset();
  }

  /** Remembers some of the commands that have gone up this cable. */
  remember(text: string): void {
    if (!text.startsWith('{"type":"command"')) return;
    this.#sent.push(text);
    if (this.#sent.length > 30) this.#sent.shift();
  }

  /** None of them will go up again. */
  forget(): void {
    this.#sent.length = 0;
  }

  /** One of them goes up again. */
  replay(chance: Chance): void {
    const connection = [...this.connections].at(-1);
    if (this.#sent.length > 0) connection?.up(chance.pick(this.#sent));
  }
}

/** The room's network. Frames of one connection keep their order; nothing else does. */
export class Network {
  readonly #time: VirtualTime;
  readonly #chance: Chance;
  #lostPokes = 0;

  constructor(time: VirtualTime, chance: Chance) {
    this.#time = time;
    this.#chance = chance;
  }

  /** From now on this share of pokes is left out, as a hub does for clients it finds slow. */
  losesPokes(share: number): void {
    this.#lostPokes = share;
  }

  isLost(text: string): boolean {
    return this.#lostPokes > 0 && text.startsWith('{"type":"poke"') && this.#chance.happens(this.#lostPokes);
  }

  /** The socket port of a terminal; each attempt goes to what `address` says at that moment. */
  socketsOf(cable: Cable, address: () => Address): OpenSocket {
    return (handlers) => new Connection(this, cable, handlers).dial(address());
  }

  /** Runs `task` after a usual wait on the way. */
  soon(task: () => void): void {
    this.#time.after(this.#chance.delay(3, 900), task);
  }

  /** When a frame sent now arrives, not before `earliest`. */
  arrival(earliest: number): number {
    return Math.max(earliest, this.#time.nowMs + this.#chance.delay(3, 900));
  }

  at(moment: number, task: () => void): void {
    this.#time.after(moment - this.#time.nowMs, task);
  }

  /** How long a peer takes to learn that the other end is gone; often long, as half-open connections are. */
  hangover(): number {
    return this.#time.nowMs + (this.#chance.happens(0.4) ? this.#chance.between(100, 9_000) : 5);
  }

  happens(probability: number): boolean {
    return this.#chance.happens(probability);
  }
}

export class Connection {
  /** Frames pass no more and nobody is told; each side finds out by silence. */
  isDark = false;
  /** Frames on their way are lost; the end itself is still told. */
  #losesFrames = false;
  readonly #network: Network;
  readonly #cable: Cable;
  readonly #client: SocketHandlers;
  #hub: HubEnd | null = null;
  #clientGone = false;
  #hubGone = false;
  #lastUp = 0;
  #lastDown = 0;

  constructor(network: Network, cable: Cable, client: SocketHandlers) {
    this.#network = network;
    this.#cable = cable;
    this.#client = client;
    cable.connections.add(this);
  }

  dial(address: Address): Socket {
    this.#down(() => {
      const hub = address.accept({
        send: (text) => this.down(text),
        close: () => this.hubCloses(),
        die: () => this.hubDies(),
      });
      if (hub === null) return this.#endClient();
      this.#hub = hub;
      this.#client.opened();
    });
    return { send: (text) => this.up(text), close: () => this.clientCloses() };
  }

  /** A frame on its way to the hub. It arrives even after the client has closed its end: late, but in order. */
  up(text: string): void {
    if (this.#clientGone) return;
    this.#cable.remember(text);
    this.#lastUp = this.#network.arrival(this.#lastUp);
    this.#network.at(this.#lastUp, () =>
      this.#cable.pass(() => {
        if (!this.#hubGone && !this.isDark && !this.#losesFrames) this.#hub?.receive(text);
      }),
    );
  }

  down(text: string): void {
    if (this.#hubGone) return;
    if (this.#network.isLost(text)) {
      this.#cable.hasLostPoke = true;
      return;
    }
    this.#down(() => {
      if (!this.#losesFrames) this.#client.message(text);
    });
  }

  clientCloses(): void {
    if (this.#clientGone) return;
    this.#clientGone = true;
    this.#cable.connections.delete(this);
    this.#network.at(Math.max(this.#lastUp, this.#network.hangover()), () => this.#endHub());
  }

  hubCloses(): void {
    if (this.#hubGone) return;
    this.#hubGone = true;
    this.#down(() => this.#endClient());
  }

  hubDies(): void {
    this.#hubGone = true;
    if (this.#network.happens(0.5)) this.#down(() => this.#endClient());
  }

  /** The connection is reset: both ends learn of it, each in its own time; frames on their way may be lost. */
  reset(): void {
    this.#losesFrames = this.#network.happens(0.5);
    this.#down(() => this.#endClient());
    this.#network.at(this.#network.hangover(), () => this.#endHub());
  }

  #down(arrive: () => void): void {
    this.#lastDown = this.#network.arrival(this.#lastDown);
    this.#network.at(this.#lastDown, () =>
      this.#cable.pass(() => {
        if (!this.#clientGone && !this.isDark) arrive();
      }),
    );
  }

  #endClient(): void {
    this.#clientGone = true;
    this.#cable.connections.delete(this);
    this.#client.closed();
  }

  #endHub(): void {
    if (this.#hubGone) return;
    this.#hubGone = true;
    this.#hub?.closed();
  }
}

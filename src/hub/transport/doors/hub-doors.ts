import type { Server } from 'node:http';
import { revocationName } from '../../../shared/domain/pairing/revocation-name.ts';
import type { Sentence } from '../../../shared/refusals/refusal.ts';
import { ok, type Result } from '../../../shared/std/result.ts';
import { fingerprint, type Authority, type HubCertificate } from '../../store/certificate.ts';
import type { Credentials } from '../../store/credentials.ts';
import type { Revocation } from '../../store/membership.ts';
import type { Logger } from '../logger.ts';
import type { DoorName, DoorPeers } from './door-peers.ts';
import type { StrangerBounds } from './strangers.ts';
import { openTlsDoor, type TlsDoor, type TlsPeer } from './tls-door.ts';

/** Where the doors to the network are, and which of them stand open from the start. */
export interface DoorsPlan {
  /** The address at which they listen, such as "0.0.0.0". */
  readonly host: string;
  /** 0 for any free one. */
  readonly terminalPort: number;
  readonly pairingPort: number;
  readonly browserPort: number;
  /** Whether browsers may join. */
  readonly browsers: boolean;
}

/** The doors that can be opened and closed while the hub runs. */
export type ChangeableDoor = 'pairing' | 'browser';

/** The hub's doors to the network. */
export interface HubDoors {
  /** The port of a door that is open; null while it is closed. */
  portOf(door: Exclude<DoorName, 'local'>): number | null;
  /** Opens a door, or leaves it open. */
  open(door: ChangeableDoor): Promise<Result<null, Sentence>>;
  /** Closes a door and cuts whoever has come in by it. */
  close(door: ChangeableDoor): Promise<void>;
  /** Who stands before the doors without belonging to the room. */
  strangers(): { readonly now: number; readonly turnedOut: number };
  stop(): Promise<void>;
}

export interface HubDoorsPorts {
  readonly plan: DoorsPlan;
  readonly authority: Authority;
  readonly certificate: HubCertificate;
  readonly peers: DoorPeers;
  readonly credentials: Pick<Credentials, 'memberByCertificate' | 'revocations'>;
  /** The hub's name in its certificate. */
  readonly serverName: string;
  /** All doors lead to the same routes. */
  readonly server: Server;
  readonly logger: Logger;
  /** Tighter or wider than usual, for tests. */
  readonly bounds?: Partial<Record<Exclude<DoorName, 'local'>, StrangerBounds>>;
}

const kilobyte = 1024;

/**
 * Of a terminal only the handshake is a stranger's; a machine that pairs is one to the end. A browser has its page to
 * load first, and is known from its first request with a token.
 */
export const strangerBounds = {
  terminal: { perAddress: 20, inAll: 256, ms: 5_000, bytes: 64 * kilobyte },
  pairing: { perAddress: 20, inAll: 256, ms: 30_000, bytes: 64 * kilobyte },
  browser: { perAddress: 20, inAll: 256, ms: 120_000, bytes: null },
} as const satisfies Record<Exclude<DoorName, 'local'>, StrangerBounds>;

/** Connections that one device may have at a time. */
const mostPerDevice = 64;

/** Opens the terminals' door, and the browsers' where they may join; the pairing door stays closed. */
export async function openHubDoors(ports: HubDoorsPorts): Promise<Result<HubDoors, Sentence>> {
  const doors = new Doors(ports);
  for (const door of ['terminal', ...(ports.plan.browsers ? (['browser'] as const) : [])] as const) {
    const opened = await doors.open(door);
    if (opened.ok) continue;
    await doors.stop();
    return opened;
  }
  return ok(doors);
}

class Doors implements HubDoors {
  readonly #ports: HubDoorsPorts;
  /** One for each device that was turned out and has asked. */
  readonly #words = new Map<string, Promise<HubCertificate>>();
  #namesOf: { readonly of: readonly Revocation[]; readonly names: ReadonlySet<string> } | null = null;
  readonly #open = new Map<Exclude<DoorName, 'local'>, TlsDoor>();

  constructor(ports: HubDoorsPorts) {
    this.#ports = ports;
  }

  portOf(door: Exclude<DoorName, 'local'>): number | null {
    return this.#open.get(door)?.port ?? null;
  }

  async open(door: Exclude<DoorName, 'local'>): Promise<Result<null, Sentence>> {
    if (this.#open.has(door)) return ok(null);
    const { plan, authority, certificate, logger, bounds } = this.#ports;
    const opened = await openTlsDoor({
      host: plan.host,
      port: { terminal: plan.terminalPort, pairing: plan.pairingPort, browser: plan.browserPort }[door],
      flag: `--${door}-port`,
      certificate,
      onlyOf: door === 'terminal' ? authority.certificate.pem : null,
      ...(door === 'terminal' ? { certificateFor: (name: string) => this.#wordOfRevocation(name) } : {}),
      bounds: bounds?.[door] ?? strangerBounds[door],
      admit: (peer) => (door === 'terminal' ? this.#admitTerminal(peer) : this.#admitStranger(door, peer)),
    });
    if (!opened.ok) return opened;
    this.#open.set(door, opened.value);
    logger.info('door/opened', { door, port: opened.value.port });
    return ok(null);
  }

  async close(door: Exclude<DoorName, 'local'>): Promise<void> {
    const opened = this.#open.get(door);
    this.#open.delete(door);
    if (opened === undefined) return;
    await opened.close();
    this.#ports.logger.info('door/closed', { door });
  }

  strangers(): { readonly now: number; readonly turnedOut: number } {
    const each = [...this.#open.values()].map(({ strangers }) => strangers);
    const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
    return { now: sum(each.map((one) => one.count())), turnedOut: sum(each.map((one) => one.turnedOut())) };
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((door) => this.close(door)));
  }

  /**
   * A terminal that was turned out is sent nothing, and would take that for a broken line. It may ask for a name that
   * the hub has a certificate for when, and only when, the device has been turned out.
   */
  async #wordOfRevocation(name: string): Promise<HubCertificate | null> {
    const { authority, serverName } = this.#ports;
    if (!name.endsWith(`.revoked.${serverName}`)) return null;
    if (!this.#wordsInForce().has(name)) return null;
    const known = this.#words.get(name) ?? authority.issueForName(name);
    this.#words.set(name, known);
    return known;
  }

  /** Whoever knocks may ask for any name, so that they are not made anew for each. */
  #wordsInForce(): ReadonlySet<string> {
    const { credentials, serverName } = this.#ports;
    const of = credentials.revocations();
    if (this.#namesOf?.of !== of)
      this.#namesOf = { of, names: new Set(of.map(({ id }) => revocationName(id, serverName))) };
    return this.#namesOf.names;
  }

  /** The handshake has shown a certificate of the authority; the list of members says whether it counts. */
  #admitTerminal({ socket, known, cut }: TlsPeer): boolean {
    const { peers, credentials, logger, server } = this.#ports;
    const shown = socket.getPeerX509Certificate();
    const member = shown === undefined ? null : credentials.memberByCertificate(fingerprint(shown.raw));
    if (member === null) {
      logger.warn('door/not-a-member', { address: socket.remoteAddress ?? 'unknown' });
      return false;
    }
    if (peers.count(member.id) >= mostPerDevice) return false;
    known();
    peers.enter(socket, { door: 'terminal', deviceId: member.id, cut, known });
    peers.note(socket, member.id);
    return server.emit('connection', socket);
  }

  #admitStranger(door: ChangeableDoor, { socket, known, cut }: TlsPeer): boolean {
    // Nobody belongs to the room by what is said at the pairing door.
    const becomeKnown = door === 'pairing' ? (): void => undefined : known;
    this.#ports.peers.enter(socket, { door, deviceId: null, cut, known: becomeKnown });
    return this.#ports.server.emit('connection', socket);
  }
}

import { commitment, pairingCode, ticketProof } from '../../shared/domain/pairing/pairing-code.ts';
import type { ExpectedSeat } from '../../shared/domain/pairing/seat-list.ts';
import type {
  BeginPairingRequest,
  PairedDevice,
  PairingBegun,
  PairingOutcome,
  PairingTicket,
  RevealPairingRequest,
} from '../../shared/protocol/pairing.ts';
import { oldestProtocolVersion, protocolVersion } from '../../shared/protocol/version.ts';
import type { Surface } from '../../shared/records/audience.ts';
import type { DeviceId, SeatLabel } from '../../shared/records/ids.ts';
import type { RefusalCode } from '../../shared/refusals/refusal-table.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { Authority } from '../store/certificate.ts';
import type { Credentials } from '../store/credentials.ts';
import type { Device } from '../store/membership.ts';
import { sameText } from '../transport/same-text.ts';
import { expectedFor } from './expected-for.ts';
import { listed, type ListedPairing, type Pairing, type Standing } from './pairing.ts';

/** What a paired device is told of the room. */
export type RoomFacts = Pick<
  PairedDevice,
  'roomId' | 'roomName' | 'addresses' | 'terminalPort' | 'unlockHash'
>;

export interface PairingDeskPorts {
  readonly authority: Pick<Authority, 'certificate' | 'issueForDevice'>;
  readonly credentials: Pick<Credentials, 'admit' | 'deviceAt'>;
  /** Whether a device has a live connection now. */
  isLinked(device: Device): boolean;
  /** Cuts what a device that was replaced may still have open. */
  expel(device: DeviceId): void;
  facts(): RoomFacts;
  /** Of the pairing door; null while it is closed. */
  pairingPort(): number | null;
  now(): number;
  randomBytes(count: number): Uint8Array;
  newDeviceId(): DeviceId;
  newToken(): string;
}

/** What IT may say differently from the machine. */
export interface Place {
  readonly surface: Surface;
  readonly seat: SeatLabel | null;
}

/** Machines at once that have begun without a ticket from one address, and in all. */
const mostPerAddress = 8;
const mostPairings = 1_200;
/** Whoever has begun reveals itself at once, in milliseconds. */
const longestBeginning = 60_000;
const secretBytes = 32;

/** Holds one window at a time. A new window forgets the machines of the one before. */
export class PairingDesk {
  readonly #ports: PairingDeskPorts;
  #closesAt = 0;
  #secret: Uint8Array | null = null;
  #seats: readonly ExpectedSeat[] = [];
  readonly #paired = new Map<ExpectedSeat, DeviceId>();
  readonly #pairings = new Map<string, Pairing>();
  #begun = 0;

  constructor(ports: PairingDeskPorts) {
    this.#ports = ports;
  }

  /** When the window closes by itself; null while none is open. */
  get closesAt(): number | null {
    return this.#ports.now() < this.#closesAt ? this.#closesAt : null;
  }

  /** The list of seats, and the device that has taken each. */
  get seats(): readonly { readonly seat: ExpectedSeat; readonly deviceId: DeviceId | null }[] {
    return this.#seats.map((seat) => ({ seat, deviceId: this.#paired.get(seat) ?? null }));
  }

  /** Opens a window of so many minutes, with a list of seats or an empty one; another ticket than before counts. */
  open(minutes: number, seats: readonly ExpectedSeat[]): void {
    this.#closesAt = this.#ports.now() + minutes * 60_000;
    this.#secret = this.#ports.randomBytes(secretBytes);
    this.#seats = seats;
    this.#paired.clear();
    this.#pairings.clear();
  }

  /** Closes the window: nobody begins, nobody is accepted. */
  close(): void {
    this.#closesAt = 0;
    this.#secret = null;
  }

  /** The ticket of this window; null while none is open. */
  ticket(): PairingTicket | null {
    const { authority, facts, pairingPort } = this.#ports;
    const port = pairingPort();
    if (this.closesAt === null || this.#secret === null || port === null) return null;
    const { roomName, addresses } = facts();
    return {
      version: 1,
      roomName,
      addresses,
      pairingPort: port,
      authoritySha256: authority.certificate.sha256,
      secret: Buffer.from(this.#secret).toString('base64'),
      expiresAt: this.#closesAt,
    };
  }

  /** The machines that have revealed themselves, in order of arrival. */
  list(): readonly ListedPairing[] {
    return [...this.#pairings.values()].flatMap((pairing) => listed(pairing) ?? []);
  }

  /** A machine begins; `address` is where it comes from. */
  begin(request: BeginPairingRequest, address: string): Result<PairingBegun, RefusalCode> {
    if (this.closesAt === null) return refused('pairing/closed');
    if (request.protocol < oldestProtocolVersion || request.protocol > protocolVersion)
      return refused('protocol/unsupported');
    const hasTicket = request.ticketProof !== null;
    if (hasTicket && !this.#isProof(request)) return refused('pairing/wrong-ticket');
    if (this.#isCrowded(address, hasTicket)) return refused('pairing/crowded');
    const { authority, now, randomBytes, newDeviceId } = this.#ports;
    const pairingId = hexOf(randomBytes(secretBytes));
    const hubNonce = randomBytes(secretBytes);
    this.#pairings.set(pairingId, {
      number: (this.#begun += 1),
      request,
      hubNonce,
      deviceId: newDeviceId(),
      address,
      at: now(),
      hasTicket,
      standing: { name: 'begun' },
    });
    return ok({ pairingId, authority: authority.certificate.pem, hubNonce: hexOf(hubNonce) });
  }

  /** A machine reveals what it has committed to; once, whatever comes of it. */
  async reveal(request: RevealPairingRequest): Promise<Result<null, RefusalCode>> {
    if (this.closesAt === null) return refused('pairing/closed');
    const pairing = this.#pairings.get(request.pairingId);
    if (pairing === undefined) return refused('pairing/unknown');
    if (pairing.standing.name !== 'begun') return refused('pairing/revealed-already');
    pairing.standing = { name: 'revealing' };
    const judged = await this.#judge(pairing, request);
    pairing.standing = judged.ok ? judged.value : { name: 'refused' };
    if (!judged.ok) return judged;
    if (pairing.hasTicket) this.#acceptExpected(pairing);
    return ok(null);
  }

  /** What has come of a pairing, for the machine that has its id. */
  outcome(pairingId: string): Result<PairingOutcome, RefusalCode> {
    const pairing = this.#pairings.get(pairingId);
    if (pairing === undefined) return refused('pairing/unknown');
    const { standing } = pairing;
    if (standing.name === 'accepted') {
      standing.isFetched = true;
      return ok(standing.outcome);
    }
    if (standing.name === 'refused') return ok({ status: 'refused' });
    return ok({ status: this.closesAt === null ? 'expired' : 'waiting' });
  }

  /** IT has seen equal codes. Throws `LogFull` on a full disk, and nothing has happened then. */
  accept(number: number, place: Place): Result<DeviceId, RefusalCode> {
    if (this.closesAt === null) return refused('pairing/closed');
    const pairing = this.#numbered(number);
    if (pairing === undefined) return refused('pairing/unknown');
    if (pairing.standing.name !== 'waiting') return refused('pairing/decided-already');
    return this.#admit(pairing, place, pairing.request.wish.machineName);
  }

  /** IT turns a machine away. */
  refuse(number: number): Result<null, RefusalCode> {
    const pairing = this.#numbered(number);
    if (pairing === undefined) return refused('pairing/unknown');
    if (pairing.standing.name !== 'waiting') return refused('pairing/decided-already');
    pairing.standing = { name: 'refused' };
    return ok(null);
  }

  #numbered(number: number): Pairing | undefined {
    return [...this.#pairings.values()].find((pairing) => pairing.number === number);
  }

  #isProof({ commitment: committed, ticketProof: proof }: BeginPairingRequest): boolean {
    if (this.#secret === null) return false;
    const authoritySha256 = this.#ports.authority.certificate.sha256;
    return sameText(
      ticketProof({ secret: this.#secret, authoritySha256, commitment: committed }),
      proof ?? '',
    );
  }

  #isCrowded(address: string, hasTicket: boolean): boolean {
    const longAgo = this.#ports.now() - longestBeginning;
    for (const [id, { standing, at }] of this.#pairings)
      if (standing.name === 'begun' && at < longAgo) this.#pairings.delete(id);
    if (this.#pairings.size >= mostPairings) return true;
    if (hasTicket) return false;
    const open = [...this.#pairings.values()].filter(
      ({ standing, hasTicket: ticket, address: from }) =>
        !ticket && from === address && standing.name !== 'accepted' && standing.name !== 'refused',
    );
    return open.length >= mostPerAddress;
  }

  async #judge(
    { request, hubNonce, deviceId }: Pairing,
    revealed: RevealPairingRequest,
  ): Promise<Result<Standing, RefusalCode>> {
    const csr = new Uint8Array(Buffer.from(revealed.csr, 'base64'));
    const terminalNonce = new Uint8Array(Buffer.from(revealed.terminalNonce, 'hex'));
    const parts = { csr, terminalNonce, wish: request.wish };
    if (commitment(parts) !== request.commitment) return refused('pairing/commitment-broken');
    const { certificate: ofAuthority, issueForDevice } = this.#ports.authority;
    // Until the device is on the list its certificate opens nothing, and nobody is given it.
    const certificate = await issueForDevice(csr, deviceId);
    if (certificate === null) return refused('pairing/bad-request');
    const code = pairingCode({ ...parts, authority: ofAuthority.der, hubNonce });
    return ok({ name: 'waiting', certificate, code });
  }

  /** A machine with the ticket takes its line of the list, if that is free; otherwise it waits for IT. */
  #acceptExpected(pairing: Pairing): void {
    const free = this.#seats.filter((seat) => !this.#paired.has(seat));
    const expected = expectedFor(pairing.request.wish, free);
    if (expected === null || this.closesAt === null) return;
    // A terminal that is there already is replaced by a person's decision alone.
    if (expected.seat !== null && this.#ports.credentials.deviceAt(expected.seat) !== null) return;
    if (this.#admit(pairing, expected, expected.name).ok) this.#paired.set(expected, pairing.deviceId);
  }

  #admit(pairing: Pairing, { surface, seat }: Place, name: string): Result<DeviceId, RefusalCode> {
    const { credentials, facts, isLinked, newToken, now } = this.#ports;
    if (pairing.standing.name !== 'waiting') return refused('pairing/decided-already');
    if ((surface === 'seat') !== (seat !== null)) return refused('pairing/seat-needed');
    const before = seat === null ? null : credentials.deviceAt(seat);
    if (before !== null && isLinked(before)) return refused('access/seat-taken');
    const { certificate } = pairing.standing;
    const { deviceId } = pairing;
    const deviceToken = newToken();
    const joining = { how: 'certificate', certificate: certificate.sha256, name, at: now() } as const;
    credentials.admit({ id: deviceId, surface, seat }, deviceToken, joining);
    if (before !== null) this.#ports.expel(before.id);
    const outcome: PairedDevice = {
      ...facts(),
      status: 'accepted',
      certificate: certificate.pem,
      surface,
      seat,
      deviceId,
      deviceToken,
    };
    pairing.standing = { name: 'accepted', outcome, isFetched: false };
    return ok(deviceId);
  }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

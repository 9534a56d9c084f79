import type { BeginPairingRequest, PairedDevice } from '../../shared/protocol/pairing.ts';
import type { Surface } from '../../shared/records/audience.ts';
import type { DeviceId, SeatLabel } from '../../shared/records/ids.ts';
import type { Certificate } from '../store/certificate.ts';

/** How a machine stands with the desk. */
export type Standing =
  | { readonly name: 'begun' }
  | { readonly name: 'revealing' }
  | { readonly name: 'waiting'; readonly certificate: Certificate; readonly code: string }
  | { readonly name: 'refused' }
  | { readonly name: 'accepted'; readonly outcome: PairedDevice; isFetched: boolean };

/** One machine at the desk. */
export interface Pairing {
  /** For IT's list; the id of the pairing is the machine's secret. */
  readonly number: number;
  readonly request: BeginPairingRequest;
  readonly hubNonce: Uint8Array;
  readonly deviceId: DeviceId;
  readonly address: string;
  readonly at: number;
  readonly hasTicket: boolean;
  standing: Standing;
}

/** A machine as IT sees it. */
export interface ListedPairing {
  readonly number: number;
  readonly standing: 'waiting' | 'accepted' | 'refused';
  /** Six digits, equal to those on the machine's screen; null once it has been decided. */
  readonly code: string | null;
  readonly machineName: string;
  readonly address: string;
  readonly macs: readonly string[];
  readonly surface: Surface;
  readonly seat: SeatLabel | null;
  readonly at: number;
  /** It has shown the ticket, and the list of seats has no free line for it. */
  readonly hasTicket: boolean;
  /** It has taken its certificate. */
  readonly isFetched: boolean;
}

/** A pairing as IT sees it; null for a machine that has not revealed itself. */
export function listed({ number, request, address, at, hasTicket, standing }: Pairing): ListedPairing | null {
  if (standing.name === 'begun' || standing.name === 'revealing') return null;
  const { machineName, macs, surface, seat } = request.wish;
  const place = standing.name === 'accepted' ? standing.outcome : { surface, seat };
  return {
    number,
    standing: standing.name,
    code: standing.name === 'waiting' ? standing.code : null,
    machineName,
    address,
    macs,
    surface: place.surface,
    seat: place.seat,
    at,
    hasTicket,
    isFetched: standing.name === 'accepted' && standing.isFetched,
  };
}

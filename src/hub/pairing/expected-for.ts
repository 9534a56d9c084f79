import type { ExpectedSeat } from '../../shared/domain/pairing/seat-list.ts';
import type { PairingWish } from '../../shared/protocol/pairing.ts';

/**
 * The line of the list that a machine meets. A line with a network card is for the machine with that card, whatever it
 * takes itself for; a line without one is for whoever asks for its place. A machine that names a seat gets no other.
 */
export function expectedFor(wish: PairingWish, free: readonly ExpectedSeat[]): ExpectedSeat | null {
  const fits = ({ seat }: ExpectedSeat): boolean => wish.seat === null || wish.seat === seat;
  const byCard = free.find((one) => one.mac !== null && wish.macs.includes(one.mac) && fits(one));
  const byPlace = free.find(
    (one) => one.mac === null && one.surface === wish.surface && one.seat === wish.seat,
  );
  return byCard ?? byPlace ?? null;
}

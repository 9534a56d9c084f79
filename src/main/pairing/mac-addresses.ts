import type { NetworkInterfaceInfo } from 'node:os';
import { macAddress } from '../../shared/protocol/pairing.ts';

/** No more are sent; see `pairingWish`. */
const most = 16;

/** The addresses of the network cards, by which a list of seats may know this machine. */
export function macAddresses(interfaces: Readonly<NodeJS.Dict<NetworkInterfaceInfo[]>>): string[] {
  const macs = Object.values(interfaces)
    .flatMap((each) => each ?? [])
    .filter(({ internal }) => !internal)
    .map(({ mac }) => mac.toLowerCase())
    .filter((mac) => macAddress.safeParse(mac).success && mac !== '00:00:00:00:00:00');
  return [...new Set(macs)].slice(0, most);
}

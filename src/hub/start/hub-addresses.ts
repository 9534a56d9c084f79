import { hostname, networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** Addresses that stand for all of a machine's own. */
const wildcards = new Set(['0.0.0.0', '::', '']);

/** Addresses that no other machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Where others find a hub that listens at `host`, the best first: IPv4 before IPv6, then the machine's name. A single
 * address is the only one.
 */
export function hubAddresses(
  host: string,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
  ownName: string = hostname(),
): readonly string[] {
  if (!wildcards.has(host)) return [host];
  const own = Object.values(interfaces).flatMap((each) => each ?? []);
  const reachable = own.filter(({ internal, address }) => !internal && !address.startsWith('fe80:'));
  const ordered = reachable.toSorted((one, other) => one.family.localeCompare(other.family));
  return [
    ...new Set([...ordered.map(({ address }) => address), ownName].filter((text) => text !== '')),
  ].slice(0, 32);
}

import type { NetworkInterfaceInfoIPv4 } from 'node:os';
import { expect, it } from 'vitest';
import { macAddresses } from './mac-addresses.ts';

const card = (mac: string, internal = false): NetworkInterfaceInfoIPv4 => ({
  address: '10.0.0.1',
  netmask: '255.0.0.0',
  family: 'IPv4',
  mac,
  internal,
  cidr: null,
});

it('names each card of the network once', () => {
  const macs = macAddresses({
    lo: [card('00:00:00:00:00:00', true)],
    tun0: [card('00:00:00:00:00:00')],
    eth0: [card('00:1A:2B:3C:4D:5E'), card('00:1a:2b:3c:4d:5e')],
    wlan0: [card('00:1a:2b:3c:4d:5f')],
  });
  expect(macs).toEqual(['00:1a:2b:3c:4d:5e', '00:1a:2b:3c:4d:5f']);
});

import { expect, it } from 'vitest';
import { hubAddresses, isLoopback } from './hub-addresses.ts';

const at = (address: string, family: 'IPv4' | 'IPv6', internal = false) => ({
  address,
  family,
  internal,
  netmask: '',
  mac: '',
  cidr: null,
  ...(family === 'IPv6' ? { scopeid: 0 } : {}),
});

it('a hub at all addresses is found at each that others reach, and by its name', () => {
  const interfaces = {
    lo: [at('127.0.0.1', 'IPv4', true)],
    eth0: [at('fe80::1', 'IPv6'), at('fd00::2', 'IPv6'), at('192.168.10.2', 'IPv4')],
  } as never;
  expect(hubAddresses('0.0.0.0', interfaces, 'may-chu')).toEqual(['192.168.10.2', 'fd00::2', 'may-chu']);
  expect(hubAddresses('192.168.10.2', interfaces, 'may-chu')).toEqual(['192.168.10.2']);
});

it('knows which addresses stay within the machine', () => {
  expect(['127.0.0.1', '127.1.2.3', '::1', 'localhost'].every(isLoopback)).toBe(true);
  expect(['0.0.0.0', '::', '192.168.1.1', '127.evil.example', ''].some(isLoopback)).toBe(false);
});

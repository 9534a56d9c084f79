import { expect, it } from 'vitest';
import { withoutAddresses } from './install.mjs';

it.each([
  ['request to https://packages.example.vn/zod failed', 'request to ‹address› failed'],
  ['getaddrinfo ENOTFOUND packages.example.vn', 'getaddrinfo ENOTFOUND ‹address›'],
  ['connect ECONNREFUSED 10.1.2.3:4873', 'connect ECONNREFUSED ‹address›'],
  ['`npm ci` can only install with package-lock.json', '`npm ci` can only install with package-lock.json'],
])('shows no address of a registry: %s', (said, shown) => {
  expect(withoutAddresses(said)).toBe(shown);
});

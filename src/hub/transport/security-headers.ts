import { windowPolicy } from '../../shared/protocol/window-policy.ts';

/** Sent with every answer of the hub, pages and refusals alike. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': windowPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

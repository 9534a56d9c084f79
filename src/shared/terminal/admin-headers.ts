import type { AdminRequest } from '../bridge/admin-link.ts';
import { adminScheme, unattendedHeader } from '../protocol/admin/session.ts';

/** The headers of a request below `/v1/admin/`, the same from a page and from Electron's main. */
export function adminHeaders({
  token,
  body,
  isUnattended,
}: Pick<AdminRequest, 'token' | 'body' | 'isUnattended'>): Record<string, string> {
  return {
    ...(token === null ? {} : { authorization: `${adminScheme} ${token}` }),
    ...(isUnattended ? { [unattendedHeader]: '1' } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
}

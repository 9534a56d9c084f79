import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { lockSession } from './lock-down.ts';

/** Whether a download of `url` is let through. */
function lets(savesFiles: boolean, url: string): boolean {
  let isPrevented = false;
  const session = {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    webRequest: { onBeforeRequest: () => undefined },
    on(_name: string, listener: (event: object, item: object) => void) {
      listener({ preventDefault: () => void (isPrevented = true) }, { getURL: () => url });
    },
  };
  lockSession(session as unknown as Session, { savesFiles });
  return !isPrevented;
}

describe('files that leave the program', () => {
  it('are those that its own page has made', () => {
    expect(lets(true, 'blob:app://nghisu/3f0c')).toBe(true);
  });

  it.each([
    'blob:https://elsewhere/3f0c',
    'blob:app://nghisu.elsewhere/3f0c',
    'app://nghisu/index.html',
    'https://hub/v1/blobs/x',
    'data:text/plain,x',
  ])('are not %s', (url) => {
    expect(lets(true, url)).toBe(false);
  });

  it('are none in a kiosk, where choosing a place for them leads out of it', () => {
    expect(lets(false, 'blob:app://nghisu/3f0c')).toBe(false);
  });
});

import type { App, Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { lockPages, lockSession } from './lock-down.ts';

type Listener = (...args: never[]) => unknown;

/** A session that keeps what it is given. */
class FakeSession {
  request: Listener = () => undefined;
  check: Listener = () => true;
  device: Listener = () => true;
  beforeRequest: Listener = () => undefined;
  readonly listeners = new Map<string, Listener>();
  readonly setPermissionRequestHandler = (handler: Listener): void => void (this.request = handler);
  readonly setPermissionCheckHandler = (handler: Listener): void => void (this.check = handler);
  readonly setDevicePermissionHandler = (handler: Listener): void => void (this.device = handler);
  readonly on = (name: string, listener: Listener): void => void this.listeners.set(name, listener);
  readonly webRequest = { onBeforeRequest: (handler: Listener) => void (this.beforeRequest = handler) };

  constructor(savesFiles = true, origin?: string) {
    lockSession(this as unknown as Session, { savesFiles, ...(origin === undefined ? {} : { origin }) });
  }

  /** Whether a download of `url` is let through. */
  lets(url: string): boolean {
    let isPrevented = false;
    const event = { preventDefault: () => void (isPrevented = true) };
    this.listeners.get('will-download')?.(event as never, { getURL: () => url } as never);
    return !isPrevented;
  }

  /** Whether a request for `url` goes out. */
  requests(url: string): boolean {
    let isCancelled = true;
    this.beforeRequest(
      { url } as never,
      ((answer: { cancel: boolean }) => {
        isCancelled = answer.cancel;
      }) as never,
    );
    return !isCancelled;
  }
}

describe('files that leave the program', () => {
  it('are those that its own page has made', () => {
    expect(new FakeSession().lets('blob:app://nghisu/3f0c')).toBe(true);
  });

  it.each([
    'blob:https://elsewhere/3f0c',
    'blob:app://nghisu.elsewhere/3f0c',
    'app://nghisu/index.html',
    'https://hub/v1/blobs/x',
    'data:text/plain,x',
  ])('are not %s', (url) => {
    expect(new FakeSession().lets(url)).toBe(false);
  });

  it('are none in a kiosk, where choosing a place for them leads out of it', () => {
    expect(new FakeSession(false).lets('blob:app://nghisu/3f0c')).toBe(false);
  });
});

describe('what a page may do with the machine', () => {
  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'hid', 'local-network', 'fullscreen'])(
    'is nothing when it asks for %s',
    (permission) => {
      const answers: boolean[] = [];
      const decide = (isGranted: boolean): void => void answers.push(isGranted);
      new FakeSession().request({} as never, permission as never, decide as never);
      expect(answers).toEqual([false]);
    },
  );

  it('is nothing when Chromium only looks it up', () => {
    expect(new FakeSession().check({} as never, 'media' as never)).toBe(false);
  });

  it('holds no device', () => {
    expect(new FakeSession().device({ deviceType: 'usb' } as never)).toBe(false);
  });
});

describe('requests of pages', () => {
  it.each(['app://nghisu/seat/A07', 'app://nghisu/assets/x.js', 'blob:app://nghisu/1', 'data:image/png,x'])(
    'go out for %s',
    (url) => {
      expect(new FakeSession().requests(url)).toBe(true);
    },
  );

  it.each([
    'http://127.0.0.1:4860/health',
    'https://nghisu/index.html',
    'ws://hub/v1/live',
    'file:///etc/passwd',
    'app://nghisu.elsewhere/x',
    'app://other/x',
    'chrome://settings',
  ])('do not go out for %s', (url) => {
    expect(new FakeSession().requests(url)).toBe(false);
  });
});

describe('requests of a page that is printed', () => {
  it('go out for its own host and not for the program', () => {
    const prints = new FakeSession(false, 'app://print');
    expect(prints.requests('app://print/a1b2/1.jpg')).toBe(true);
    for (const url of [
      'app://nghisu/index.html',
      'app://print.elsewhere/',
      'https://print/',
      'file:///etc/passwd',
    ])
      expect(prints.requests(url)).toBe(false);
  });
});

describe('every page', () => {
  /** The listeners of a page that has just been made. */
  function lockedPage(): { readonly events: Map<string, Listener>; readonly open: Listener } {
    const events = new Map<string, Listener>();
    let open: Listener = () => ({ action: 'allow' });
    const contents = {
      on: (name: string, listener: Listener) => void events.set(name, listener),
      setWindowOpenHandler: (handler: Listener) => void (open = handler),
    };
    const app = {
      on: (name: string, created: (event: object, contents: WebContents) => void) => {
        expect(name).toBe('web-contents-created');
        created({}, contents as unknown as WebContents);
      },
    };
    lockPages(app as unknown as App);
    return { events, open };
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is kept on its document: %s',
    (name) => {
      let isPrevented = false;
      lockedPage().events.get(name)?.({ preventDefault: () => void (isPrevented = true) } as never);
      expect(isPrevented).toBe(true);
    },
  );

  it('opens no window', () => {
    expect(lockedPage().open({ url: 'app://nghisu/seat/A07' } as never)).toEqual({ action: 'deny' });
  });
});

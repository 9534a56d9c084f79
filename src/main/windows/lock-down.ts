import type { App, Session, WebContents } from 'electron';
import { pageOrigin } from './page-address.ts';

/** A page's own data, and the tools of developers. */
const ownData = /^(?:blob|data|devtools):/;

/**
 * Refuses every permission and device, every download but of a file that our own page has made, and every request that
 * is not for the program's own pages at `origin`. With `savesFiles` false no file leaves at all: the window in which a
 * person chooses its place leads out of a kiosk.
 */
export function lockSession(
  session: Session,
  { savesFiles, origin = pageOrigin }: { readonly savesFiles: boolean; readonly origin?: string },
): void {
  const ownFile = `blob:${origin}/`;
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!savesFiles || !item.getURL().startsWith(ownFile)) event.preventDefault();
  });
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !url.startsWith(`${origin}/`) && !ownData.test(url) });
  });
}

/** Keeps every page on the document it was given: no navigation, no new window, no webview. */
export function lockPages(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => lockPage(contents));
}

function lockPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

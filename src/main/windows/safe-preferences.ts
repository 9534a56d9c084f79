import type { WebPreferences } from 'electron';

/** What every page of this program runs under. */
export const safePreferences: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  disableDialogs: true,
  navigateOnDragDrop: false,
  spellcheck: false,
  // A screen behind another window still follows the room.
  backgroundThrottling: false,
};

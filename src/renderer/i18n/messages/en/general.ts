import type { Messages } from '../../messages.vi.ts';

export const general: Messages['general'] = {
  productName: 'Nghị Sự',
  room: 'Paperless meeting room',

  surface: {
    seat: 'Seat',
    chair: 'Chair’s console',
    clerk: 'Secretary’s console',
    screen: 'Room screen',
    hub: 'Room server',
  },

  link: {
    connected: 'Connected',
    connecting: 'Connecting',
    offline: 'Disconnected · working offline',
    hubGood: 'Server is well',
    hubLost: 'No connection to the server',
    offlineDetail: 'Your documents and your ballot are kept on this terminal. It reconnects by itself.',
    disconnectedTerminals: (count) =>
      count === 1 ? '1 terminal disconnected' : `${count} terminals disconnected`,
  },

  pack: {
    complete: (have, total, at) => `All documents ${have}/${total} · ${at}`,
    incomplete: (have, total) => `Fetching documents ${have}/${total}`,
    offlineSince: (at) => `Working offline – documents updated ${at}`,
    none: 'No documents yet',
  },

  delivery: {
    received: 'Received',
    saved: 'Saved on this terminal – waiting to be sent',
    refused: 'Not accepted',
    late: 'Late',
    waitingCount: (count) => `${count} waiting to be sent`,
    nothingWaiting: 'Nothing waiting to be sent',
    savedDetail: (at) =>
      `Saved ${at}, sent by itself when the link returns. There is nothing you need to do.`,
  },

  action: {
    confirm: 'Confirm',
    cancel: 'Go back',
    close: 'Close',
    open: 'Open',
    retry: 'Try again',
    change: 'Change',
    back: 'Back',
    help: 'Help',
    signOut: 'Leave this terminal',
    settings: 'Display settings',
  },

  waiting: {
    loading: 'Opening',
    sending: 'Sending',
    saving: 'Saving',
  },

  settings: {
    title: 'Display settings',
    language: 'Language',
    theme: 'Background',
    text: 'Text size',
    languageNames: { vi: 'Tiếng Việt', en: 'English' },
    themeNames: { light: 'Light', dark: 'Dark', system: 'As system' },
    textNames: { 100: 'Normal', 125: 'Large', 150: 'Very large' },
  },

  signIn: {
    pin: '6-digit PIN',
    erase: 'Erase last digit',
    clear: 'Start again',
    entered: (count, length) => `${count} of ${length} digits entered`,
  },
};

import type { Messages } from '../../messages.vi.ts';

export const pairing: Messages['pairing'] = {
  problem: 'Not done',
  away: 'The room server does not answer. Try again.',

  noDoors: {
    title: 'The server is not open to the network',
    detail:
      'Set "hub.lan" in the settings of the server, or run it with --lan <address>, so that terminals can be paired.',
  },

  window: {
    title: 'Pairing window',
    closed: 'The pairing window is closed',
    closedDetail: 'Open it when the machines are on. While it is closed no strange machine gets in.',
    minutes: 'Open for',
    minutesOf: (minutes) => (minutes < 60 ? `${minutes} minutes` : `${minutes / 60} hours`),
    open: 'Open the pairing window',
    openAgain: 'Begin again…',
    close: 'Close the window',
    isOpen: 'The pairing window is open',
    closesIn: (time) => `Closes by itself in ${time}`,
    addresses: 'Address to type at a terminal',
    addressOf: (host, port) => `${host}:${port}`,
    ticket: 'Download a pairing ticket',
    ticketDetail:
      'Copy nghisu-pairing.json to the root of a stick. A machine with the ticket that is in the list of seats joins by itself; the ticket is over when the window closes. Keep it like a key.',
  },

  list: {
    title: 'List of seats',
    choose: 'Import a CSV list…',
    none: 'No list: each machine is compared by its code.',
    hint: 'Columns: name; seat; role; mac. Both ; and , will do.',
    chosen: (name, count) => `${name}: ${count} machines`,
    drop: 'Drop the list',
    wrong: (count) => `The list has ${count} mistakes and cannot be used yet`,
    more: (count) => `and ${count} more`,
    progress: 'Machines of the list in the room',
    count: (done, all) => `${done} of ${all} machines`,
    missing: (names) => `Awaited: ${names}`,
  },

  waiting: {
    title: 'Machines that wait',
    none: 'No machine waits',
    noneOpen: 'A machine appears here with its six digits.',
    noneClosed: 'Open the pairing window to let new machines in.',
    compare: 'Accept only when the code below is the one on that very machine’s screen.',
    code: (digits) => `Comparison code ${digits}`,
    coming: 'Sending its request',
    from: (address, macs) => (macs === '' ? address : `${address} · ${macs}`),
    hasTicket: 'Has the ticket, but no line in the list',
    as: 'Joins as',
    seat: 'Seat',
    seatWrong: 'For example A07.',
    accept: 'Same code: accept',
    refuse: 'Refuse',
    accepted: 'Accepted',
    fetched: 'In the room',
    refused: 'Refused',
  },

  devices: {
    title: 'Machines of the room',
    none: 'The room has no machine yet.',
    place: 'Machine',
    name: 'Name',
    how: 'Joined by',
    joined: { certificate: 'Pairing', browser: 'Browser', code: 'Room code, at the server' },
    at: 'Since',
    state: 'Link',
    linked: 'Linked',
    away: 'Not linked',
    revoke: 'Revoke…',
    revokeTitle: (place) => `Revoke ${place}?`,
    revokeDetail:
      'The machine is cut off at once, and the papers and keys of the room on it are destroyed. It has to be paired again to be used.',
    confirm: 'Revoke the machine',
    back: 'Back',
    revoked: 'Revoked',
    revokedAt: (place, time) => `${place} · ${time}`,
  },

  browsers: {
    title: 'Browsers',
    allowed: 'Browsers may join',
    allowedDetail: (port) =>
      `By a door of their own, port ${port}, with the room code. The consoles show them as browsers.`,
    notAllowed: 'Browsers may not join',
    notAllowedDetail: 'From the network only paired machines come in.',
    allow: 'Let browsers in…',
    forbid: 'Do not let browsers in',
    plainOnLan: 'The server offers unencrypted HTTP to the network. For a trial only.',
  },

  surface: {
    seat: 'Delegate’s terminal',
    chair: 'Chair’s console',
    clerk: 'Secretary’s console',
    screen: 'Room screen',
  },
};

import type { Messages } from '../../messages.vi.ts';

export const unpaired: Messages['unpaired'] = {
  title: 'Pair this machine with a room',
  machine: (name) => `Machine ${name}`,
  detail: 'Needed once only, with IT present.',

  place: {
    title: 'This machine is',
    fixed: 'Laid down by IT.',
    surface: {
      seat: 'Delegate’s terminal',
      chair: 'Chair’s console',
      clerk: 'Secretary’s console',
      screen: 'Room screen',
    },
    seat: 'Seat, for example A07',
    seatHint: 'Leave it empty if IT will choose.',
    seatWrong: 'A seat is letters and two digits, for example A07.',
  },

  hubs: {
    title: 'Rooms on this network',
    searching: 'Looking for rooms on the network',
    searchingDetail: 'A room appears here when IT opens the pairing window at the administration page.',
    sameName:
      'Two rooms have the same name. Compare the address with the administration page before you choose.',
    pair: (name) => `Pair with ${name}`,
  },

  address: {
    title: 'Room not listed?',
    field: 'Address of the server',
    hint: 'See the administration page, for example 192.168.1.10.',
    connect: 'Connect',
  },

  ticket: {
    title: 'Pairing ticket',
    found: (room) => `A ticket of ${room}`,
    foundDamaged: 'A ticket whose file is damaged',
    use: (room) => `Use the ticket of ${room}`,
    choose: 'Choose a ticket file…',
    detail: 'Plug in a stick with a pairing ticket, or choose a file.',
    detailOfStick: 'Plug in a stick with a pairing ticket.',
  },

  reaching: 'Reaching the room server',
  reachingDetail: (target) => `At ${target}`,
  stop: 'Stop',

  comparing: {
    title: 'Compare this code with the one at the administration page',
    code: (digits) => `Comparison code ${digits}`,
    detail: 'The same code: IT presses Accept. Different codes: press Refuse, and do not use this machine.',
    byTicket:
      'This machine uses a pairing ticket. If it is in the list of seats it joins by itself; otherwise IT compares the code.',
    waiting: 'Waiting for IT',
    target: (target) => `Server: ${target}`,
  },

  accepted: {
    title: 'The machine is in the room',
    detail: (room, place) => `${room} · ${place}`,
    opening: 'Its window is opening.',
  },

  failed: 'Not paired yet',
  triesAgain: 'The machine tries again in a few seconds.',

  notice: {
    revokedTitle: (room) => `This machine has been revoked by ${room}`,
    revokedDetail: (at) =>
      `Revoked ${at}. The papers and keys of the room on this machine have been destroyed. To use it again, pair it with IT.`,
    unsent: (count) =>
      `${count} unsent by delegates, kept sealed on this machine; sent once it is paired with the same room again and the same person signs in.`,
    damagedTitle: 'The pairing kept on this machine is damaged',
    damagedDetail:
      'The machine no longer knows its room. Pair it again; if this happens often, check the disk.',
  },
};

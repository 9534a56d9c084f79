import type { Messages } from '../../messages.vi.ts';

export const signing: Messages['signing'] = {
  seatTitle: 'Sign in',
  seatNumber: (seat) => `Seat ${seat}`,
  seatDetail: 'Enter your PIN to sign in. The papers can be read without it.',
  freeSeat: 'Nobody is placed at this seat.',
  notMe: 'I am somebody else',
  backToOwn: (name) => `I am ${name}`,
  chooseName: 'Choose your name',
  consoleTitle: 'Enter the console',
  consoleDetail: 'Choose your name, then enter the PIN.',
  nobody: 'Nobody may enter this console. Please check the roles in the list of participants.',
  ownSeat: (seat) => `Your seat is ${seat}.`,
  askHelp: 'Please go to your own seat, or ask the secretary for help.',
  waitSeconds: (seconds) => `Try again in ${seconds} seconds.`,
  away: 'The room server cannot be reached, so signing in must wait. The papers can be read meanwhile.',
  signedInAs: (name) => name,
  leave: 'Leave terminal',
  leaveQuestion: 'Leave this terminal? The papers stay; sign in again with your PIN.',
  checking: 'Checking',
};

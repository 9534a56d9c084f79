import type { Messages } from '../../messages.vi.ts';

export const start: Messages['start'] = {
  listTitle: 'Choose a surface',
  listDetail: 'Every machine of the room opens one of these addresses.',
  seatField: 'Seat, for example A07',
  seatWrong: 'A seat is a letter and two digits, for example A07.',
  openSeat: 'Open the seat',
  registerTitle: 'Bring this terminal into the room',
  registerDetail: 'Enter the room code given by the IT officer. It is needed only once.',
  registeringDetail: 'Registering this terminal with the room server.',
  roomCode: 'Room code',
  register: 'Enter the room',
  hubAway: 'The room server cannot be reached yet. The terminal keeps trying; you may also press again.',
  waitingTitle: 'This surface is open in another tab',
  waitingDetail: 'Close the other tab and this page opens by itself.',
  failedTitle: 'The surface cannot be opened',
  failedDetail: 'This browser does not allow data to be kept on the machine. Please tell the IT officer.',
};

import type { Messages } from '../../messages.vi.ts';

export const screen: Messages['screen'] = {
  lost: (time) => `Source lost · picture of ${time}`,
  connecting: 'Looking for the room server',
  soon: 'Opens soon',
  closedTitle: 'The meeting is closed',
  breakTitle: 'Break',
  inSession: 'In session',
  waitingTitle: 'Paperless meeting room',
  waitingVotes: 'Vote is held open for the remaining ballots',
  counting: 'Locked, to be announced',
};

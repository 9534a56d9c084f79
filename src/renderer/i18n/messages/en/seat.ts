import type { Messages } from '../../messages.vi.ts';

export const seat: Messages['seat'] = {
  places: 'Parts',
  voteBadge: 'open',
  following: 'Follow presenter',
  readAlone: 'Read on my own',
  rejoin: 'Follow presenter',
  presenterShows: (page) => `The presenter is on page ${page}`,
  present: 'Present',
  presenting: 'Leading the pages',
  stopPresenting: 'Stop presenting',
  helpTitle: 'Help',
  help: [
    'Without a link you go on reading and voting. The terminal saves and sends by itself later.',
    'Press “Read on my own” to turn pages yourself, and “Follow presenter” to come back.',
    'Vote: choose an answer, then press “Send the ballot”. You may change it until the lock.',
    'Small text: press the settings button at the top right for a larger size.',
    'For help from a person, press “Call for help” under the page.',
  ],
};

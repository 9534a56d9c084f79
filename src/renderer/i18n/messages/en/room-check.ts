import type { Messages } from '../../messages.vi.ts';

export const roomCheck: Messages['roomCheck'] = {
  title: 'Room check',
  columns: { seat: 'Seat', link: 'Link', pack: 'Papers', missing: 'Missing', clock: 'Clock' },
  linked: 'Linked',
  lost: 'Link lost',
  never: 'Never linked',
  whole: (count) => `All ${count} papers`,
  lacks: (held, total) => `${total - held} of ${total} papers missing`,
  nothing: 'No papers yet',
  unnamed: 'a paper without a name yet',
  more: (count) => `and ${count} more`,
  clockRight: 'On time',
  clockFast: (minutes) => `${minutes} fast – shown by the server’s time`,
  clockSlow: (minutes) => `${minutes} slow – shown by the server’s time`,
  minutes: (minutes, seconds) =>
    minutes === 0 ? `${seconds} s` : seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`,
  summary: (whole, total) => `${whole}/${total} terminals hold all papers`,
  none: 'The plan of the room has no seats yet.',
  recall: {
    title: 'Recall the papers',
    detail:
      'Deletes the papers of the meeting from every terminal. One that is off deletes them when it starts.',
    ask: 'Recall the papers…',
    askTitle: 'Recall the papers of the meeting?',
    askDetail: (seats) =>
      `The papers will be deleted from ${seats} seats and the consoles, for good. The originals stay at the server.`,
    confirm: 'Go on',
    sureTitle: 'Step 2 of 2: confirm the recall',
    sureDetail: 'Right after this no terminal of the room can open the papers of the meeting any more.',
    sure: 'Recall now',
    back: 'Do not recall',
    sending: 'Sending the recall',
    at: (time) => `Recalled at ${time}`,
    done: (count, total) => `Recalled ${count}/${total}`,
    all: 'Every seat has confirmed.',
    notYet: (seats) => `Not confirmed: ${seats}`,
    proofs: 'Confirmations',
    proof: (time) => `deleted at ${time}`,
    waiting: 'not confirmed',
    console: {
      chair: 'Chair console',
      clerk: 'Secretary console',
      seat: 'Terminal without a seat',
      screen: 'Screen',
    },
  },
};

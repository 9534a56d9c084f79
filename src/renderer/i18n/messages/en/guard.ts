import type { Messages } from '../../messages.vi.ts';

export const guard: Messages['guard'] = {
  lock: 'Lock',
  title: 'This terminal is locked',
  detail: 'Enter the PIN to read on. Notes and papers are kept on this terminal as they are.',
  locked: (name) => `Opens to the PIN of ${name}`,
  wrong: 'The PIN is wrong.',
  otherCard: 'This card belongs to somebody else than the person at this terminal.',
  wait: (seconds) => `Too many wrong tries. Please try again in ${seconds} seconds.`,
  failed: 'It could not be unlocked. Please try again.',
  checking: 'Asking the room server whether papers have been recalled.',
  recalledTitle: 'The papers have been recalled',
  recalledDetail: (at) =>
    `The secretary recalled the papers of this meeting ${at}. This terminal holds no copy any more.`,
  recalledAt: (time, date) => `Recalled at ${time} ${date}`,
  recalledConsole:
    'No terminal in the room opens the papers of this meeting any more. The proceedings and the results of votes stay.',
  unchecked: 'Not yet checked for a recall',
  uncheckedDetail:
    'The meeting is closed and the room server could not be asked. Papers that were recalled go as soon as there is a link.',
};

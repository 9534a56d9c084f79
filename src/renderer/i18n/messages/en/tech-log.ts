import type { Messages } from '../../messages.vi.ts';

/** The hub's log for IT. */
export const techLog: Messages['techLog'] = {
  title: 'Technical log',
  about:
    'The last lines since the hub started. The log has no names, no text of papers, no PINs and no votes.',
  show: 'Show',
  shown: { all: 'All', trouble: 'Errors and warnings', admin: 'Administration' },
  find: 'Find in the log',
  download: 'Download for support',
  columns: { time: 'At', level: 'Level', event: 'Event', detail: 'Detail' },
  levels: { info: 'Information', warn: 'Warning', error: 'Error' },
  none: 'There is no such line.',
  count: (shown, all) => `${shown} of ${all} lines, the newest first`,
};

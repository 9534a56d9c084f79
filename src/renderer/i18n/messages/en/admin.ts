import type { Messages } from '../../messages.vi.ts';

/** The frame of IT's page: signing in, its parts. */
export const admin: Messages['admin'] = {
  title: 'Room administration',
  subtitle: 'For IT staff',
  parts: 'Parts of the administration',
  tabs: {
    health: 'Room check',
    pairing: 'Pairing',
    updates: 'Updates',
    backups: 'Backups',
    log: 'Technical log',
  },
  signIn: {
    title: 'Sign in as IT',
    detail: 'Enter the IT password of the room, which was set when the room was made.',
    ended: 'The session has ended: nothing was done for 30 minutes, or the hub was restarted.',
    password: 'IT password',
    show: 'Show the password',
    submit: 'Sign in',
    wait: (seconds) => `Too many wrong attempts. Wait ${seconds} seconds and try again.`,
  },
  signOut: 'Sign out',
  away: 'The room server cannot be reached.',
  awayTitle: 'No contact with the room server',
  awayDetail: (time) => `The figures below are those of ${time}. The page keeps trying.`,
  loading: 'Asking the room server',
};

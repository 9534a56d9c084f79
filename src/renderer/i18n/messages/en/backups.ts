import type { Messages } from '../../messages.vi.ts';

export const backups: Messages['backups'] = {
  title: 'Backups',
  none: 'No backup yet',
  noneDetail: 'If the hub’s disk failed now, the room would lose its log, its ballots and its papers.',
  last: (when) => `Last backup: ${when}`,
  lastDetail: (documents, size, written) => `${documents} documents, ${size} (${written} newly written).`,
  where: (folder) => `In the folder ${folder}`,
  next: (when) => `Next: ${when}`,
  byHand: 'By hand only: the settings name no time.',
  settings: (folder, times, keep) =>
    times === ''
      ? `Folder ${folder}, ${keep} are kept.`
      : `Folder ${folder}, daily at ${times}, ${keep} are kept.`,
  noFolder:
    'The settings name no backup folder (hub.backup.folder). A stick or another folder can be used below.',
  lacking: (count) => `The hub itself lacks ${count} documents; they are not in the backup.`,
  problem: (when) => `The last backup did not come about (${when})`,
  make: 'Back up now',
  making: 'Backing up',
  folder: 'Folder on the hub’s machine (stick, network share)',
  folderHint: 'Leave empty for the folder of the settings.',
  anew: 'Begin again in this folder',
  anewQuestion: 'Begin again from nothing in this folder?',
  anewDetail:
    'The earlier backups are not there. If its disk is not mounted, the new backup lies on the hub’s own disk and saves nothing when that fails.',
  cancel: 'No',
  check: 'Check the last backup',
  checking: 'Reading the last backup',
  whole: (name) => `Backup ${name} is whole`,
  damaged: (name) => `Backup ${name} is damaged`,
  files: (files) => `Files: ${files}`,
  progress: (done, total) => `${done} / ${total}`,
  refused: 'Not done',
  key: {
    none: 'The room has no recovery key',
    noneDetail: 'Backups are encrypted by it. Make it, print two copies, seal them in envelopes.',
    make: 'Make the recovery key',
    title: 'Recovery key of the room',
    detail:
      'Shown once, kept nowhere. It opens every backup and resets the IT password. Print two copies, seal them, keep them in two places.',
    download: 'Download the page to print',
    kept: 'Printed and put away',
  },
  restore:
    'To restore: nghisu-hub restore <backup folder> --data <new folder>, then type the recovery key. Practise it every quarter on another machine.',
};

export const roomSetup: Messages['roomSetup'] = {
  title: 'Make the room',
  detail: 'This hub has no room yet. It is made at the hub’s own machine alone.',
  name: 'Name of the room',
  body: 'Body',
  bodyHint: 'Printed on the page for the envelope. Rules of votes are chosen for each meeting.',
  choose: 'Choose the body',
  password: 'IT password',
  again: 'The password again',
  show: 'Show the password',
  differ: 'The two differ.',
  make: 'Make the room',
};

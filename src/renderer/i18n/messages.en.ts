import type { Messages } from './messages.vi.ts';
import { general } from './messages/en/general.ts';
import { admin } from './messages/en/admin.ts';
import { roomHealth } from './messages/en/room-health.ts';
import { backups, roomSetup } from './messages/en/backups.ts';
import { techLog } from './messages/en/tech-log.ts';
import { updates } from './messages/en/updates.ts';
import { start } from './messages/en/start.ts';
import { status } from './messages/en/status.ts';
import { meeting } from './messages/en/meeting.ts';
import { signing } from './messages/en/signing.ts';
import { counting } from './messages/en/counting.ts';
import { votes } from './messages/en/votes.ts';
import { floor } from './messages/en/floor.ts';
import { messaging } from './messages/en/messaging.ts';
import { seat } from './messages/en/seat.ts';
import { chair } from './messages/en/chair.ts';
import { clerk } from './messages/en/clerk.ts';
import { bodies } from './messages/en/bodies.ts';
import { attendance } from './messages/en/attendance.ts';
import { pairing } from './messages/en/pairing.ts';
import { paperCopies } from './messages/en/paper-copies.ts';
import { runningRecord } from './messages/en/running-record.ts';
import { screen } from './messages/en/screen.ts';
import { annotations } from './messages/en/annotations.ts';
import { privateNotes } from './messages/en/private-notes.ts';
import { pdf } from './messages/en/pdf.ts';
import { viewer } from './messages/en/viewer.ts';
import { search } from './messages/en/search.ts';
import { guard } from './messages/en/guard.ts';
import { roomCheck } from './messages/en/room-check.ts';
import { exporting } from './messages/en/exporting.ts';
import { unpaired } from './messages/en/unpaired.ts';
import { versions } from './messages/en/versions.ts';
import { intake } from './messages/en/intake.ts';

export const en: Messages = {
  general,
  start,
  admin,
  roomHealth,
  techLog,
  backups,
  roomSetup,
  updates,
  status,
  meeting,
  signing,
  votes,
  counting,
  floor,
  messaging,
  seat,
  chair,
  clerk,
  attendance,
  bodies,
  paperCopies,
  runningRecord,
  screen,
  annotations,
  pairing,
  pdf,
  viewer,
  search,
  guard,
  roomCheck,
  exporting,
  unpaired,
  versions,
  intake,
  privateNotes,
};

import { general } from './messages/vi/general.ts';
import { admin } from './messages/vi/admin.ts';
import { roomHealth } from './messages/vi/room-health.ts';
import { backups, roomSetup } from './messages/vi/backups.ts';
import { techLog } from './messages/vi/tech-log.ts';
import { updates } from './messages/vi/updates.ts';
import { start } from './messages/vi/start.ts';
import { status } from './messages/vi/status.ts';
import { meeting } from './messages/vi/meeting.ts';
import { signing } from './messages/vi/signing.ts';
import { counting } from './messages/vi/counting.ts';
import { votes } from './messages/vi/votes.ts';
import { floor } from './messages/vi/floor.ts';
import { messaging } from './messages/vi/messaging.ts';
import { seat } from './messages/vi/seat.ts';
import { chair } from './messages/vi/chair.ts';
import { clerk } from './messages/vi/clerk.ts';
import { bodies } from './messages/vi/bodies.ts';
import { attendance } from './messages/vi/attendance.ts';
import { pairing } from './messages/vi/pairing.ts';
import { paperCopies } from './messages/vi/paper-copies.ts';
import { runningRecord } from './messages/vi/running-record.ts';
import { screen } from './messages/vi/screen.ts';
import { annotations } from './messages/vi/annotations.ts';
import { privateNotes } from './messages/vi/private-notes.ts';
import { pdf } from './messages/vi/pdf.ts';
import { viewer } from './messages/vi/viewer.ts';
import { search } from './messages/vi/search.ts';
import { guard } from './messages/vi/guard.ts';
import { roomCheck } from './messages/vi/room-check.ts';
import { exporting } from './messages/vi/exporting.ts';
import { unpaired } from './messages/vi/unpaired.ts';
import { versions } from './messages/vi/versions.ts';
import { intake } from './messages/vi/intake.ts';

/**
 * Every word on screen, one file per feature under `messages/vi/`. Vietnamese is the source:
 * what is a key here is a key everywhere, and English that lacks one does not compile.
 */
export const vi = {
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

export type Messages = typeof vi;

import { backup, type DatabaseSync, type StatementSync } from 'node:sqlite';
import { z } from 'zod';
import { surface } from '../../shared/records/audience.ts';
import {
  deviceId,
  participantId,
  personId,
  seatLabel,
  type DeviceId,
  type ParticipantId,
  type PersonId,
  type SeatLabel,
} from '../../shared/records/ids.ts';
import { sha256Text } from './check-log.ts';
import {
  membershipIn,
  membershipTables,
  noteJoining,
  type Device,
  type Joining,
  type MemberIndex,
  type Membership,
} from './membership.ts';
import { openDatabase, pragma } from './open-database.ts';
import { personSecretsIn, personTables, type PersonSecrets } from './person-secrets.ts';
import { orLogFull } from './sqlite-error.ts';
import { damaged } from './store-refusal.ts';

export type { Device } from './membership.ts';

/** A person signed in at a device. */
export interface SignedIn {
  readonly deviceId: DeviceId;
  readonly participantId: ParticipantId;
  /** Whose PIN it was; null for sessions of before this was kept. */
  readonly personId: PersonId | null;
}

/** A session to begin; without `personId` it is not known whose PIN it was. */
export type NewSession = Omit<SignedIn, 'personId'> & Partial<Pick<SignedIn, 'personId'>>;

/**
 * Who may reach the room: devices, sessions and PINs. Kept in a file of its own, so that the log can be copied and
 * shown without a secret in it. Of tokens and of the proofs of PINs only a SHA-256 is kept.
 * Every writing call returns after fsync, or throws `LogFull` with nothing written.
 */
export interface Credentials extends PersonSecrets, Membership {
  /** Whoever has it may put a terminal into the room. */
  readonly roomCode: string;
  deviceOf(token: string): Device | null;
  deviceAt(seat: SeatLabel): Device | null;
  /** Admits a device; one that held the same seat is forgotten with its sessions. Without `joining` it came by code. */
  admit(device: Device, token: string, joining?: Joining): void;
  sessionOf(token: string): SignedIn | null;
  /** Signs a person in; a session that the device had before ends, and at a seat the person's session at another seat. */
  openSession(session: NewSession, token: string, at: number): void;
  closeSession(token: string): void;
  /** The seat at which a participant is signed in; null when at none. */
  seatOf(participantId: ParticipantId): SeatLabel | null;
  /** Ends the sessions of a participant wherever they are; the devices at which they were. */
  closeSessionsOf(participantId: ParticipantId): readonly DeviceId[];
  /** Copies the file as it is at one moment, while it stays in use. */
  copyTo(file: string): Promise<void>;
  close(): void;
}

/** What a new file of credentials needs from outside. */
export interface CredentialSources {
  newRoomCode(): string;
}

const tables = `
  CREATE TABLE room (code TEXT NOT NULL) STRICT;
  CREATE TABLE devices (
    id TEXT PRIMARY KEY,
    surface TEXT NOT NULL,
    seat TEXT UNIQUE,
    token TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE sessions (
    token TEXT PRIMARY KEY,
    deviceId TEXT NOT NULL UNIQUE REFERENCES devices (id) ON DELETE CASCADE,
    participantId TEXT NOT NULL,
    personId TEXT,
    at INTEGER NOT NULL
  ) STRICT;
  ${personTables}`;

const deviceRow = z.strictObject({ id: deviceId, surface, seat: seatLabel.nullable() });
const sessionRow = z.strictObject({ deviceId, participantId, personId: personId.nullable() });

/** Opens the file, or creates it with a new room code. Throws a `StoreRefusal` when it is locked or damaged. */
export function openCredentials(file: string, folder: string, sources: CredentialSources): Credentials {
  const database = openDatabase(file, folder);
  try {
    database.exec('PRAGMA secure_delete = ON');
    if (pragma(database, 'user_version') === 0) create(database, sources);
    if (pragma(database, 'user_version') === 1) leavePinHashes(database);
    if (pragma(database, 'user_version') === 2) noteWhatIsPrinted(database);
    if (pragma(database, 'user_version') === 3) noteWhoseSession(database);
    if (pragma(database, 'user_version') === 4) noteWhoBelongs(database);
    if (pragma(database, 'integrity_check(1)') !== 'ok')
      throw damaged(file, null, 'its pages do not fit together');
    return assemble(
      database,
      z.string().min(1).parse(database.prepare('SELECT code FROM room').get()?.['code']),
    );
  } catch (error) {
    database.close();
    throw error;
  }
}

function create(database: DatabaseSync, sources: CredentialSources): void {
  database.exec(`BEGIN IMMEDIATE; ${tables};`);
  database.prepare('INSERT INTO room VALUES (?)').run(sources.newRoomCode());
  database.exec('PRAGMA user_version = 4; COMMIT');
}

/** The first files held what scrypt made of PINs, which no terminal can prove anything against: new ones are issued. */
function leavePinHashes(database: DatabaseSync): void {
  database.exec(`BEGIN IMMEDIATE; DROP TABLE pins; ${personTables}; PRAGMA user_version = 3; COMMIT`);
}

/** Whether a PIN is one that is printed at start was found out by trying it, which cost as much as signing in. */
function noteWhatIsPrinted(database: DatabaseSync): void {
  const column = 'ALTER TABLE pins ADD COLUMN printed INTEGER NOT NULL DEFAULT 0';
  database.exec(`BEGIN IMMEDIATE; ${column}; PRAGMA user_version = 3; COMMIT`);
}

/** A session was the participant's, whoever that was; since there are substitutes it is the person's as well. */
function noteWhoseSession(database: DatabaseSync): void {
  database.exec(
    'BEGIN IMMEDIATE; ALTER TABLE sessions ADD COLUMN personId TEXT; PRAGMA user_version = 4; COMMIT',
  );
}

/** All devices came by the room code until there were certificates. */
function noteWhoBelongs(database: DatabaseSync): void {
  database.exec(`BEGIN IMMEDIATE; ${membershipTables}; PRAGMA user_version = 5; COMMIT`);
}

function assemble(database: DatabaseSync, roomCode: string): Credentials {
  const found: Found = { devices: new Map(), sessions: new Map(), members: { current: null } };
  const inOne = (write: () => void): void => {
    orLogFull(() => {
      database.exec('BEGIN IMMEDIATE');
      try {
        write();
        database.exec('COMMIT');
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      } finally {
        found.devices.clear();
        found.sessions.clear();
        found.members.current = null;
      }
    });
  };
  return {
    roomCode,
    ...devicesIn(database, inOne, found.devices),
    ...sessionsIn(database, inOne, found.sessions),
    ...personSecretsIn(database, inOne),
    ...membershipIn(database, inOne, found.members),
    copyTo: async (file) => void (await backup(database, file)),
    close: () => database.close(),
  };
}

type InOne = (write: () => void) => void;

/**
 * Rows that have been found, by the hash of the token: when a whole room comes back at once, all are asked for. Every
 * write empties it, and what is not there is not noted, so that it is no larger than the tables.
 */
interface Found {
  readonly devices: Map<string, Device>;
  readonly sessions: Map<string, SignedIn>;
  readonly members: MemberIndex;
}

function findBy<Row>(
  token: string,
  { found, schema, statement }: { found: Map<string, Row>; schema: z.ZodType<Row>; statement: StatementSync },
): Row | null {
  const name = sha256Text(token);
  const known = found.get(name);
  if (known !== undefined) return known;
  const row = parsed(schema, statement.get(name));
  if (row !== null) found.set(name, row);
  return row;
}

function devicesIn(
  database: DatabaseSync,
  inOne: InOne,
  found: Found['devices'],
): Pick<Credentials, 'deviceOf' | 'deviceAt' | 'admit'> {
  const byToken = database.prepare('SELECT id, surface, seat FROM devices WHERE token = ?');
  const bySeat = database.prepare('SELECT id, surface, seat FROM devices WHERE seat = ?');
  const forget = database.prepare('DELETE FROM devices WHERE seat = ?');
  const insert = database.prepare('INSERT INTO devices (id, surface, seat, token) VALUES (?, ?, ?, ?)');
  const noteHow = noteJoining(database);
  return {
    deviceOf: (token) => findBy(token, { found, schema: deviceRow, statement: byToken }),
    deviceAt: (seat) => parsed(deviceRow, bySeat.get(seat)),
    admit: (device, token, joining) =>
      inOne(() => {
        if (device.seat !== null) forget.run(device.seat);
        insert.run(device.id, device.surface, device.seat, sha256Text(token));
        if (joining !== undefined) noteHow(device.id, joining);
      }),
  };
}

function sessionsIn(
  database: DatabaseSync,
  inOne: InOne,
  found: Found['sessions'],
): Pick<Credentials, 'sessionOf' | 'openSession' | 'closeSession' | 'closeSessionsOf' | 'seatOf'> {
  const byToken = database.prepare('SELECT deviceId, participantId, personId FROM sessions WHERE token = ?');
  const endAt = database.prepare('DELETE FROM sessions WHERE deviceId = ?');
  const insert = database.prepare(
    'INSERT INTO sessions (token, deviceId, participantId, personId, at) VALUES (?, ?, ?, ?, ?)',
  );
  const end = database.prepare('DELETE FROM sessions WHERE token = ?');
  const at = database.prepare('SELECT deviceId FROM sessions WHERE participantId = ?');
  const seats = database.prepare(
    'SELECT seat FROM sessions JOIN devices ON id = deviceId WHERE participantId = ? AND seat IS NOT NULL',
  );
  // Only a seat takes from a seat: a chairperson may be at the console as well.
  const endElsewhere = database.prepare(
    `DELETE FROM sessions WHERE participantId = ? AND deviceId <> ?
      AND deviceId IN (SELECT id FROM devices WHERE surface = 'seat')
      AND EXISTS (SELECT 1 FROM devices WHERE id = ? AND surface = 'seat')`,
  );
  const endOf = database.prepare('DELETE FROM sessions WHERE participantId = ?');
  return {
    sessionOf: (token) => findBy(token, { found, schema: sessionRow, statement: byToken }),
    openSession: (session, token, at) =>
      inOne(() => {
        endAt.run(session.deviceId);
        endElsewhere.run(session.participantId, session.deviceId, session.deviceId);
        insert.run(sha256Text(token), session.deviceId, session.participantId, session.personId ?? null, at);
      }),
    seatOf: (participant) => parsed(z.object({ seat: seatLabel }), seats.get(participant))?.seat ?? null,
    closeSession: (token) => inOne(() => void end.run(sha256Text(token))),
    closeSessionsOf(participant) {
      const devices = at.all(participant).map((row) => deviceId.parse(row['deviceId']));
      inOne(() => void endOf.run(participant));
      return devices;
    },
  };
}

function parsed<Value>(schema: z.ZodType<Value>, row: unknown): Value | null {
  return row === undefined ? null : schema.parse({ ...(row as object) });
}

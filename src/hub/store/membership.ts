import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { joinedHow, type JoinedHow } from '../../shared/protocol/roster.ts';
import { surface, type Surface } from '../../shared/records/audience.ts';
import {
  deviceId,
  moment,
  seatLabel,
  sha256,
  type DeviceId,
  type SeatLabel,
  type Sha256,
} from '../../shared/records/ids.ts';

/** A terminal that the room has admitted. */
export interface Device {
  readonly id: DeviceId;
  readonly surface: Surface;
  readonly seat: SeatLabel | null;
}

/** What is noted of a device when it joins. */
export interface Joining {
  readonly how: JoinedHow;
  /** SHA-256 of its certificate in DER; null unless it was paired. */
  readonly certificate: Sha256 | null;
  /** As the machine calls itself; "" where it has not said. */
  readonly name: string;
  readonly at: number;
}

/** A device of the room, and how it has joined. */
export type Member = Device & Joining;

/** A device that was turned out. */
export interface Revocation extends Device {
  readonly name: string;
  readonly revokedAt: number;
}

/**
 * Who belongs to the room. This list alone decides: a certificate counts while it is the one noted with a device, so
 * that taking the device off the list is all that revoking needs.
 */
export interface Membership {
  members(): readonly Member[];
  memberOf(device: DeviceId): Member | null;
  memberByCertificate(certificate: Sha256): Member | null;
  /** Takes a device off the list, with its sessions. Null when it is not on it. Returns after fsync. */
  revoke(device: DeviceId, at: number): Member | null;
  /** The latest first; the same array as long as nothing has changed. */
  revocations(): readonly Revocation[];
}

/** Devices of before this was kept have no row: they came by the room code. */
export const membershipTables = `
  CREATE TABLE memberships (
    deviceId TEXT PRIMARY KEY REFERENCES devices (id) ON DELETE CASCADE,
    how TEXT NOT NULL,
    certificate TEXT UNIQUE,
    name TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE revocations (
    id TEXT PRIMARY KEY,
    surface TEXT NOT NULL,
    seat TEXT,
    name TEXT NOT NULL,
    revokedAt INTEGER NOT NULL
  ) STRICT`;

const deviceRow = { id: deviceId, surface, seat: seatLabel.nullable() };
const memberRow = z.strictObject({
  ...deviceRow,
  how: joinedHow,
  certificate: sha256.nullable(),
  name: z.string(),
  at: moment,
});
const revocationRow = z.strictObject({ ...deviceRow, name: z.string(), revokedAt: moment });

/** The list by what it is asked for. Every write of the credentials drops it. */
export interface MemberIndex {
  current: Index | null;
}

interface Index {
  readonly byDevice: ReadonlyMap<DeviceId, Member>;
  readonly byCertificate: ReadonlyMap<Sha256, Member>;
  readonly revocations: readonly Revocation[];
}

/** The membership in the file of the credentials; `inOne` makes a durable transaction. */
export function membershipIn(
  database: DatabaseSync,
  inOne: (write: () => void) => void,
  index: MemberIndex,
): Membership {
  const list = database.prepare(`
    SELECT id, surface, seat, coalesce(how, 'code') AS how, certificate, coalesce(name, '') AS name, coalesce(at, 0) AS at
    FROM devices LEFT JOIN memberships ON deviceId = id ORDER BY surface, seat, id`);
  const revoked = database.prepare('SELECT * FROM revocations ORDER BY revokedAt DESC, id LIMIT 1000');
  const forget = database.prepare('DELETE FROM devices WHERE id = ?');
  const note = database.prepare('INSERT OR REPLACE INTO revocations VALUES (?, ?, ?, ?, ?)');
  const known = (): Index =>
    (index.current ??= indexed(
      list.all().map((row) => memberRow.parse({ ...row })),
      revoked.all().map((row) => revocationRow.parse({ ...row })),
    ));
  const memberOf = (device: DeviceId): Member | null => known().byDevice.get(device) ?? null;
  return {
    memberOf,
    members: () => [...known().byDevice.values()],
    memberByCertificate: (certificate) => known().byCertificate.get(certificate) ?? null,
    revoke(device, at) {
      const member = memberOf(device);
      if (member === null) return null;
      inOne(() => {
        note.run(member.id, member.surface, member.seat, member.name, at);
        forget.run(member.id);
      });
      return member;
    },
    revocations: () => known().revocations,
  };
}

function indexed(members: readonly Member[], revocations: readonly Revocation[]): Index {
  const byCertificate = new Map<Sha256, Member>();
  for (const member of members) {
    if (member.certificate !== null) byCertificate.set(member.certificate, member);
  }
  return { byDevice: new Map(members.map((member) => [member.id, member])), byCertificate, revocations };
}

/** Notes how a device that has just been put into the table has joined; inside the same transaction. */
export function noteJoining(database: DatabaseSync): (device: DeviceId, joining: Joining) => void {
  const insert = database.prepare(
    'INSERT INTO memberships (deviceId, how, certificate, name, at) VALUES (?, ?, ?, ?, ?)',
  );
  return (device, { how, certificate, name, at }) => void insert.run(device, how, certificate, name, at);
}

import { mayView, type Viewer } from '../../shared/records/audience.ts';
import type { BlobReference } from '../../shared/records/blob-reference.ts';
import type { DocumentVersion } from '../../shared/records/document-version.ts';
import type {
  DocumentVersionId,
  ParticipantId,
  PersonId,
  SeatLabel,
  Sha256,
} from '../../shared/records/ids.ts';
import type { Meeting, MeetingState } from '../../shared/records/meeting.ts';
import type { Participant, ParticipantRole } from '../../shared/records/participant.ts';
import type { SignInChoices } from '../../shared/protocol/http.ts';
import { compareByGivenName } from '../../shared/std/vietnamese-text.ts';
import { viewerOf } from '../room/identity.ts';
import type { Room } from '../room/room.ts';
import { all, participantsOf, read, type RoomState } from '../room/room-state.ts';
import type { Device, SignedIn } from '../store/credentials.ts';

/** A participant as sign-in sees him or her. */
export interface SignInPerson {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly roles: readonly ParticipantRole[];
  readonly seat: SeatLabel | null;
}

/** A person who may sign in, without what the room does not know: how his or her PIN is stretched. */
export type Choice = Omit<SignInChoices['participants'][number], 'pin'>;

/** What the HTTP side asks the room; read-only. */
export interface RoomView {
  /** A participant of any meeting of the room; null when there is none of this id. */
  person(participantId: ParticipantId): SignInPerson | null;
  /** The people of the present meeting who may be offered for sign-in at a device, its own first. */
  choicesAt(device: Device): readonly Choice[];
  /** The parts that a person has in the meetings of the room. */
  participantsOf(person: PersonId): readonly ParticipantId[];
  /** Whom the device shows to, by the same rule as on the live channel. */
  viewerOf(device: Device, signedIn: SignedIn | null): Viewer;
  /** True when some document version that this viewer may see has these bytes. */
  mayRead(viewer: Viewer, name: Sha256): boolean;
  /** True when any document version has these bytes. */
  isNamed(name: Sha256): boolean;
  /** A version that is in force; null for one that is not, or is unknown. */
  versionInForce(id: DocumentVersionId): DocumentVersion | null;
  /** True while the device has a live connection. */
  isLinked(device: Device): boolean;
  /** True while any meeting is open: nothing may be updated then. */
  isMeetingOpen(): boolean;
}

/** Reads a room for the HTTP side. */
export function createRoomView(room: Pick<Room, 'state' | 'isLinked'>): RoomView {
  return {
    person(id) {
      const participant = read(room.state(), 'participant', id);
      if (participant === null) return null;
      const { personId, roles, seat } = participant;
      return { participantId: id, personId, roles, seat };
    },
    choicesAt: (device) => choicesIn(room.state(), device),
    participantsOf: (person) =>
      [...all(room.state(), 'participant')].filter((one) => one.personId === person).map((one) => one.id),
    viewerOf: (device, signedIn) =>
      viewerOf(room.state(), {
        deviceId: device.id,
        surface: device.surface,
        seat: device.seat,
        participantId: signedIn?.participantId ?? null,
        personId: signedIn?.personId ?? null,
      }),
    mayRead(viewer, name) {
      for (const stored of room.state().records.values()) {
        if (stored.kind !== 'document-version' || !mayView(viewer, stored.audience)) continue;
        if (namesFor(viewer, stored.body).includes(name)) return true;
      }
      return false;
    },
    isNamed(name) {
      for (const version of all(room.state(), 'document-version')) {
        if (blobsOf(version).some(({ sha256 }) => sha256 === name)) return true;
      }
      return false;
    },
    versionInForce(id) {
      const version = read(room.state(), 'document-version', id);
      const document = version === null ? null : read(room.state(), 'document', version.documentId);
      return document?.currentVersionId === id ? version : null;
    },
    isLinked: (device) => room.isLinked(device.id),
    isMeetingOpen: () => [...all(room.state(), 'meeting')].some(({ state }) => state === 'open'),
  };
}

/** Everything that a version names: the record, the copy to draw, the words, the file that it was made of. */
export function blobsOf(version: DocumentVersion): readonly BlobReference[] {
  const { view, text, original } = version;
  return [version, view, text, original].filter((blob) => blob !== null);
}

/** What a viewer may fetch of a version that he or she may see: the original file is for the secretary alone. */
function namesFor(viewer: Viewer, version: DocumentVersion): readonly Sha256[] {
  const seen = viewer.surface === 'clerk' && viewer.atConsole ? version : { ...version, original: null };
  return blobsOf(seen).map(({ sha256 }) => sha256);
}

/** The meeting that the room is about now: the open one, else the one to come, else the last. */
export function presentMeeting(state: RoomState): Meeting | null {
  const meetings = [...all(state, 'meeting')];
  for (const wanted of ['open', 'released', 'draft', 'closed'] satisfies MeetingState[]) {
    const found = meetings.findLast((meeting) => meeting.state === wanted);
    if (found !== undefined) return found;
  }
  return null;
}

function choicesIn(state: RoomState, device: Device): Choice[] {
  const meeting = presentMeeting(state);
  if (meeting === null) return [];
  return participantsOf(state, meeting.id)
    .filter((participant) => mayBeOffered(participant, meeting, device))
    .map(({ id, personId, seat }) => {
      const person = read(state, 'person', personId);
      const { fullName = '', office = '' } = person ?? {};
      return { participantId: id, personId, fullName, office, seat };
    })
    .sort((a, b) => ownFirst(a.seat, b.seat, device) || compareByGivenName(a.fullName, b.fullName));
}

/**
 * A console offers the people of its role. A seat offers everybody who has a seat, so that a person at a wrong place is
 * told where the right one is; before the release it offers nobody, for nobody may know yet who is invited.
 */
function mayBeOffered(participant: Participant, meeting: Meeting, device: Device): boolean {
  switch (device.surface) {
    case 'chair':
    case 'clerk':
      return participant.roles.includes(device.surface);
    case 'seat':
      return meeting.state !== 'draft' && participant.seat !== null;
    case 'screen':
      return false;
  }
}

function ownFirst(a: SeatLabel | null, b: SeatLabel | null, device: Device): number {
  if (device.seat === null || a === b) return 0;
  return Number(b === device.seat) - Number(a === device.seat);
}

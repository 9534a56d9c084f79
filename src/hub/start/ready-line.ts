import { networkInterfaces } from 'node:os';
import type { DoorState } from '../../shared/protocol/admin/devices.ts';
import type { MeetingId, ParticipantId, SeatLabel } from '../../shared/records/ids.ts';
import type { ParticipantRole } from '../../shared/records/participant.ts';
import type { Room } from '../room/room.ts';
import { participantsOf, read } from '../room/room-state.ts';
import { readSampleMeeting } from '../documents/sample-meeting.ts';
import type { Credentials } from '../store/credentials.ts';
import { presentMeeting } from '../transport/room-view.ts';
import { samplePack } from './meeting-content.ts';
import { participantOf } from './meeting-plan.ts';

/** What the hub prints, as one line of JSON, when it is ready: everything needed to try the room. */
export interface ReadyLine {
  readonly ready: true;
  readonly hub: string;
  readonly surfaces: {
    readonly chair: string;
    readonly clerk: string;
    readonly screen: string;
    readonly seats: Readonly<Record<string, string>>;
  };
  /** IT's page; the password only while it is one for trying, drawn at this start. */
  readonly admin: { readonly address: string; readonly password: string | null };
  /** The ports of the doors to the network; null for each that is closed. */
  readonly doors: Pick<DoorState, 'terminalPort' | 'pairingPort' | 'browserPort'>;
  /** PINs of the sample's people; empty in a real room. */
  readonly pins: readonly SamplePin[];
  readonly roomCode: string;
  readonly meetingId: MeetingId | null;
}

export interface SamplePin {
  readonly name: string;
  readonly office: string;
  readonly seat: SeatLabel | null;
  readonly roles: readonly ParticipantRole[];
  readonly pin: string;
  readonly participantId: ParticipantId;
}

export interface ReadyPorts {
  readonly room: Pick<Room, 'state'>;
  readonly credentials: Pick<Credentials, 'roomCode' | 'hasPrintedPin'>;
  /** The hub's own address, "http://192.168.1.10:4860". */
  readonly hub: string;
  /** Opens the administration until the hub stops; null where IT has set a password, or has to set one. */
  readonly trialPassword: string | null;
  readonly doors: DoorState;
  /** Whether the sample's PINs are printed, as far as they are still the ones that open. */
  readonly samplePins: boolean;
}

/** Composes the line from the room as it is now. */
export async function readyLine(ports: ReadyPorts): Promise<ReadyLine> {
  const { room, credentials, hub } = ports;
  const { terminalPort, pairingPort, browserPort } = ports.doors;
  const meeting = presentMeeting(room.state());
  const at = (path: string): string => `${hub}/${path}#room=${credentials.roomCode}`;
  const seats = (meeting?.seats ?? []).map(({ seat }) => [seat, at(`seat/${seat}`)] as const);
  return {
    ready: true,
    hub,
    surfaces: {
      chair: at('chair'),
      clerk: at('clerk'),
      screen: at('screen'),
      seats: Object.fromEntries(seats),
    },
    admin: { address: `${hub}/admin`, password: ports.trialPassword },
    doors: { terminalPort, pairingPort, browserPort },
    pins: ports.samplePins && meeting !== null ? await samplePins(meeting.id, ports) : [],
    roomCode: credentials.roomCode,
    meetingId: meeting?.id ?? null,
  };
}

/** The sample's PINs, as far as they are still the ones that open. */
async function samplePins(meetingId: MeetingId, { room, credentials }: ReadyPorts): Promise<SamplePin[]> {
  const sample = await readSampleMeeting(samplePack);
  const participants = new Map(participantsOf(room.state(), meetingId).map((one) => [one.id, one]));
  return sample.people.flatMap(({ id, samplePin }): SamplePin[] => {
    const participant = participants.get(participantOf(id));
    if (participant === undefined || !credentials.hasPrintedPin(participant.personId)) return [];
    const person = read(room.state(), 'person', participant.personId);
    const { seat, roles, id: participantId } = participant;
    const { fullName = '', office = '' } = person ?? {};
    return [{ name: fullName, office, seat, roles, pin: samplePin, participantId }];
  });
}

/** The address under which terminals reach a hub that listens on `host`: of "all addresses" the first of the LAN. */
export function reachableHost(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host;
  const own = Object.values(networkInterfaces()).flat();
  return (
    own.find((one) => one !== undefined && one.family === 'IPv4' && !one.internal)?.address ?? '127.0.0.1'
  );
}

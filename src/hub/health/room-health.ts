import { checkDevice, type DeviceFacts } from '../../shared/health/check-device.ts';
import { checkMachine } from '../../shared/health/check-machine.ts';
import type { MachineFacts as JudgedMachine } from '../../shared/health/facts.ts';
import { checkTitles, trouble, worstLevel, type Finding } from '../../shared/health/finding.ts';
import type { DeviceHealth, HealthFinding, RoomHealth } from '../../shared/protocol/admin/health.ts';
import type { RosterDevice } from '../../shared/protocol/roster.ts';
import type { DeviceId, SeatLabel } from '../../shared/records/ids.ts';
import type { KnownMachine } from '../room/machines.ts';
import type { Room } from '../room/room.ts';
import type { Member } from '../store/membership.ts';
import { presentMeeting } from '../transport/room-view.ts';
import type { HubFacts } from './hub-facts.ts';
import type { ProofState } from './possession.ts';

/** Puts together what IT sees of the room. */
export interface RoomHealthPorts {
  readonly room: Pick<Room, 'devices' | 'machines' | 'state' | 'mode' | 'strays'>;
  readonly version: string;
  members(): readonly Member[];
  proofOf(device: DeviceId): ProofState;
  hubFacts(): Promise<HubFacts>;
  now(): number;
  uptimeMs(): number;
}

/** The room as it is now: every device that belongs to it, and every place of the plan that has none. */
export async function readRoomHealth(ports: RoomHealthPorts): Promise<RoomHealth> {
  const { room, version } = ports;
  const at = ports.now();
  const hubFindings = checkHub(await ports.hubFacts(), ports);
  const roster = new Map(room.devices().map((device) => [device.deviceId, device]));
  const members = ports.members();
  const rows = members.map((member) =>
    deviceRow(member, { at, version, roster: roster.get(member.id) ?? null, ports }),
  );
  return {
    at,
    hub: {
      version,
      mode: room.mode(),
      uptimeMs: ports.uptimeMs(),
      level: worstLevel(hubFindings.map(({ level }) => level)),
      findings: hubFindings.map(told),
    },
    devices: [...rows, ...emptyPlaces(members, room)].toSorted(inOrder),
  };
}

interface Seen {
  readonly at: number;
  readonly version: string;
  readonly roster: RosterDevice | null;
  readonly ports: Pick<RoomHealthPorts, 'room' | 'proofOf'>;
}

function deviceRow(member: Member, { at, version, roster, ports }: Seen): DeviceHealth {
  const { id, surface, seat, name, how } = member;
  const known = ports.room.machines.of(id);
  const proof = ports.proofOf(id);
  const facts = factsOf({ at, version, roster, known, proof });
  const findings = checkDevice(facts);
  return {
    id,
    deviceId: id,
    surface,
    seat,
    machineName: name,
    joined: how,
    link: {
      state: facts.link === 'absent' ? 'never' : facts.link,
      since: roster?.since ?? null,
      latencyMs: facts.latencyMs,
    },
    machine: known === null ? null : machineOf(known),
    pack: facts.pack,
    proof,
    clock: facts.clock,
    waiting: roster?.waiting ?? 0,
    level: worstLevel(findings.map(({ level }) => level)),
    findings: findings.map(told),
  };
}

interface Known {
  readonly at: number;
  readonly version: string;
  readonly roster: RosterDevice | null;
  readonly known: KnownMachine | null;
  readonly proof: ProofState;
}

function factsOf({ at, version, roster, known, proof }: Known): DeviceFacts {
  const link = roster === null ? 'never' : roster.linked ? 'linked' : 'lost';
  return {
    link,
    latencyMs: known?.said.latencyMs ?? null,
    silentMs: known === null ? null : Math.max(0, at - known.toldAt),
    proof: proof.state,
    pack: packOf(roster),
    clock: clockOf(roster, known),
    stranded: roster?.stranded.length ?? 0,
    machine: known === null ? {} : judgedMachine(known, version),
  };
}

/** A replacement that a terminal has not heard of is lacking there too, although it does not miss it itself. */
function packOf(roster: RosterDevice | null): DeviceFacts['pack'] {
  if (roster === null) return { held: 0, total: 0 };
  const { packHeld: held, packTotal, missing, awaited } = roster;
  const unheardOf = awaited.filter((version) => !missing.includes(version)).length;
  // Until it has heard of the pack at all it lacks nothing that it could name.
  return { held, total: packTotal === 0 ? 0 : packTotal + unheardOf };
}

/** As the terminal measures it by its pings; before that, as the hub sees it when the terminal speaks. */
function clockOf(roster: RosterDevice | null, known: KnownMachine | null): DeviceFacts['clock'] {
  const seen = known === null ? null : known.toldAt - known.said.clock;
  return {
    rawMs: roster?.clockDifferenceMs ?? seen,
    correctedMs: known === null ? null : known.toldAt - known.said.shownClock,
  };
}

function judgedMachine({ said }: KnownMachine, version: string): DeviceFacts['machine'] {
  const { disk, memory, battery, lastError } = said;
  return {
    version: { own: said.version, hub: version, understands: true },
    ...(disk === null ? {} : { disk: { ...disk, writeMs: null } }),
    ...(memory === null ? {} : { memory }),
    ...(battery === null || battery === 'none'
      ? {}
      : { battery: { percent: battery.percent, isCharging: battery.isPluggedIn } }),
    // By the terminal's own clock, which may be off: what it showed when it spoke counts.
    ...(lastError === null
      ? {}
      : { lastError: { event: lastError.event, agoMs: Math.max(0, said.clock - lastError.at) } }),
  } satisfies Pick<JudgedMachine, 'version' | 'disk' | 'memory' | 'battery' | 'lastError'>;
}

function machineOf({ toldAt, said }: KnownMachine): NonNullable<DeviceHealth['machine']> {
  const { host, version, system, disk, memory, battery, lastError } = said;
  return { host, version, system, disk, memory, battery, lastError, toldAt };
}

/** Places of the present meeting for which no machine has joined. */
function emptyPlaces(members: readonly Member[], room: Pick<Room, 'state'>): readonly DeviceHealth[] {
  const taken = new Set(members.map(({ seat }) => seat));
  const plan = presentMeeting(room.state())?.seats ?? [];
  return plan.flatMap(({ seat }) => (taken.has(seat) ? [] : [emptyPlace(seat)]));
}

function emptyPlace(seat: SeatLabel): DeviceHealth {
  const nothing = {
    link: 'absent',
    latencyMs: null,
    silentMs: null,
    proof: 'none',
    pack: { held: 0, total: 0 },
    clock: { rawMs: null, correctedMs: null },
    stranded: 0,
    machine: {},
  } as const;
  return {
    id: `place ${seat}`,
    deviceId: null,
    surface: 'seat',
    seat,
    machineName: '',
    joined: null,
    link: { state: 'never', since: null, latencyMs: null },
    machine: null,
    pack: nothing.pack,
    proof: { state: 'none', at: null, blobs: 0 },
    clock: nothing.clock,
    waiting: 0,
    level: 'bad',
    findings: checkDevice(nothing).map(told),
  };
}

function checkHub({ disk, memory }: HubFacts, { room, version, now }: RoomHealthPorts): readonly Finding[] {
  const facts: JudgedMachine = {
    version: { own: version, hub: null, understands: null },
    clock: { now: now(), differenceMs: null },
    memory,
    ...(disk === null ? {} : { disk }),
  };
  const mode = room.mode();
  const strays = room.strays();
  return [
    ...(mode === 'ok' ? [] : [troubleOf[mode]]),
    ...(strays === 0 ? [] : [twoCopies(strays)]),
    ...checkMachine(facts, 'hub'),
  ];
}

/** Terminals go over to whichever copy answers, and back: only IT can say which of the two is to run. */
function twoCopies(strays: number): Finding {
  return trouble(
    'data',
    'bad',
    {
      vi: `${strays} máy đã theo một bản sao khác của phòng này`,
      en: `machines that have followed another copy of this room: ${strays}`,
    },
    {
      vi: 'Chỉ để một máy chủ của phòng chạy; nếu đã chép tay thư mục dữ liệu, khởi động bản giữ lại với --new-epoch',
      en: 'Let one hub of the room run; if its data folder was copied by hand, start the one that stays with --new-epoch',
    },
  );
}

const troubleOf = {
  'read-only': trouble(
    'data',
    'bad',
    { vi: 'đĩa đầy, chỉ đọc được', en: 'the disk is full, it only reads' },
    { vi: 'Giải phóng đĩa của máy chủ ngay', en: 'Make room on the disk of the hub now' },
  ),
  stale: trouble(
    'data',
    'bad',
    { vi: 'đã có máy chủ khác thay thế', en: 'another hub has taken its place' },
    { vi: 'Tắt máy chủ này', en: 'Stop this hub' },
  ),
};

function told({ check, level, says, advice }: Finding): HealthFinding {
  return { check, title: checkTitles[check], level, says, advice };
}

const surfaceOrder = { seat: 0, chair: 1, clerk: 2, screen: 3 } as const;

/** Seats by their labels, then the consoles and the screen. */
function inOrder(one: DeviceHealth, other: DeviceHealth): number {
  const bySurface = surfaceOrder[one.surface] - surfaceOrder[other.surface];
  if (bySurface !== 0) return bySurface;
  return (one.seat ?? one.id).localeCompare(other.seat ?? other.id, 'en', { numeric: true });
}

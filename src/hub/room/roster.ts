import type { DeviceId, DocumentVersionId, SeatLabel } from '../../shared/records/ids.ts';
import type { Readiness, ReportMessage } from '../../shared/protocol/report.ts';
import type { RosterDevice } from '../../shared/protocol/roster.ts';
import type { Identity } from './identity.ts';

/** Who is linked now and what the terminals say of themselves. Presence is in no log and dies with the hub. */
export interface Roster {
  linked(identity: Identity, at: number): void;
  /** A connection of the device is gone; it stays linked while another one is there. */
  unlinked(deviceId: DeviceId, at: number): void;
  reported(deviceId: DeviceId, report: ReportMessage): void;
  isLinked(deviceId: DeviceId): boolean;
  /** Versions that a device has said it holds. */
  heldBy(deviceId: DeviceId): ReadonlySet<DocumentVersionId>;
  /** Whether a seat's terminal of this label has been here since the hub started. */
  hasSeat(seat: SeatLabel): boolean;
  devices(): RosterDevice[];
}

interface Known {
  readonly device: Omit<RosterDevice, 'awaited'>;
  /** Versions that it has said it holds. */
  readonly held: ReadonlySet<DocumentVersionId>;
  readonly connections: number;
}

/** @param replacements the versions in force that replaced others, of which the consoles want to know who holds them */
export function createRoster(replacements: () => readonly DocumentVersionId[]): Roster {
  const known = new Map<DeviceId, Known>();
  const nothing: Readiness = {
    ...{ packHeld: 0, packTotal: 0, missing: [], waiting: 0, stranded: [], clockDifferenceMs: null },
  };
  return {
    linked({ deviceId, surface, seat, participantId, joined = 'code' }, at) {
      const before = known.get(deviceId);
      const connections = (before?.connections ?? 0) + 1;
      const since = before?.device.linked === true ? before.device.since : at;
      const facts = { ...nothing, ...before?.device };
      known.set(deviceId, {
        connections,
        held: before?.held ?? new Set(),
        device: { ...facts, deviceId, surface, seat, participantId, joined, linked: true, since },
      });
    },
    unlinked(deviceId, at) {
      const before = known.get(deviceId);
      if (before === undefined) return;
      const connections = before.connections - 1;
      const device = connections > 0 ? before.device : { ...before.device, linked: false, since: at };
      known.set(deviceId, { ...before, connections, device });
    },
    reported(deviceId, { packHeld, packTotal, missing, waiting, stranded, clockDifferenceMs, held }) {
      const before = known.get(deviceId);
      if (before === undefined) return;
      const said: Readiness = { packHeld, packTotal, missing, waiting, stranded, clockDifferenceMs };
      known.set(deviceId, { ...before, held: new Set(held), device: { ...before.device, ...said } });
    },
    hasSeat: (seat) =>
      [...known.values()].some(({ device }) => device.surface === 'seat' && device.seat === seat),
    heldBy: (deviceId) => known.get(deviceId)?.held ?? new Set(),
    isLinked: (deviceId) => known.get(deviceId)?.device.linked ?? false,
    devices() {
      const wanted = replacements();
      return [...known.values()].map(({ device, held }) => ({
        ...device,
        awaited: wanted.filter((version) => !held.has(version)),
      }));
    },
  };
}

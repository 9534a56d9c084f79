import type { LogEntry } from '../room/log-entry.ts';
import type { DeviceId, ParticipantId, SeatLabel } from '../../shared/records/ids.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import { holds } from './violation.ts';

/** Who sits where, by the plan and the moves in the log; and that nobody acts at a seat who does not sit there. */
export class SeatingAudit {
  moves = 0;
  readonly #seats = new Map<ParticipantId, SeatLabel | null>();
  readonly #seatOfDevice: (device: DeviceId) => SeatLabel | null;

  constructor(seatOfDevice: (device: DeviceId) => SeatLabel | null) {
    this.#seatOfDevice = seatOfDevice;
  }

  seatOf(participant: ParticipantId): SeatLabel | null {
    return this.#seats.get(participant) ?? null;
  }

  take(entry: LogEntry): void {
    const { deviceId, participantId, surface } = entry.actor;
    if (surface === 'seat' && participantId !== null && deviceId !== null) {
      const here = this.#seatOfDevice(deviceId);
      const own = this.seatOf(participantId);
      holds(here === own, 'SEAT-2', () => `entry ${entry.seq}: ${participantId} of ${own} acts at ${here}`);
    }
    if (entry.type === 'meeting/created')
      for (const { id, seat } of entry.payload.participants) this.#sit(entry, id, seat);
    if (entry.type === 'seat/moved') {
      this.#sit(entry, entry.payload.participantId, entry.payload.seat);
      this.moves += 1;
    }
  }

  /** A record as the hub says it now. */
  judge({ kind, body }: WireRecord): void {
    if (kind !== 'participant' || body === null) return;
    const { id, seat } = body as RecordBody<'participant'>;
    holds(
      seat === this.seatOf(id),
      'SEAT-1',
      () => `${id} is told to sit at ${seat}, not ${this.seatOf(id)}`,
    );
  }

  #sit(entry: LogEntry, id: ParticipantId, seat: SeatLabel | null): void {
    for (const [other, taken] of this.#seats)
      holds(
        seat === null || taken !== seat || other === id,
        'SEAT-1',
        () => `entry ${entry.seq}: ${id} and ${other} both sit at ${seat}`,
      );
    this.#seats.set(id, seat);
  }
}

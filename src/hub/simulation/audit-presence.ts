import type { LogEntry } from '../room/log-entry.ts';
import type { AttendanceState } from '../../shared/records/attendance.ts';
import type { ParticipantId } from '../../shared/records/ids.ts';
import type { Body, MeetingState } from '../../shared/records/meeting.ts';
import type { RecordBody } from '../../shared/records/registry.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import { present } from '../../shared/std/must.ts';
import { holds } from './violation.ts';

/** What the attendance list says of one person. */
interface Attendee {
  readonly hasVote: boolean;
  readonly isInvited: boolean;
  state: AttendanceState;
  excuse: 'none' | 'asked' | 'consented' | 'declined';
}

/** The attendance list, kept with a pencil from the log alone. */
export class PresenceAudit {
  meeting: MeetingState | null = null;
  body: Body | null = null;
  readonly #people = new Map<ParticipantId, Attendee>();

  take(entry: LogEntry): void {
    switch (entry.type) {
      case 'meeting/created':
        this.meeting = 'draft';
        this.body = entry.payload.meeting.body;
        for (const { id, hasVote, roles } of entry.payload.participants)
          this.#people.set(id, {
            hasVote,
            isInvited: roles.includes('invited'),
            state: 'expected',
            excuse: 'none',
          });
        return;
      case 'meeting/released':
        this.meeting = 'released';
        return;
      case 'meeting/opened':
        this.meeting = 'open';
        return;
      case 'meeting/closed':
        this.meeting = 'closed';
        return;
      case 'attendance/signed-in':
        if (this.meeting === 'released' || this.meeting === 'open') this.#come(entry.payload.participantId);
        return;
      case 'attendance/marked':
        return this.#mark(entry.payload);
      case 'attendance/marked-many':
        for (const mark of entry.payload.marks) this.#mark(mark);
        return;
      case 'attendance/left':
        this.#attendee(entry.payload.participantId).state = 'left';
        return;
      case 'absence/reported':
        Object.assign(this.#attendee(entry.payload.participantId), { state: 'absent', excuse: 'asked' });
        return;
      case 'absence/decided':
        return this.#decide(entry);
      default:
    }
  }

  /** A record as the hub says it now. */
  judge({ kind, body }: WireRecord): void {
    if (body === null) return;
    if (kind === 'attendance') {
      const { participantId, state, excuse } = body as RecordBody<'attendance'>;
      const right = this.#attendee(participantId);
      holds(
        state === right.state && excuse === right.excuse,
        'ATT-3',
        () =>
          `${participantId} is told as ${state} (${excuse}), the list has ${right.state} (${right.excuse})`,
      );
    }
    if (kind !== 'meeting') return;
    const { membersPresent, invitedPresent } = body as RecordBody<'meeting'>;
    const members = this.votersPresent().length;
    const invited = [...this.#people.values()].filter(
      (one) => one.isInvited && one.state === 'present',
    ).length;
    holds(
      membersPresent === members && invitedPresent === invited,
      'ATT-2',
      () =>
        `${membersPresent} + ${invitedPresent} are told to be present, the list has ${members} + ${invited}`,
    );
  }

  /** Those who may vote and are in the room. */
  votersPresent(): ParticipantId[] {
    return [...this.#people].filter(([, one]) => one.hasVote && one.state === 'present').map(([id]) => id);
  }

  /** True when as many are present as the body wants: `numerator` of `denominator` of those in office. */
  isEnough(count: number): boolean {
    const { inOffice, presence } = present(this.body, 'a body');
    return presence === null || count * presence.denominator >= inOffice * presence.numerator;
  }

  #attendee(id: ParticipantId): Attendee {
    return present(this.#people.get(id), 'somebody on the attendance list');
  }

  #come(id: ParticipantId): void {
    const one = this.#attendee(id);
    if (one.state !== 'present') Object.assign(one, { state: 'present', excuse: 'none' });
  }

  #mark({ participantId, state, restore }: Mark): void {
    const one = this.#attendee(participantId);
    if (state === 'present' && restore === undefined) return this.#come(participantId);
    one.state = state;
    if (restore !== undefined) one.excuse = restore.excuse;
    else if (state !== 'left') one.excuse = 'none';
  }

  #decide({ seq, payload }: LogEntry & { type: 'absence/decided' }): void {
    const one = this.#attendee(payload.participantId);
    holds(one.excuse === 'asked', 'ATT-3', () => `entry ${seq} decides an absence that nobody has reported`);
    one.excuse = payload.consent ? 'consented' : 'declined';
  }
}

type Mark = (LogEntry & { type: 'attendance/marked' })['payload'];

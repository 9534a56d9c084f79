import type { Surface } from '../records/audience.ts';
import type { MeetingState } from '../records/meeting.ts';
import type { ParticipantRole } from '../records/participant.ts';
import type { CommandType } from '../protocol/commands/command-schemas.ts';
import type { RefusalCode } from '../refusals/refusal-table.ts';

/**
 * In which capacity somebody asks. It follows from the surface and the person's roles: a chairperson has the chair's
 * powers at the chair console alone. `hub` is the room server itself, when it fills in the sample meeting.
 */
export const capacities = ['hub', 'chair', 'clerk', 'member', 'invited', 'nobody'] as const;
export type Capacity = (typeof capacities)[number];

interface Permission {
  readonly capacities: readonly Capacity[];
  /** States of the meeting in which it may be asked; `none` where there is no meeting yet. */
  readonly states: readonly MeetingState[] | 'none';
  /** True where only the hub's own routes make the command, after checks that a message cannot carry. */
  readonly madeByHub?: true;
}

/** Who may ask for what, and when; whatever is not here is refused. The one table of rights. */
export const permissions: { readonly [Type in CommandType]: Permission } = {
  'meeting/create': { capacities: ['hub', 'clerk'], states: 'none' },
  'meeting/release': { capacities: ['hub', 'clerk'], states: ['draft'] },
  'meeting/open': { capacities: ['chair'], states: ['released'] },
  'meeting/close': { capacities: ['chair'], states: ['open'] },
  'meeting/recall': { capacities: ['clerk'], states: ['released', 'closed'] },
  'recall/acknowledge': {
    capacities: ['chair', 'clerk', 'member', 'invited', 'nobody'],
    states: ['released', 'closed'],
  },
  'document/add': { capacities: ['hub', 'clerk'], states: ['draft', 'released', 'open'], madeByHub: true },
  'document/replace': { capacities: ['clerk'], states: ['draft', 'released', 'open'], madeByHub: true },
  'document/tell-words': {
    capacities: ['hub'],
    states: ['draft', 'released', 'open', 'closed'],
    madeByHub: true,
  },
  'item/start': { capacities: ['chair'], states: ['open'] },
  'item/pause': { capacities: ['chair'], states: ['open'] },
  'item/resume': { capacities: ['chair'], states: ['open'] },
  'attendance/sign-in': {
    capacities: ['chair', 'clerk', 'member', 'invited'],
    states: ['draft', 'released', 'open', 'closed'],
    madeByHub: true,
  },
  'attendance/mark': { capacities: ['hub', 'clerk'], states: ['released', 'open'] },
  'attendance/mark-many': { capacities: ['clerk'], states: ['released', 'open'] },
  'attendance/leave': { capacities: ['member', 'invited'], states: ['released', 'open'] },
  'absence/report': { capacities: ['clerk', 'member', 'invited'], states: ['released', 'open'] },
  'absence/decide': { capacities: ['chair'], states: ['released', 'open'] },
  'substitution/request': { capacities: ['clerk', 'member', 'invited'], states: ['released', 'open'] },
  'substitution/decide': { capacities: ['chair'], states: ['released', 'open'] },
  'seat/move': { capacities: ['clerk'], states: ['released', 'open'] },
  'body/change': { capacities: ['clerk'], states: ['draft', 'released'] },
  'presentation/show': { capacities: ['chair', 'clerk', 'member', 'invited'], states: ['open'] },
  'presentation/stop': { capacities: ['chair', 'clerk', 'member', 'invited'], states: ['open'] },
  'vote/prepare': { capacities: ['hub', 'chair', 'clerk'], states: ['draft', 'released', 'open'] },
  'vote/change': { capacities: ['hub', 'chair', 'clerk'], states: ['draft', 'released', 'open'] },
  'vote/withdraw': { capacities: ['chair', 'clerk'], states: ['draft', 'released', 'open'] },
  'vote/open': { capacities: ['chair'], states: ['open'] },
  'vote/hold': { capacities: ['chair'], states: ['open'] },
  'vote/lock': { capacities: ['chair'], states: ['open'] },
  'vote/announce': { capacities: ['chair'], states: ['open'] },
  'vote/show-names': { capacities: ['chair'], states: ['open'] },
  'ballot/cast': { capacities: ['member'], states: ['open'] },
  'ballot/issue-paper': { capacities: ['clerk'], states: ['open'] },
  'ballot/accept-late': { capacities: ['chair'], states: ['open'] },
  'count/enter': { capacities: ['clerk', 'member', 'invited'], states: ['open'] },
  'count/confirm': { capacities: ['chair', 'clerk', 'member', 'invited'], states: ['open'] },
  'layer/append': {
    capacities: ['chair', 'clerk', 'member', 'invited'],
    states: ['draft', 'released', 'open', 'closed'],
  },
  'floor/request': { capacities: ['chair', 'clerk', 'member', 'invited'], states: ['released', 'open'] },
  'floor/withdraw': { capacities: ['chair', 'clerk', 'member', 'invited'], states: ['released', 'open'] },
  'floor/give': { capacities: ['chair'], states: ['open'] },
  'floor/call': { capacities: ['chair'], states: ['open'] },
  'floor/move': { capacities: ['chair'], states: ['open'] },
  'floor/pause': { capacities: ['chair'], states: ['open'] },
  'floor/resume': { capacities: ['chair'], states: ['open'] },
  'floor/extend': { capacities: ['chair'], states: ['open'] },
  'floor/stop': { capacities: ['chair'], states: ['open'] },
  'floor/clear': { capacities: ['chair'], states: ['open'] },
  'opinion/send': { capacities: ['chair', 'clerk', 'member', 'invited'], states: ['released', 'open'] },
  'opinion/mark': { capacities: ['chair'], states: ['released', 'open'] },
  'call/make': { capacities: ['member', 'invited', 'nobody'], states: 'none' },
  'call/answer': { capacities: ['chair', 'clerk'], states: 'none' },
  'call/cancel': { capacities: ['member', 'invited', 'nobody'], states: 'none' },
  'announcement/send': { capacities: ['chair', 'clerk'], states: ['released', 'open'] },
  'announcement/withdraw': { capacities: ['chair', 'clerk'], states: ['released', 'open'] },
  'copy/prepare': { capacities: ['hub', 'clerk'], states: ['draft', 'released', 'open'] },
  'copy/hand-out': { capacities: ['clerk'], states: ['open'] },
  'copy/collect': { capacities: ['clerk'], states: ['open'] },
  'copy/undo': { capacities: ['clerk'], states: ['open'] },
  'record/write': { capacities: ['clerk'], states: ['open', 'closed'] },
  'record/edit': { capacities: ['clerk'], states: ['open', 'closed'] },
  'record/strike': { capacities: ['clerk'], states: ['open', 'closed'] },
};

/** The capacity of a person at a surface; `roles` is null when nobody is signed in. */
export function capacityAt(surface: Surface | null, roles: readonly ParticipantRole[] | null): Capacity {
  if (surface === null) return 'hub';
  if (roles === null) return 'nobody';
  switch (surface) {
    case 'chair':
    case 'clerk':
      return roles.includes(surface) ? surface : 'nobody';
    case 'seat':
      return roles.includes('member') ? 'member' : 'invited';
    case 'screen':
      return 'nobody';
  }
}

/** Whether the table lets `capacity` ask for `type` while the meeting is in `state` (null: there is no meeting). */
export function permissionRefusal(
  type: CommandType,
  capacity: Capacity,
  state: MeetingState | null,
): RefusalCode | null {
  const permission = permissions[type];
  if (!permission.capacities.includes(capacity)) {
    return capacity === 'nobody' ? 'access/not-signed-in' : 'access/not-allowed';
  }
  if (permission.states === 'none') return null;
  if (state === null) return 'meeting/unknown';
  return permission.states.includes(state) ? null : stateRefusal(permission.states, state);
}

function stateRefusal(wanted: readonly MeetingState[], state: MeetingState): RefusalCode {
  if (state === 'closed') return 'meeting/closed';
  if (wanted.includes('open') && state === 'draft') return 'meeting/not-released';
  if (wanted.includes('open') && state === 'released') return 'meeting/not-open';
  return 'meeting/wrong-state';
}

import { describe, expect, it } from 'vitest';
import type { MeetingState } from '../records/meeting.ts';
import { commandTypes, type CommandType } from '../protocol/commands/command-schemas.ts';
import { capacities, capacityAt, permissionRefusal, type Capacity } from './permissions.ts';

const states: readonly MeetingState[] = ['draft', 'released', 'open', 'closed'];

/**
 * Every cell that allows, written out by hand apart from the table: capacity → command → states (d r o c).
 * All other cells must refuse. A command without a line here fails.
 */
const allowed: Record<CommandType, Partial<Record<Capacity, string>>> = {
  'meeting/create': { hub: 'droc', clerk: 'droc' },
  'meeting/release': { hub: 'd', clerk: 'd' },
  'meeting/open': { chair: 'r' },
  'meeting/close': { chair: 'o' },
  'meeting/recall': { clerk: 'rc' },
  'recall/acknowledge': { chair: 'rc', clerk: 'rc', member: 'rc', invited: 'rc', nobody: 'rc' },
  'document/add': { hub: 'dro', clerk: 'dro' },
  'document/replace': { clerk: 'dro' },
  'document/tell-words': { hub: 'droc' },
  'item/start': { chair: 'o' },
  'item/pause': { chair: 'o' },
  'item/resume': { chair: 'o' },
  'attendance/sign-in': { chair: 'droc', clerk: 'droc', member: 'droc', invited: 'droc' },
  'attendance/mark': { hub: 'ro', clerk: 'ro' },
  'attendance/mark-many': { clerk: 'ro' },
  'attendance/leave': { member: 'ro', invited: 'ro' },
  'absence/report': { clerk: 'ro', member: 'ro', invited: 'ro' },
  'absence/decide': { chair: 'ro' },
  'substitution/request': { clerk: 'ro', member: 'ro', invited: 'ro' },
  'substitution/decide': { chair: 'ro' },
  'seat/move': { clerk: 'ro' },
  'body/change': { clerk: 'dr' },
  'presentation/show': { chair: 'o', clerk: 'o', member: 'o', invited: 'o' },
  'presentation/stop': { chair: 'o', clerk: 'o', member: 'o', invited: 'o' },
  'vote/prepare': { hub: 'dro', chair: 'dro', clerk: 'dro' },
  'vote/change': { hub: 'dro', chair: 'dro', clerk: 'dro' },
  'vote/withdraw': { chair: 'dro', clerk: 'dro' },
  'vote/open': { chair: 'o' },
  'vote/hold': { chair: 'o' },
  'vote/lock': { chair: 'o' },
  'vote/announce': { chair: 'o' },
  'vote/show-names': { chair: 'o' },
  'ballot/cast': { member: 'o' },
  'ballot/issue-paper': { clerk: 'o' },
  'ballot/accept-late': { chair: 'o' },
  'count/enter': { clerk: 'o', member: 'o', invited: 'o' },
  'count/confirm': { chair: 'o', clerk: 'o', member: 'o', invited: 'o' },
  'layer/append': { chair: 'droc', clerk: 'droc', member: 'droc', invited: 'droc' },
  'floor/request': { chair: 'ro', clerk: 'ro', member: 'ro', invited: 'ro' },
  'floor/withdraw': { chair: 'ro', clerk: 'ro', member: 'ro', invited: 'ro' },
  'floor/give': { chair: 'o' },
  'floor/call': { chair: 'o' },
  'floor/move': { chair: 'o' },
  'floor/pause': { chair: 'o' },
  'floor/resume': { chair: 'o' },
  'floor/extend': { chair: 'o' },
  'floor/stop': { chair: 'o' },
  'floor/clear': { chair: 'o' },
  'opinion/send': { chair: 'ro', clerk: 'ro', member: 'ro', invited: 'ro' },
  'opinion/mark': { chair: 'ro' },
  'call/make': { member: 'droc', invited: 'droc', nobody: 'droc' },
  'call/answer': { chair: 'droc', clerk: 'droc' },
  'call/cancel': { member: 'droc', invited: 'droc', nobody: 'droc' },
  'announcement/send': { chair: 'ro', clerk: 'ro' },
  'announcement/withdraw': { chair: 'ro', clerk: 'ro' },
  'copy/prepare': { hub: 'dro', clerk: 'dro' },
  'copy/hand-out': { clerk: 'o' },
  'copy/collect': { clerk: 'o' },
  'copy/undo': { clerk: 'o' },
  'record/write': { clerk: 'oc' },
  'record/edit': { clerk: 'oc' },
  'record/strike': { clerk: 'oc' },
};

describe('[INV-6] the table of rights', () => {
  const cells = commandTypes.flatMap((type) =>
    capacities.flatMap((capacity) => states.map((state) => [type, capacity, state] as const)),
  );

  it.each(cells)('%s by %s in a meeting that is %s', (type, capacity, state) => {
    const isAllowed = (allowed[type][capacity] ?? '').includes(state.charAt(0));
    expect(permissionRefusal(type, capacity, state) === null).toBe(isAllowed);
  });

  it('says why: nobody is signed in, the role may not, or the meeting is in another state', () => {
    expect(permissionRefusal('ballot/cast', 'nobody', 'open')).toBe('access/not-signed-in');
    expect(permissionRefusal('vote/lock', 'member', 'open')).toBe('access/not-allowed');
    expect(permissionRefusal('vote/lock', 'chair', 'closed')).toBe('meeting/closed');
    expect(permissionRefusal('vote/lock', 'chair', 'released')).toBe('meeting/not-open');
    expect(permissionRefusal('vote/lock', 'chair', 'draft')).toBe('meeting/not-released');
    expect(permissionRefusal('meeting/open', 'chair', 'open')).toBe('meeting/wrong-state');
  });

  it('gives the powers of a role at its own console alone', () => {
    expect(capacityAt('chair', ['chair', 'member'])).toBe('chair');
    expect(capacityAt('seat', ['chair', 'member'])).toBe('member');
    expect(capacityAt('chair', ['clerk'])).toBe('nobody');
    expect(capacityAt('screen', ['chair'])).toBe('nobody');
    expect(capacityAt('seat', ['invited'])).toBe('invited');
    expect(capacityAt('seat', null)).toBe('nobody');
    expect(capacityAt(null, null)).toBe('hub');
  });
});

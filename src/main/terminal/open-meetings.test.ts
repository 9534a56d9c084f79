import { describe, expect, it } from 'vitest';
import type { Change, HubBridge, RoomFacts } from '../../shared/bridge/bridge.ts';
import { recordSchemas } from '../../shared/records/registry.ts';
import { meetingId, roomId } from '../../shared/records/ids.ts';
import type { Meeting } from '../../shared/records/meeting.ts';
import type { WireRecord } from '../../shared/records/wire-record.ts';
import { openMeetings, watchMeetings, type OpenMeetings } from './open-meetings.ts';

function meetingRecord(
  id: string,
  state: Meeting['state'],
  { print = false, recalledAt = null as number | null } = {},
): WireRecord {
  const body = {
    ...{ id, title: 'Họp', place: '', plannedAt: 0, seats: [], state, releasedAt: null, openedAt: null },
    ...{ closedAt: null, recalledAt, currentItemId: null, breakSince: null, membersPresent: 0 },
    ...{ invitedPresent: 0, invited: 0 },
    body: {
      ...{ name: 'UBND', inOffice: 15, presence: null, source: '', copies: { save: true, print } },
      decision: { base: 'in-office', threshold: 'more-than-half' },
    },
  };
  return { key: `meeting/${id}`, kind: 'meeting', seq: 1, body: recordSchemas.meeting.parse(body) };
}

/** A terminal of a room that pulls and hears what the test says. */
class Room {
  id = 'room-1';
  kept: OpenMeetings | null = null;
  page: readonly WireRecord[] = [];
  readonly troubles: unknown[] = [];
  isFull = false;
  tell: (change: Change | 'live') => void = () => undefined;

  watch() {
    const hub = {
      room: { get: () => ({ roomId: roomId.parse(this.id) }) as RoomFacts },
      pull: async () => ({ records: this.page }),
      onChange: (listener: (change: Change | 'live') => void) => {
        this.tell = listener;
        return () => undefined;
      },
    };
    const storage = {
      load: () => this.kept,
      keep: (meetings: OpenMeetings) => {
        if (this.isFull) throw new Error('full');
        this.kept = meetings;
      },
    };
    return watchMeetings(hub as unknown as HubBridge, storage, (reason) => this.troubles.push(reason));
  }

  change(...records: WireRecord[]): void {
    this.tell({ epoch: 1, prev: 0, seq: 1, check: '0000-0001', records });
  }
}

describe('whether a meeting is open', () => {
  it('is learnt from what the window pulls and from live changes', async () => {
    const room = new Room();
    const { hub, isOpen } = room.watch();
    expect(isOpen.get()).toBe(false);
    room.page = [meetingRecord('m1', 'open'), meetingRecord('m2', 'released')];
    await hub.pull({ epoch: 1, seq: 0 }, 100);
    expect(isOpen.get()).toBe(true);
    room.tell('live');
    room.change(meetingRecord('m2', 'open'));
    room.change(meetingRecord('m1', 'closed'));
    expect(isOpen.get()).toBe(true);
    room.change(meetingRecord('m2', 'closed'));
    expect(isOpen.get()).toBe(false);
  });

  it('is known at the next start, before the hub has said anything', async () => {
    const room = new Room();
    room.watch();
    room.change(meetingRecord('m1', 'open'));
    expect(room.watch().isOpen.get()).toBe(true);
  });

  it('begins anew in another room', () => {
    const room = new Room();
    const first = room.watch();
    room.change(meetingRecord('m1', 'open'));
    room.id = 'room-2';
    room.change(meetingRecord('m9', 'released'));
    expect(first.isOpen.get()).toBe(false);
  });

  it('is right although the disk takes nothing more', () => {
    const room = new Room();
    room.isFull = true;
    const { isOpen } = room.watch();
    room.change(meetingRecord('m1', 'open'));
    expect(isOpen.get()).toBe(true);
    expect(room.troubles).toHaveLength(1);
  });
});

describe('whether papers may be printed', () => {
  const m1 = meetingId.parse('m1');

  it('is what the body of the meeting says now, and known at the next start', () => {
    const room = new Room();
    const { mayPrint } = room.watch();
    expect(mayPrint(m1)).toBe(false);
    room.change(meetingRecord('m1', 'open', { print: true }), meetingRecord('m2', 'open'));
    expect([mayPrint(m1), mayPrint(meetingId.parse('m2'))]).toEqual([true, false]);
    expect(room.watch().mayPrint(m1)).toBe(true);
    room.change(meetingRecord('m1', 'open'));
    expect(room.watch().mayPrint(m1)).toBe(false);
  });

  it('ends with a recall', () => {
    const room = new Room();
    const { mayPrint } = room.watch();
    room.change(meetingRecord('m1', 'closed', { print: true }));
    expect(mayPrint(m1)).toBe(true);
    room.change(meetingRecord('m1', 'closed', { print: true, recalledAt: 5 }));
    expect(mayPrint(m1)).toBe(false);
  });

  it('is no where the machine remembers a meeting of before it was asked', () => {
    expect(openMeetings.parse({ roomId: 'room-1', open: ['m1'] }).printable).toEqual([]);
  });
});

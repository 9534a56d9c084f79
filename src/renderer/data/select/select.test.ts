import { describe, expect, it } from 'vitest';
import { agendaItem, type AgendaItem } from '../../../shared/records/agenda-item.ts';
import { attendance } from '../../../shared/records/attendance.ts';
import { document, type Document } from '../../../shared/records/document.ts';
import { documentVersion, type DocumentVersion } from '../../../shared/records/document-version.ts';
import { meetingId, participantId, voteId } from '../../../shared/records/ids.ts';
import { meeting, type Meeting } from '../../../shared/records/meeting.ts';
import { participant } from '../../../shared/records/participant.ts';
import { person } from '../../../shared/records/person.ts';
import { presentation } from '../../../shared/records/presentation.ts';
import { vote, type Vote } from '../../../shared/records/vote.ts';
import { outboxEntry } from '../../../shared/link/outbox-entry.ts';
import { documentsOf, packOf } from './documents.ts';
import { agendaOf, currentItem, currentMeeting, shownNow } from './meetings.ts';
import { delegatesBySeat, delegatesOf, isPresent } from './people.ts';
import { lastAnnounced, mayVoteIn, ownAnswers, runningVote, votesOf } from './votes.ts';

const m1 = meetingId.parse('m1');

const aMeeting = (part: Partial<Record<keyof Meeting, unknown>>): Meeting =>
  meeting.parse({
    id: 'm1',
    title: 'Hội nghị',
    place: '',
    plannedAt: 100,
    body: {
      name: 'Ban Thường vụ',
      inOffice: 15,
      presence: null,
      decision: { base: 'in-office', threshold: 'more-than-half' },
      source: '',
    },
    seats: [],
    state: 'released',
    releasedAt: null,
    openedAt: null,
    closedAt: null,
    recalledAt: null,
    breakSince: null,
    currentItemId: null,
    membersPresent: 0,
    invitedPresent: 0,
    invited: 0,
    ...part,
  });

const anItem = (order: number, state: AgendaItem['state'], meetingOf = 'm1'): AgendaItem =>
  agendaItem.parse({
    id: `i${order}`,
    meetingId: meetingOf,
    order,
    title: `Nội dung ${order}`,
    plannedMinutes: 20,
    presenterIds: [],
    papers: 'electronic',
    state,
    beganAt: null,
    endedAt: null,
    startedAt: null,
    pausedAt: null,
    spentMs: 0,
  });

const aDocument = (itemOf: number, order: number): Document =>
  document.parse({
    id: `d${itemOf}-${order}`,
    meetingId: 'm1',
    itemId: `i${itemOf}`,
    order,
    title: 'Tờ trình',
    category: 'main',
    currentVersionId: `v${itemOf}-${order}`,
  });

const aVersion = (itemOf: number, order: number): DocumentVersion =>
  documentVersion.parse({
    id: `v${itemOf}-${order}`,
    meetingId: 'm1',
    documentId: `d${itemOf}-${order}`,
    number: 1,
    sha256: `${itemOf}${order}`.padEnd(64, '0'),
    bytes: 10,
    pages: 1,
    fileName: 'a.pdf',
    view: { sha256: `${itemOf}${order}`.padEnd(64, '0'), bytes: 10 },
    text: null,
    searchable: 'none',
    original: null,
    addedAt: 1,
    replaces: null,
  });

const aVote = (id: string, state: Vote['state'], openedAt: number | null): Vote =>
  vote.parse({
    id,
    meetingId: 'm1',
    itemId: 'i2',
    title: 'Thông qua',
    rule: { base: 'in-office', threshold: 'more-than-half' },
    versionId: null,
    state,
    electorate: ['p1'],
    kind: 'open',
    form: { type: 'approval', other: false },
    mayChange: true,
    order: 1,
    summoned: null,
    countingBoard: [],
    paperVoters: [],
    counted: false,
    namesShown: false,
    received: 0,
    openedAt,
    lockedAt: null,
    announcedAt: state === 'announced' ? openedAt : null,
  });

describe('the meeting and its agenda', () => {
  it('is the open one, then what is released, then drafts, then what was closed last', () => {
    const open = aMeeting({ id: 'open', state: 'open', plannedAt: 900 });
    const soon = aMeeting({ id: 'soon', plannedAt: 100 });
    const later = aMeeting({ id: 'later', plannedAt: 200 });
    const draft = aMeeting({ id: 'draft', state: 'draft' });
    const old = aMeeting({ id: 'old', state: 'closed', closedAt: 1 });
    const lately = aMeeting({ id: 'lately', state: 'closed', closedAt: 2 });
    expect(currentMeeting([old, lately, draft, later, soon, open])?.id).toBe('open');
    expect(currentMeeting([old, lately, draft, later, soon])?.id).toBe('soon');
    expect(currentMeeting([old, lately, draft])?.id).toBe('draft');
    expect(currentMeeting([old, lately])?.id).toBe('lately');
    expect(currentMeeting([])).toBeNull();
  });

  it('has its items in order and one that is current', () => {
    const items = [
      anItem(10, 'waiting'),
      anItem(2, 'current'),
      anItem(1, 'done'),
      anItem(3, 'waiting', 'm2'),
    ];
    expect(agendaOf(items, m1).map(({ order }) => order)).toEqual([1, 2, 10]);
    expect(currentItem(aMeeting({ currentItemId: 'i2' }), items)?.order).toBe(2);
    expect(currentItem(aMeeting({}), items)).toBeNull();
    expect(currentItem(aMeeting({ currentItemId: 'i99' }), items)).toBeNull();
  });

  it('shows a page only while a presenter shows one', () => {
    const shown = presentation.parse({
      meetingId: 'm1',
      versionId: 'v1',
      page: 4,
      zone: null,
      presenterId: null,
      at: 1,
    });
    expect(shownNow([shown], m1)).toMatchObject({ versionId: 'v1', page: 4 });
    expect(shownNow([{ ...shown, page: 0 }], m1)).toBeNull();
    expect(shownNow([{ ...shown, versionId: null }], m1)).toBeNull();
    expect(shownNow([shown], null)).toBeNull();
  });
});

describe('the pack of a meeting', () => {
  it('has the papers of the current item first, then those to come, then those done', () => {
    const agenda = [anItem(1, 'done'), anItem(2, 'current'), anItem(3, 'waiting')];
    const documents = [aDocument(1, 1), aDocument(3, 1), aDocument(2, 2), aDocument(2, 1)];
    const versions = new Map(
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [3, 1],
      ].map(([i = 0, o = 0]) => [`v${i}-${o}`, aVersion(i, o)]),
    );
    expect(packOf(agenda, documents, versions).map(({ versionId }) => versionId)).toEqual([
      'v2-1',
      'v2-2',
      'v3-1',
      'v1-1',
    ]);
    expect(documentsOf(documents, anItem(2, 'current').id).map(({ order }) => order)).toEqual([1, 2]);
  });

  it('leaves out a version whose record has not come, and names the same bytes once', () => {
    const twin = { ...aVersion(2, 2), view: aVersion(2, 1).view };
    const versions = new Map([aVersion(2, 1), twin].map((version) => [version.id as string, version]));
    const documents = [aDocument(2, 1), aDocument(2, 2), aDocument(2, 3)];
    expect(packOf([anItem(2, 'current')], documents, versions)).toHaveLength(1);
  });
});

describe('the delegates', () => {
  const people = new Map(
    [
      person.parse({ id: 'a', fullName: 'Trần Văn Minh', office: '' }),
      person.parse({ id: 'b', fullName: 'Lê Thu Hà', office: '' }),
    ].map((one) => [one.id as string, one]),
  );
  const participants = [
    participant.parse({
      id: 'p1',
      meetingId: 'm1',
      personId: 'a',
      roles: ['member'],
      seat: 'A01',
      hasVote: true,
      movedFrom: null,
      standsInFor: null,
    }),
    participant.parse({
      id: 'p2',
      meetingId: 'm1',
      personId: 'b',
      roles: ['member'],
      seat: null,
      hasVote: true,
      movedFrom: null,
      standsInFor: null,
    }),
    participant.parse({
      id: 'p3',
      meetingId: 'm1',
      personId: 'c',
      roles: ['invited'],
      seat: 'B01',
      hasVote: false,
      movedFrom: null,
      standsInFor: null,
    }),
    participant.parse({
      id: 'p4',
      meetingId: 'm2',
      personId: 'a',
      roles: ['member'],
      seat: 'A01',
      hasVote: true,
      movedFrom: null,
      standsInFor: null,
    }),
  ];
  const present = attendance.parse({
    participantId: 'p1',
    meetingId: 'm1',
    state: 'present',
    at: 1,
    late: false,
    reason: '',
    excuse: 'none',
    spans: [{ from: 1, to: null }],
    deviceId: null,
  });

  it('are members before guests, by given name, with what is known of them', () => {
    const delegates = delegatesOf(m1, participants, people, new Map([['p1', present]]));
    expect(delegates.map(({ participant: { id } }) => id)).toEqual(['p2', 'p1', 'p3']);
    expect(delegates.map(isPresent)).toEqual([false, true, false]);
    expect(delegates[2]?.person).toBeNull();
    expect([...delegatesBySeat(delegates).keys()]).toEqual(['A01', 'B01']);
  });
});

describe('the votes', () => {
  const votes = [
    aVote('old', 'announced', 1),
    aVote('newer', 'announced', 5),
    aVote('now', 'held', 9),
    aVote('next', 'prepared', null),
  ];

  it('have at most one that runs, from its opening to its announcement', () => {
    expect(runningVote(votes, m1)?.id).toBe('now');
    expect(runningVote([aVote('x', 'locked', 1)], m1)?.id).toBe('x');
    expect(runningVote([aVote('x', 'prepared', null), aVote('y', 'announced', 1)], m1)).toBeNull();
    expect(lastAnnounced(votes, m1)?.id).toBe('newer');
    expect(votesOf(votes, m1).map(({ id }) => id)).toEqual(['next', 'now', 'newer', 'old']);
  });

  it('are for the electorate alone', () => {
    const now = aVote('now', 'open', 1);
    expect(mayVoteIn(now, participantId.parse('p1'))).toBe(true);
    expect(mayVoteIn(now, participantId.parse('p2'))).toBe(false);
    expect(mayVoteIn(now, null)).toBe(false);
  });

  it('[INV-4] know every answer given at this terminal, in order, with what the hub said of it', () => {
    const cast = (order: number, choice: string, voteOf = 'now', by = 'p1') =>
      outboxEntry.parse({
        id: `c${order}`,
        order,
        command: 'ballot/cast',
        payload: { voteId: voteOf, participantId: by, choice, versionId: null },
        madeAt: order,
        participantId: by,
        answer: null,
        confirmedEpoch: 0,
        confirmedHistory: 0,
        dismissed: false,
        personId: null,
      });
    const other = outboxEntry.parse({
      ...cast(9, 'approve'),
      command: 'vote/open',
      payload: { voteId: 'now' },
    });
    const outbox = [
      cast(1, 'reject'),
      cast(2, 'approve'),
      cast(3, 'reject', 'old'),
      cast(4, 'reject', 'now', 'p2'),
      other,
    ];
    const answers = ownAnswers(outbox, voteId.parse('now'), participantId.parse('p1'));
    expect(answers.map(({ choice }) => choice)).toEqual(['reject', 'approve']);
  });
});

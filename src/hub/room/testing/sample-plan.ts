import { documentAdd } from '../../../shared/protocol/commands/document-add.ts';
import { meetingCreate } from '../../../shared/protocol/commands/meeting-create.ts';
import { votePrepare } from '../../../shared/protocol/commands/vote-prepare.ts';

const seatOf = (row: string, at: number): string => `${row}${String(at).padStart(2, '0')}`;
const members = Array.from({ length: 15 }, (_, index) => seatOf('A', index + 1));
const invited = ['B01', 'B02'];

/** A meeting like the one of the acceptance scenario: 15 members at A01–A15, two guests, a secretary. A01 chairs. */
export const samplePlan = meetingCreate.parse({
  meeting: {
    id: 'm1',
    title: 'Hội nghị Ban Thường vụ',
    place: 'Phòng họp số 1',
    plannedAt: 1_000,
    body: {
      name: 'Ban Thường vụ',
      inOffice: 15,
      presence: { numerator: 1, denominator: 2 },
      decision: { base: 'in-office', threshold: 'more-than-half' },
      source: '',
    },
    seats: members.map((seat, index) => ({ seat, column: index, row: 0 })),
  },
  items: [
    {
      id: 'i1',
      order: 1,
      title: 'Kinh tế',
      plannedMinutes: 20,
      presenterIds: ['p-B01'],
      papers: 'electronic',
    },
    {
      id: 'i2',
      order: 2,
      title: 'Chuyển đổi số',
      plannedMinutes: 40,
      presenterIds: [],
      papers: 'electronic',
    },
    { id: 'i3', order: 3, title: 'Tài liệu mật', plannedMinutes: 15, presenterIds: [], papers: 'paper' },
  ],
  people: [...members, ...invited, 'clerk'].map((at) => ({
    id: `n-${at}`,
    fullName: `Đ/c ${at}`,
    office: '',
  })),
  participants: [
    ...members.map((seat) => ({
      id: `p-${seat}`,
      personId: `n-${seat}`,
      roles: seat === 'A01' ? ['member', 'chair'] : ['member'],
      seat,
      hasVote: true,
    })),
    ...invited.map((seat) => ({
      id: `p-${seat}`,
      personId: `n-${seat}`,
      roles: ['invited'],
      seat,
      hasVote: false,
    })),
    { id: 'p-clerk', personId: 'n-clerk', roles: ['clerk'], seat: null, hasVote: false },
  ],
});

export const sampleDocument = documentAdd.parse({
  meetingId: 'm1',
  itemId: 'i2',
  documentId: 'd1',
  versionId: 'v1',
  title: 'Dự thảo Nghị quyết',
  category: 'main',
  sha256: 'a'.repeat(64),
  bytes: 1000,
  pages: 60,
  fileName: 'du-thao.pdf',
  view: { sha256: 'a'.repeat(64), bytes: 1000 },
  text: null,
  searchable: 'none',
  original: null,
});

export const sampleVote = votePrepare.parse({
  voteId: 'vote1',
  itemId: 'i2',
  title: 'Thông qua Nghị quyết',
  rule: { base: 'in-office', threshold: 'more-than-half' },
  versionId: 'v1',
});

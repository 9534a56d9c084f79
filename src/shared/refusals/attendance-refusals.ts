import type { Refusals } from './refusal.ts';

/** Who is here, where and for whom. */
export const attendanceRefusals = {
  'participant/unknown': {
    kind: 'refusal',
    vi: 'Không có đại biểu này trong cuộc họp.',
    en: 'There is no such participant in the meeting.',
  },
  'attendance/not-present': {
    kind: 'refusal',
    vi: 'Đại biểu này không có mặt trong phòng.',
    en: 'This participant is not in the room.',
  },
  'absence/not-asked': {
    kind: 'refusal',
    vi: 'Không có đề nghị vắng mặt nào đang chờ.',
    en: 'No absence is waiting for consent.',
  },
  'substitution/not-asked': {
    kind: 'refusal',
    vi: 'Không có đề nghị họp thay nào đang chờ.',
    en: 'No substitution is waiting for consent.',
  },
  'substitution/asked-already': {
    kind: 'refusal',
    vi: 'Đã có đề nghị họp thay cho đại biểu này.',
    en: 'A substitution has already been asked for or agreed.',
  },
  'substitution/is-present': {
    kind: 'refusal',
    vi: 'Đại biểu này đang có mặt nên không thể có người họp thay.',
    en: 'This participant is in the room and cannot be substituted.',
  },
  'substitution/takes-part': {
    kind: 'refusal',
    vi: 'Người họp thay đã có tên trong cuộc họp này.',
    en: 'The substitute takes part in this meeting already.',
  },
  'seat/unknown': {
    kind: 'refusal',
    vi: 'Không có vị trí này trên sơ đồ, cũng không có máy dự phòng nào mang tên này.',
    en: 'There is no such seat on the plan, nor a spare terminal of this name.',
  },
  'seat/occupied': {
    kind: 'refusal',
    vi: 'Vị trí này đã có người.',
    en: 'This seat belongs to somebody else.',
  },
} as const satisfies Refusals;

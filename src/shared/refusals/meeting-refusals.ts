import type { Refusals } from './refusal.ts';

/** The meeting, its agenda and its record. */
export const meetingRefusals = {
  'meeting/unknown': { kind: 'refusal', vi: 'Không có cuộc họp này.', en: 'There is no such meeting.' },
  'meeting/exists': { kind: 'refusal', vi: 'Cuộc họp này đã được tạo.', en: 'This meeting already exists.' },
  'meeting/plan-invalid': {
    kind: 'refusal',
    vi: 'Kế hoạch cuộc họp có chỗ mâu thuẫn.',
    en: 'The plan of the meeting contradicts itself.',
  },
  'meeting/not-released': {
    kind: 'refusal',
    vi: 'Cuộc họp chưa được phát hành.',
    en: 'The meeting has not been released.',
  },
  'meeting/not-open': { kind: 'refusal', vi: 'Cuộc họp chưa khai mạc.', en: 'The meeting is not open.' },
  'meeting/wrong-state': {
    kind: 'refusal',
    vi: 'Việc này không hợp với trạng thái hiện tại của cuộc họp.',
    en: 'This does not fit the present state of the meeting.',
  },
  'meeting/moved-on': {
    kind: 'refusal',
    vi: 'Cuộc họp đã sang bước khác trước khi lệnh này đến. Xin xem lại màn hình.',
    en: 'The meeting had moved on before this arrived. Please look at the screen again.',
  },
  'meeting/closed': { kind: 'refusal', vi: 'Cuộc họp đã bế mạc.', en: 'The meeting is closed.' },
  'meeting/recalled': {
    kind: 'refusal',
    vi: 'Tài liệu của cuộc họp này đã được thu hồi.',
    en: 'The papers of this meeting have been recalled.',
  },
  'meeting/another-open': {
    kind: 'refusal',
    vi: 'Đang có một cuộc họp khác trong phòng.',
    en: 'Another meeting is open in this room.',
  },
  'meeting/vote-running': {
    kind: 'refusal',
    vi: 'Đang biểu quyết. Cần khóa và công bố trước.',
    en: 'A vote is running. Lock and announce it first.',
  },
  'item/unknown': { kind: 'refusal', vi: 'Không có nội dung này.', en: 'There is no such agenda item.' },
  'item/not-current': {
    kind: 'refusal',
    vi: 'Đây không phải nội dung đang bàn.',
    en: 'This is not the current agenda item.',
  },
  'item/paused': { kind: 'refusal', vi: 'Cuộc họp đang giải lao.', en: 'There is a break.' },
  'item/not-paused': { kind: 'refusal', vi: 'Cuộc họp không giải lao.', en: 'There is no break.' },
  'record/unknown': {
    kind: 'refusal',
    vi: 'Không có dòng này trong diễn biến.',
    en: 'There is no such line in the running record.',
  },
  'record/exists': {
    kind: 'refusal',
    vi: 'Dòng này đã có trong diễn biến.',
    en: 'This line is in the running record already.',
  },
  'record/event-line': {
    kind: 'refusal',
    vi: 'Dòng do hệ thống ghi không sửa được; có thể gạch bỏ.',
    en: 'A line that an event wrote cannot be edited; it can be struck.',
  },
} as const satisfies Refusals;

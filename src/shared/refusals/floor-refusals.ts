import type { Refusals } from './refusal.ts';

/** The floor, opinions, calls and announcements. */
export const floorRefusals = {
  'floor/unknown': {
    kind: 'refusal',
    vi: 'Không có đăng ký phát biểu này.',
    en: 'There is no such request for the floor.',
  },
  'floor/already-asked': {
    kind: 'refusal',
    vi: 'Đã có đăng ký phát biểu của người này ở nội dung này.',
    en: 'A request of this person on this item is waiting already.',
  },
  'floor/wrong-state': {
    kind: 'refusal',
    vi: 'Bước này không hợp với trạng thái của lượt phát biểu.',
    en: 'This step does not fit the state of the speech.',
  },
  'floor/not-current-item': {
    kind: 'refusal',
    vi: 'Đăng ký này không thuộc nội dung đang họp.',
    en: 'This request is not for the item being discussed.',
  },
  'floor/item-done': {
    kind: 'refusal',
    vi: 'Nội dung này đã kết thúc nên không nhận đăng ký phát biểu.',
    en: 'This item is over and takes no more requests for the floor.',
  },
  'floor/nothing-to-reply': {
    kind: 'refusal',
    vi: 'Không có ý kiến phát biểu này để đáp lại.',
    en: 'There is no such speech to reply to.',
  },
  'floor/no-limit': {
    kind: 'refusal',
    vi: 'Lượt phát biểu này không giới hạn thời gian.',
    en: 'This speech has no time limit.',
  },
  'floor/nobody-waiting': {
    kind: 'refusal',
    vi: 'Không có ai đang chờ phát biểu.',
    en: 'Nobody is waiting for the floor.',
  },
  'opinion/unknown': {
    kind: 'refusal',
    vi: 'Không có ý kiến bằng văn bản này.',
    en: 'There is no such written opinion.',
  },
  'opinion/exists': { kind: 'refusal', vi: 'Ý kiến này đã được gửi.', en: 'This opinion was sent already.' },
  'opinion/already-marked': {
    kind: 'refusal',
    vi: 'Ý kiến này đã được xử lý như vậy.',
    en: 'This opinion has been dealt with in this way already.',
  },
  'call/unknown': { kind: 'refusal', vi: 'Không có lượt gọi hỗ trợ này.', en: 'There is no such call.' },
  'call/already-made': {
    kind: 'refusal',
    vi: 'Chỗ này đã gọi hỗ trợ và đang chờ.',
    en: 'This seat has called already and is waiting.',
  },
  'call/over': { kind: 'refusal', vi: 'Lượt gọi hỗ trợ này đã xong.', en: 'This call is over.' },
  'announcement/unknown': {
    kind: 'refusal',
    vi: 'Không có thông báo này.',
    en: 'There is no such announcement.',
  },
  'announcement/exists': {
    kind: 'refusal',
    vi: 'Thông báo này đã được gửi.',
    en: 'This announcement was sent already.',
  },
  'announcement/withdrawn': {
    kind: 'refusal',
    vi: 'Thông báo này đã được thu lại.',
    en: 'This announcement was taken back already.',
  },
} as const satisfies Refusals;

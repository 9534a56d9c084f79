import type { Refusals } from './refusal.ts';

/** The state of the room server. */
export const hubRefusals = {
  'protocol/unsupported': {
    kind: 'refusal',
    vi: 'Phiên bản phần mềm của máy này không hợp với máy chủ. Cần cập nhật.',
    en: 'This terminal speaks another version than the room server. It must be updated.',
  },
  'protocol/out-of-order': {
    kind: 'refusal',
    vi: 'Máy trạm gửi thông điệp sai thứ tự.',
    en: 'The terminal sent a message out of order.',
  },
  'hub/disk-full': {
    kind: 'weather',
    vi: 'Đĩa của máy chủ đã đầy. Vẫn đọc được tài liệu; yêu cầu được giữ trên máy này.',
    en: 'The room server’s disk is full. Reading goes on; requests are kept on this terminal.',
  },
  'hub/busy': {
    kind: 'weather',
    vi: 'Máy chủ đang bận. Yêu cầu được giữ và gửi lại.',
    en: 'The room server is busy. The request is kept and sent again.',
  },
  'hub/stale-epoch': {
    kind: 'weather',
    vi: 'Máy chủ này đã được thay thế. Đang tìm máy chủ hiện hành.',
    en: 'This room server has been replaced. Looking for the one in force.',
  },
  'hub/another-history': {
    kind: 'weather',
    vi: 'Nhật ký của máy chủ không phải là nhật ký mà máy này đang theo.',
    en: 'The log of the room server is not the one that this terminal has followed.',
  },
  'hub/stopping': { kind: 'weather', vi: 'Máy chủ đang dừng.', en: 'The room server is stopping.' },
} as const satisfies Refusals;

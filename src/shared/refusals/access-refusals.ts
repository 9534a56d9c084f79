import type { Refusals } from './refusal.ts';

/** What is asked and who asks. */
export const accessRefusals = {
  'command/malformed': {
    kind: 'refusal',
    vi: 'Yêu cầu không đúng định dạng.',
    en: 'The request is not well formed.',
  },
  'command/unknown': {
    kind: 'refusal',
    vi: 'Máy chủ không biết yêu cầu này.',
    en: 'The room server does not know this request.',
  },
  'command/too-large': {
    kind: 'refusal',
    vi: 'Yêu cầu quá lớn nên không được nhận.',
    en: 'The request is too large.',
  },
  'command/id-reused': {
    kind: 'refusal',
    vi: 'Mã yêu cầu đã được dùng cho một nội dung khác.',
    en: 'This request id was already used for something else.',
  },
  'access/unknown-device': {
    kind: 'refusal',
    vi: 'Thiết bị chưa được đăng ký với phòng họp.',
    en: 'This device is not registered with the room.',
  },
  'access/wrong-room-code': {
    kind: 'refusal',
    vi: 'Mã phòng không đúng.',
    en: 'The room code is wrong.',
  },
  'access/not-signed-in': {
    kind: 'refusal',
    vi: 'Đồng chí chưa điểm danh tại máy này.',
    en: 'Nobody is signed in at this terminal.',
  },
  'access/not-allowed': {
    kind: 'refusal',
    vi: 'Vai trò này không được làm việc đó.',
    en: 'This role may not do that.',
  },
  'access/another-person': {
    kind: 'refusal',
    vi: 'Không được làm thay người khác.',
    en: 'Nobody may act in the name of another person.',
  },
  'access/wrong-pin': { kind: 'refusal', vi: 'Mã PIN không đúng.', en: 'The PIN is wrong.' },
  'access/no-pin': {
    kind: 'refusal',
    vi: 'Đồng chí chưa được cấp mã PIN. Xin gặp thư ký.',
    en: 'No PIN has been issued to this person. Please see the secretary.',
  },
  'access/pin-not-protected': {
    kind: 'refusal',
    vi: 'Máy chủ đòi kiểm tra mã PIN theo cách không đủ an toàn. Mã PIN không được gửi đi.',
    en: 'The room server asks for a check of the PIN that is not safe enough. Nothing was sent.',
  },
  'access/too-many-attempts': {
    kind: 'refusal',
    vi: 'Nhập sai nhiều lần. Xin chờ một lát rồi thử lại.',
    en: 'Too many wrong attempts. Please wait a moment.',
  },
  'access/wrong-seat': {
    kind: 'refusal',
    vi: 'Đây không phải chỗ của đồng chí.',
    en: 'This is not your seat.',
  },
  'access/seat-taken': {
    kind: 'refusal',
    vi: 'Vị trí này đã có máy khác đăng ký.',
    en: 'Another terminal is registered for this seat.',
  },
  'access/signed-in-elsewhere': {
    kind: 'refusal',
    vi: 'Đồng chí đang điểm danh ở một máy khác.',
    en: 'This person is signed in at another terminal.',
  },
} as const satisfies Refusals;

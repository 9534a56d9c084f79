import type { Refusals } from './refusal.ts';

/** How a machine becomes a device of the room, and at which door it may knock. */
export const pairingRefusals = {
  'pairing/closed': {
    kind: 'refusal',
    vi: 'Phòng họp chưa mở ghép máy, hoặc thời gian ghép máy đã hết. Xin gặp cán bộ kỹ thuật.',
    en: 'The room is not open for pairing, or the time for it is over. Please see IT.',
  },
  'pairing/unknown': {
    kind: 'refusal',
    vi: 'Không có lần ghép máy này. Hãy bắt đầu lại trên máy cần ghép.',
    en: 'There is no such pairing. Begin again at the machine.',
  },
  'pairing/revealed-already': {
    kind: 'refusal',
    vi: 'Lần ghép máy này đã gửi yêu cầu một lần. Hãy bắt đầu lại trên máy cần ghép.',
    en: 'This pairing has been used once. Begin again at the machine.',
  },
  'pairing/commitment-broken': {
    kind: 'refusal',
    vi: 'Yêu cầu không khớp với cam kết ban đầu nên bị từ chối.',
    en: 'The request is not the one that was committed to.',
  },
  'pairing/bad-request': {
    kind: 'refusal',
    vi: 'Yêu cầu cấp chứng thư của máy không hợp lệ.',
    en: 'The certificate request of the machine is not valid.',
  },
  'pairing/wrong-ticket': {
    kind: 'refusal',
    vi: 'Phiếu ghép máy không đúng hoặc đã hết hạn. Hãy tải phiếu mới từ màn hình quản trị.',
    en: 'The pairing ticket is wrong or over. Download a new one at the administration page.',
  },
  'pairing/crowded': {
    kind: 'refusal',
    vi: 'Đang có quá nhiều máy chờ ghép. Hãy xử lý các máy đang chờ rồi thử lại.',
    en: 'Too many machines are waiting to be paired. Decide about those first.',
  },
  'pairing/decided-already': {
    kind: 'refusal',
    vi: 'Máy này đã được chấp nhận hoặc từ chối rồi.',
    en: 'This machine has been accepted or refused already.',
  },
  'pairing/seat-needed': {
    kind: 'refusal',
    vi: 'Máy đại biểu phải có vị trí; máy khác thì không có vị trí.',
    en: 'A delegate’s terminal needs a seat; no other machine has one.',
  },
  'pairing/no-doors': {
    kind: 'refusal',
    vi: 'Máy chủ chưa mở ra mạng nên không ghép máy được. Hãy chạy máy chủ với --lan.',
    en: 'The hub is not open to the network, so nothing can be paired. Run it with --lan.',
  },
  'pairing/port-taken': {
    kind: 'refusal',
    vi: 'Không mở được cổng: chương trình khác đang dùng cổng đó.',
    en: 'The port cannot be opened: another program uses it.',
  },
  'device/unknown': {
    kind: 'refusal',
    vi: 'Không có máy này trong danh sách của phòng.',
    en: 'There is no such device in the room’s list.',
  },
  'access/wrong-certificate': {
    kind: 'refusal',
    vi: 'Chứng thư của máy không phải của thiết bị này.',
    en: 'The certificate is not that of this device.',
  },
  'access/certificate-needed': {
    kind: 'refusal',
    vi: 'Thiết bị này đã ghép bằng chứng thư nên chỉ vào được qua cửa dành cho máy đã ghép.',
    en: 'This device is paired and may come in by the terminals’ door alone.',
  },
  'access/not-at-this-door': {
    kind: 'refusal',
    vi: 'Việc này không làm được qua cửa này của máy chủ.',
    en: 'This cannot be done at this door of the hub.',
  },
} as const satisfies Refusals;

/** The numbers that decided a vote, and what they count in words. */
interface DecidedBy {
  readonly approve: number;
  readonly base: number;
  readonly members: string;
  readonly needed: number;
  readonly threshold: string;
}

/** Votes: the question, the answers, the result. */
export const votes = {
  title: 'Biểu quyết',
  kinds: {
    open: 'công khai',
    'raised-hands': 'giơ tay',
    paper: 'phiếu giấy',
    mixed: 'trên máy và phiếu giấy',
    'quick-poll': 'thăm dò nhanh',
  },
  votersBy: (kind: string) => `người biểu quyết · ${kind}`,
  states: {
    prepared: 'Đã chuẩn bị',
    open: 'Đang biểu quyết',
    held: 'Đang giữ phiên biểu quyết',
    locked: 'Đã khóa biểu quyết',
    announced: 'Đã công bố',
    withdrawn: 'Đã rút',
  },
  choices: { approve: 'Tán thành', reject: 'Không tán thành', abstain: 'Không biểu quyết' },
  notVoted: 'Chưa biểu quyết',
  otherChoice: 'Ý kiến khác',
  otherText: 'Ý kiến của đồng chí bằng lời',
  chooseMost: (most: number, chosen: number) => `Chọn tối đa ${most}. Đã chọn ${chosen}.`,
  mayNotChange: 'Phiếu đã gửi thì không đổi được.',
  handsAsk: 'Biểu quyết giơ tay',
  handsDetail: 'Đồng chí giơ tay khi chủ trì hỏi. Không biểu quyết trên máy này.',
  paperAsk: 'Đồng chí biểu quyết bằng phiếu giấy',
  paperDetail: 'Điền phiếu giấy và bỏ vào hòm phiếu. Không biểu quyết trên máy này.',
  noDecision: 'Thăm dò nhanh, không phải là quyết định',
  elected: 'Trúng cử',
  electedOf: (count: number, seats: number) => `Trúng cử ${count}/${seats} người`,
  chosenOf: (count: number) => `Chọn được ${count} phương án`,
  chosenOption: 'Được chọn',
  paperCounts: (issued: number, returned: number, valid: number, invalid: number) =>
    `Phiếu giấy: phát ra ${issued}, thu về ${returned}, hợp lệ ${valid}, không hợp lệ ${invalid}`,
  lateCounted: (count: number) => `Trong đó ${count} phiếu đến muộn được chủ trì chấp nhận`,
  pollFigures: (voted: number, present: number) => `${voted}/${present} ủy viên có mặt đã trả lời`,
  absent: 'Vắng',
  thresholds: {
    'more-than-half': 'quá nửa',
    'two-thirds': 'ít nhất hai phần ba',
    'three-quarters': 'ít nhất ba phần tư',
  },
  bases: {
    'in-office': 'tổng số ủy viên đương nhiệm',
    present: 'số ủy viên có mặt',
    summoned: 'số ủy viên được triệu tập',
  },
  baseMembers: {
    'in-office': 'ủy viên đương nhiệm',
    present: 'ủy viên có mặt',
    summoned: 'ủy viên được triệu tập',
  },
  rule: (threshold: string, base: string, needed: number, of: number) =>
    `Cần ${threshold} ${base} (${needed}/${of}).`,
  mayChange: 'Đồng chí đổi được ý kiến đến khi khóa.',
  answer: 'Ý kiến của đồng chí',
  send: 'Gửi phiếu',
  keys: (count: number) => `Bàn phím: 1 đến ${count} để chọn, Enter để gửi.`,
  keep: 'Giữ phiếu đã gửi',
  voted: 'Đồng chí đã biểu quyết',
  change: 'Đổi ý kiến',
  receivedDetail: (number: number, receipt: string) =>
    `Phòng họp đã nhận phiếu. Biên nhận số ${number}, mã ${receipt}.`,
  savedDetail: (time: string) =>
    `Phiếu của đồng chí lưu lúc ${time} và sẽ tự gửi khi có kết nối. Đồng chí không cần làm gì thêm.`,
  lateDetail: 'Phiếu đến sau khi khóa. Phiếu được giữ riêng và không tự được tính.',
  lateAccepted: 'Phiếu đến sau khi khóa. Chủ trì chấp nhận: phiếu được tính.',
  lateDeclined: 'Phiếu đến sau khi khóa. Chủ trì không chấp nhận: phiếu không được tính.',
  earlierCounts: 'Phiếu gửi trước đó vẫn được tính.',
  lockedNotVoted: 'Phiên biểu quyết đã khóa. Đồng chí chưa biểu quyết.',
  lockedVoted: 'Phiên biểu quyết đã khóa.',
  awaitResult: 'Chờ chủ trì công bố kết quả.',
  openText: 'Mở văn bản biểu quyết',
  openTextFirst: 'Xin mở văn bản đang biểu quyết trước khi gửi phiếu.',
  textOnItsWay: 'Văn bản biểu quyết đang được tải về máy này.',
  noRight: 'Đồng chí không thuộc danh sách biểu quyết của phiên này.',
  none: 'Không có phiên biểu quyết',
  noneDetail: 'Phiếu sẽ tự hiện ở đây khi chủ trì mở biểu quyết.',
  received: 'phiếu đã nhận',
  receivedOf: (have: number, all: number) => `${have}/${all} đã nhận`,
  missing: 'phiếu chưa nhận',
  disconnected: 'máy mất kết nối, phiếu có thể đang chờ gửi',
  needed: (of: number, members: string) => `cần để thông qua, trên ${of} ${members}`,
  passed: 'Thông qua',
  notPassed: 'Không thông qua',
  verdictRule: (decided: DecidedBy) =>
    `${decided.approve}/${decided.base} ${decided.members} · cần ${decided.needed} (${decided.threshold})`,
  ruleShort: (needed: number, of: number, members: string, threshold: string) =>
    `Cần ${needed}/${of} ${members} (${threshold})`,
  checkCode: (code: string) => `Mã kiểm tra ${code}`,
  late: (count: number) => `Phiếu đến muộn: ${count}`,
  result: 'Kết quả biểu quyết',
  notYetAnnounced: 'Chưa công bố: chỉ bàn điều khiển thấy kết quả này.',
};

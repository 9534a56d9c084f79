import type { Refusals } from './refusal.ts';

/** Votes, ballots and counts. */
export const voteRefusals = {
  'vote/unknown': { kind: 'refusal', vi: 'Không có phiên biểu quyết này.', en: 'There is no such vote.' },
  'vote/exists': { kind: 'refusal', vi: 'Phiên biểu quyết này đã có.', en: 'This vote already exists.' },
  'vote/wrong-state': {
    kind: 'refusal',
    vi: 'Bước này không hợp với trạng thái của phiên biểu quyết.',
    en: 'This step does not fit the state of the vote.',
  },
  'vote/another-running': {
    kind: 'refusal',
    vi: 'Đang có một phiên biểu quyết khác.',
    en: 'Another vote is running.',
  },
  'vote/nobody-present': {
    kind: 'refusal',
    vi: 'Chưa có thành viên có quyền biểu quyết nào có mặt.',
    en: 'No voting member is present.',
  },
  'vote/not-enough-present': {
    kind: 'refusal',
    vi: 'Không đủ điều kiện: số thành viên có mặt chưa đủ theo quy chế.',
    en: 'Too few members are present under the body’s rules.',
  },
  'vote/not-open': { kind: 'refusal', vi: 'Phiên biểu quyết chưa mở.', en: 'The vote is not open.' },
  'vote/locked': { kind: 'refusal', vi: 'Phiên biểu quyết đã khóa.', en: 'The vote is locked.' },
  'vote/no-right': {
    kind: 'refusal',
    vi: 'Đồng chí không có quyền biểu quyết trong phiên này.',
    en: 'This person has no right in this vote.',
  },
  'vote/another-text': {
    kind: 'refusal',
    vi: 'Bản văn trên màn hình không phải bản đang biểu quyết.',
    en: 'The text on the screen is not the one being voted on.',
  },
  'vote/plan-invalid': {
    kind: 'refusal',
    vi: 'Phiên biểu quyết này có chỗ mâu thuẫn.',
    en: 'This vote contradicts itself.',
  },
  'vote/bad-answer': {
    kind: 'refusal',
    vi: 'Ý kiến này không đúng hình thức của phiên biểu quyết.',
    en: 'This answer does not fit the form of the vote.',
  },
  'vote/unknown-option': {
    kind: 'refusal',
    vi: 'Không có phương án này.',
    en: 'There is no such option.',
  },
  'vote/too-many-options': {
    kind: 'refusal',
    vi: 'Đã chọn quá số lượng cho phép.',
    en: 'More was chosen than may be chosen.',
  },
  'vote/no-other-opinion': {
    kind: 'refusal',
    vi: 'Phiên biểu quyết này không có ý kiến khác.',
    en: 'This vote takes no opinion in words.',
  },
  'vote/no-change': {
    kind: 'refusal',
    vi: 'Quy chế không cho đổi ý kiến sau khi đã gửi phiếu.',
    en: 'The rules let no answer be changed once it was given.',
  },
  'vote/not-electronic': {
    kind: 'refusal',
    vi: 'Phiên này không biểu quyết trên máy.',
    en: 'This vote is not taken at the terminals.',
  },
  'vote/paper-voter': {
    kind: 'refusal',
    vi: 'Đồng chí đã nhận phiếu giấy nên không biểu quyết trên máy.',
    en: 'This person was given a paper ballot and does not vote at the terminal.',
  },
  'vote/no-paper': {
    kind: 'refusal',
    vi: 'Phiên này không phát phiếu giấy.',
    en: 'There are no paper ballots in this vote.',
  },
  'vote/already-voted': {
    kind: 'refusal',
    vi: 'Đồng chí này đã biểu quyết trên máy.',
    en: 'This person has voted at the terminal.',
  },
  'vote/count-missing': {
    kind: 'refusal',
    vi: 'Chưa có kết quả kiểm phiếu được hai người xác nhận.',
    en: 'The count has not been entered and confirmed by two people.',
  },
  'vote/no-late-ballot': {
    kind: 'refusal',
    vi: 'Không có phiếu đến muộn nào của đồng chí này chờ quyết định.',
    en: 'No late ballot of this person waits for a decision.',
  },
  'vote/late-undecided': {
    kind: 'refusal',
    vi: 'Còn phiếu đến muộn chưa được chủ trì quyết định.',
    en: 'The chairperson has not decided about all late ballots.',
  },
  'vote/no-names': {
    kind: 'refusal',
    vi: 'Phiên này không có danh sách ý kiến để hiển thị.',
    en: 'This vote has no list of answers to show.',
  },
  'count/not-needed': {
    kind: 'refusal',
    vi: 'Phiên này không kiểm phiếu tại phòng.',
    en: 'Nothing is counted in the room in this vote.',
  },
  'count/not-allowed': {
    kind: 'refusal',
    vi: 'Chỉ thư ký và ban kiểm phiếu được kiểm phiếu.',
    en: 'Only the secretary and the counting board may count.',
  },
  'count/sums': {
    kind: 'refusal',
    vi: 'Các số kiểm phiếu không khớp nhau.',
    en: 'The figures of the count do not add up.',
  },
  'count/same-person': {
    kind: 'refusal',
    vi: 'Người nhập kết quả không được tự xác nhận.',
    en: 'Who entered the count may not confirm it.',
  },
  'count/none': {
    kind: 'refusal',
    vi: 'Chưa có kết quả kiểm phiếu để xác nhận.',
    en: 'There is no count to confirm.',
  },
} as const satisfies Refusals;

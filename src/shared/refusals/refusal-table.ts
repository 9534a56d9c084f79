/** A sentence for people, in both languages of the product. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/**
 * The closed table of refusals. A code is stable and is what programs compare; the sentence is for people.
 * `kind: 'weather'` marks what passes by itself: the sender keeps the command and tries again.
 */
export const refusalTable = {
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
  'document/unknown': { kind: 'refusal', vi: 'Không có tài liệu này.', en: 'There is no such document.' },
  'document/exists': { kind: 'refusal', vi: 'Tài liệu này đã có.', en: 'This document already exists.' },
  'document/replaced-already': {
    kind: 'refusal',
    vi: 'Bản này không còn hiện hành: đã có bản thay thế khác.',
    en: 'This version is no longer in force: another one has replaced it.',
  },
  'document/same-text': {
    kind: 'refusal',
    vi: 'Tệp này giống hệt bản đang hiện hành.',
    en: 'The file is the same as the version in force.',
  },
  'document/being-voted': {
    kind: 'refusal',
    vi: 'Đang biểu quyết bản này. Cần khóa phiên biểu quyết trước khi thay thế.',
    en: 'This text is being voted on. Lock the vote before replacing it.',
  },
  'document/no-such-page': {
    kind: 'refusal',
    vi: 'Tài liệu không có trang này.',
    en: 'The document has no such page.',
  },
  'document/paper-only': {
    kind: 'refusal',
    vi: 'Nội dung này chỉ phát bản giấy.',
    en: 'This item has paper copies only.',
  },
  'document/not-pdf': { kind: 'refusal', vi: 'Tệp không phải là PDF.', en: 'The file is not a PDF.' },
  'document/kind-not-taken': {
    kind: 'refusal',
    vi: 'Loại tệp này không được nhận. Máy chủ nhận PDF, docx, xlsx, pptx, odt, ods, odp, rtf và ảnh PNG, JPEG, WebP.',
    en: 'Files of this kind are not taken: only PDF, docx, xlsx, pptx, odt, ods, odp, rtf, and PNG, JPEG or WebP pictures.',
  },
  'document/no-converter': {
    kind: 'refusal',
    vi: 'Máy chủ chưa cài LibreOffice nên chỉ nhận PDF và ảnh. Xin xuất tệp ra PDF rồi nạp lại.',
    en: 'LibreOffice is not installed on the room server, which takes PDF and pictures only.',
  },
  'document/not-converted': {
    kind: 'refusal',
    vi: 'Không chuyển đổi được tệp này sang PDF. Xin mở tệp, xuất ra PDF rồi nạp lại.',
    en: 'This file could not be converted to PDF. Please export it as PDF and add that.',
  },
  'document/bomb': {
    kind: 'refusal',
    vi: 'Tệp nén bất thường: khi mở ra chiếm quá nhiều bộ nhớ nên không được nhận.',
    en: 'The file is packed abnormally: it takes too much memory when opened.',
  },
  'document/too-many-pages': {
    kind: 'refusal',
    vi: 'Tài liệu dài hơn 5.000 trang. Xin tách thành nhiều tệp.',
    en: 'The document has more than 5,000 pages. Please split it.',
  },
  'document/too-many-rows': {
    kind: 'refusal',
    vi: 'Bảng tính có hơn 20.000 dòng, in ra quá dài để họp. Xin chọn phần cần trình rồi nạp lại.',
    en: 'The spreadsheet has more than 20,000 rows. Please keep the part that is to be discussed.',
  },
  'document/page-too-big': {
    kind: 'refusal',
    vi: 'Có trang rộng hoặc cao hơn 5,08 m, không hiển thị được.',
    en: 'A page is wider or higher than 5.08 m and cannot be shown.',
  },
  'document/unsafe': {
    kind: 'refusal',
    vi: 'Tệp PDF chứa mã tự chạy không gỡ ra được an toàn nên không được nhận.',
    en: 'The PDF carries active content that cannot be taken out safely.',
  },
  'document/form-without-pages': {
    kind: 'refusal',
    vi: 'Tệp là biểu mẫu điện tử XFA, không có trang cố định. Xin in ra PDF rồi nạp lại.',
    en: 'The file is an XFA form without fixed pages. Please print it to PDF and add that.',
  },
  'document/truncated': {
    kind: 'refusal',
    vi: 'Tệp PDF bị cắt cụt, thiếu phần cuối.',
    en: 'The PDF is cut off: its end is missing.',
  },
  'document/encrypted': {
    kind: 'refusal',
    vi: 'Tệp được mã hóa hoặc đặt mật khẩu. Xin gửi bản không khóa.',
    en: 'The file is encrypted or has a password.',
  },
  'document/broken': {
    kind: 'refusal',
    vi: 'Tệp PDF bị hỏng, không đọc được.',
    en: 'The PDF is broken and cannot be read.',
  },
  'document/too-large': {
    kind: 'refusal',
    vi: 'Tệp vượt quá dung lượng cho phép.',
    en: 'The file is larger than allowed.',
  },
  'document/empty': {
    kind: 'refusal',
    vi: 'Tệp trống hoặc không có trang nào.',
    en: 'The file is empty or has no page.',
  },
  'document/timeout': {
    kind: 'refusal',
    vi: 'Tệp quá phức tạp, kiểm tra không xong trong thời hạn.',
    en: 'The file is too complex to be checked in time.',
  },
  'document/link-not-followed': {
    kind: 'refusal',
    vi: 'Liên kết không được mở: chỉ nhận tệp nằm trong thư mục.',
    en: 'Links are not followed: only files inside the folder are taken.',
  },
  'document/unreadable': { kind: 'refusal', vi: 'Không đọc được tệp.', en: 'The file cannot be read.' },
  'folder/not-found': { kind: 'refusal', vi: 'Không có thư mục này.', en: 'There is no such folder.' },
  'folder/without-documents': {
    kind: 'refusal',
    vi: 'Thư mục không có tài liệu PDF nào dùng được.',
    en: 'The folder holds no PDF that can be used.',
  },
  'blob/unknown': { kind: 'refusal', vi: 'Không có dữ liệu này.', en: 'There is no such blob.' },
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
  'presentation/not-presenter': {
    kind: 'refusal',
    vi: 'Chỉ người trình bày nội dung này được dẫn trang.',
    en: 'Only a presenter of this item may lead the pages.',
  },
  'item/not-current': {
    kind: 'refusal',
    vi: 'Đây không phải nội dung đang bàn.',
    en: 'This is not the current agenda item.',
  },
  'item/paused': { kind: 'refusal', vi: 'Cuộc họp đang giải lao.', en: 'There is a break.' },
  'item/not-paused': { kind: 'refusal', vi: 'Cuộc họp không giải lao.', en: 'There is no break.' },
  'papers/not-paper': {
    kind: 'refusal',
    vi: 'Nội dung này không phát bản giấy.',
    en: 'This item has no paper copies.',
  },
  'papers/no-such-copy': {
    kind: 'refusal',
    vi: 'Không có bản giấy mang số này.',
    en: 'There is no copy of this number.',
  },
  'papers/already-handed': {
    kind: 'refusal',
    vi: 'Bản giấy này đã được phát.',
    en: 'This copy was handed out already.',
  },
  'papers/holds-one': {
    kind: 'refusal',
    vi: 'Đại biểu này đang giữ một bản giấy.',
    en: 'This participant holds a copy already.',
  },
  'papers/not-out': {
    kind: 'refusal',
    vi: 'Bản giấy này không ở chỗ đại biểu nào.',
    en: 'Nobody holds this copy.',
  },
  'papers/too-few': {
    kind: 'refusal',
    vi: 'Số bản giấy ít hơn số đã phát.',
    en: 'Fewer copies than have been handed out.',
  },
  'papers/copies-missing': {
    kind: 'refusal',
    vi: 'Còn bản giấy chưa thu lại.',
    en: 'A paper copy has not been collected yet.',
  },
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
  'layer/part-exists': {
    kind: 'refusal',
    vi: 'Phần ghi chú này đã có.',
    en: 'This part of the notes already exists.',
  },
  'layer/full': {
    kind: 'refusal',
    vi: 'Ghi chú của đồng chí trong cuộc họp này đã đạt dung lượng cho phép.',
    en: 'The notes of this person in this meeting have reached their limit.',
  },
  'layer/keys-changed': {
    kind: 'refusal',
    vi: 'Khóa ghi chú vừa được đổi ở máy khác. Xin thử lại.',
    en: 'The keys of the notes have just been changed at another terminal. Please try again.',
  },
  'layer/no-such-recovery': {
    kind: 'refusal',
    vi: 'Khóa khôi phục không đúng, hoặc không phải của đồng chí.',
    en: 'The recovery key is wrong, or belongs to somebody else.',
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
  'hub/stopping': { kind: 'weather', vi: 'Máy chủ đang dừng.', en: 'The room server is stopping.' },
} as const satisfies Record<string, { readonly kind: 'refusal' | 'weather' } & Sentence>;

/** A code of the closed table. */
export type RefusalCode = keyof typeof refusalTable;

export const refusalCodes = Object.keys(refusalTable) as [RefusalCode, ...RefusalCode[]];

/** Codes that pass by themselves; everything else is a final answer. */
export type WeatherCode = {
  [Code in RefusalCode]: (typeof refusalTable)[Code]['kind'] extends 'weather' ? Code : never;
}[RefusalCode];

/** True for a code after which the same command is to be sent again. */
export function isWeather(code: RefusalCode): code is WeatherCode {
  return refusalTable[code].kind === 'weather';
}

/** The sentence of a code in a language. */
export function sentenceOf(code: RefusalCode, language: 'vi' | 'en'): string {
  return refusalTable[code][language];
}

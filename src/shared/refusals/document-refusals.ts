import type { Refusals } from './refusal.ts';

/** Documents, their bytes and the notes on them. */
export const documentRefusals = {
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
  'presentation/not-presenter': {
    kind: 'refusal',
    vi: 'Chỉ người trình bày nội dung này được dẫn trang.',
    en: 'Only a presenter of this item may lead the pages.',
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
} as const satisfies Refusals;

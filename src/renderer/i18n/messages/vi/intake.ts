/** Adding files at the secretary's console. */
export const intake = {
  add: 'Thêm tệp',
  drop: 'Thả tệp vào đây, hoặc bấm nút. Có thể chọn nhiều tệp.',
  takesAll: 'Nhận PDF, Word, Excel, PowerPoint, OpenDocument, RTF và ảnh.',
  takesPdf: 'Máy chủ chưa cài LibreOffice: chỉ nhận PDF và ảnh PNG, JPEG, WebP.',
  converting: 'Đang chuyển đổi sang PDF',
  cancelOf: (name: string) => `Hủy gửi ${name}`,
  cancelled: 'Đã hủy gửi',
  searchableBy: {
    text: 'Tìm kiếm được',
    ocr: 'Tìm kiếm được, chữ do máy đọc',
    none: 'Không tìm kiếm được',
  },
  removed: {
    script: 'mã JavaScript',
    action: 'hành động tự chạy',
    'embedded-file': 'tệp nhúng',
    xfa: 'biểu mẫu XFA',
    media: 'âm thanh, phim',
  },
  removedFrom: (what: string) => `Bản hiển thị đã bỏ: ${what}. Bản lưu giữ nguyên.`,
  originalOf: (name: string) => `Tải bản gốc ${name}`,
  originalAway: 'Chưa tải được bản gốc. Xin thử lại khi có kết nối máy chủ.',
  inTime: (inTime: number, all: number) => `Đúng hạn 03 ngày làm việc: ${inTime}/${all}`,
  releasedAt: (when: string) => `Phát hành lúc ${when}`,
  releaseBy: (when: string) => `Hạn phát hành, trước 03 ngày làm việc: hết ngày ${when}`,
};

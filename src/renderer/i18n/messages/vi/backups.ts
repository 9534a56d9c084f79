/** Backups of the room, and making it, for IT. */
export const backups = {
  title: 'Sao lưu',
  none: 'Chưa có bản sao lưu nào',
  noneDetail: 'Nếu ổ đĩa máy chủ hỏng lúc này, phòng họp mất hết nhật ký, phiếu và tài liệu.',
  last: (when: string) => `Bản gần nhất: ${when}`,
  lastDetail: (documents: number, size: string, written: string) =>
    `${documents} tài liệu, ${size} (lần này ghi mới ${written}).`,
  where: (folder: string) => `Ở thư mục ${folder}`,
  next: (when: string) => `Lần tới: ${when}`,
  byHand: 'Chỉ sao lưu bằng tay: cài đặt chưa có giờ sao lưu.',
  settings: (folder: string, times: string, keep: number) =>
    times === ''
      ? `Thư mục ${folder}, giữ ${keep} bản.`
      : `Thư mục ${folder}, lúc ${times} hằng ngày, giữ ${keep} bản.`,
  noFolder:
    'Cài đặt chưa có thư mục sao lưu (hub.backup.folder). Có thể ghi ra USB hoặc thư mục khác dưới đây.',
  lacking: (count: number) =>
    `Máy chủ thiếu hoặc hỏng ${count} tài liệu; bản sao lưu không có các tài liệu này.`,
  problem: (when: string) => `Lần sao lưu gần nhất không được (${when})`,
  make: 'Sao lưu ngay',
  making: 'Đang sao lưu',
  folder: 'Thư mục trên máy chủ (USB, thư mục mạng)',
  folderHint: 'Để trống thì ghi vào thư mục của cài đặt.',
  anew: 'Bắt đầu lại ở thư mục này',
  anewQuestion: 'Bắt đầu lại từ đầu ở thư mục này?',
  anewDetail:
    'Các bản trước không còn ở đó. Nếu ổ đĩa chưa được gắn, bản mới sẽ nằm trên ổ của chính máy chủ và không cứu được gì khi ổ đó hỏng.',
  cancel: 'Không',
  check: 'Kiểm tra bản gần nhất',
  checking: 'Đang đọc lại bản gần nhất',
  whole: (name: string) => `Bản ${name} nguyên vẹn`,
  damaged: (name: string) => `Bản ${name} bị hỏng`,
  files: (files: string) => `Tệp: ${files}`,
  progress: (done: string, total: string) => `${done} / ${total}`,
  refused: 'Chưa làm được',
  key: {
    none: 'Phòng chưa có khóa khôi phục',
    noneDetail: 'Bản sao lưu được mã hóa bằng khóa này. Lập khóa, in hai bản, cho vào phong bì niêm phong.',
    make: 'Lập khóa khôi phục',
    title: 'Khóa khôi phục của phòng họp',
    detail:
      'Chỉ hiện một lần, máy chủ không giữ. Khóa mở mọi bản sao lưu và đặt lại mật khẩu quản trị. In hai bản, cho vào hai phong bì niêm phong, cất ở hai nơi.',
    download: 'Tải trang in',
    kept: 'Đã in và cất khóa',
  },
  restore:
    'Khôi phục: nghisu-hub restore <thư mục sao lưu> --data <thư mục mới>, rồi gõ khóa khôi phục. Nên tập khôi phục mỗi quý một lần trên máy khác.',
};

export const roomSetup = {
  title: 'Lập phòng họp',
  detail: 'Máy chủ này chưa có phòng họp. Chỉ lập được ngay trên máy chủ.',
  name: 'Tên phòng họp',
  body: 'Cơ quan',
  bodyHint: 'Ghi trên trang phong bì. Quy tắc biểu quyết chọn ở từng cuộc họp.',
  choose: 'Chọn cơ quan',
  password: 'Mật khẩu quản trị',
  again: 'Nhập lại mật khẩu',
  show: 'Hiện mật khẩu',
  differ: 'Hai lần nhập khác nhau.',
  make: 'Lập phòng họp',
};

/** The lock of a seat, and what stands where recalled papers were. */
export const guard = {
  lock: 'Khóa',
  title: 'Máy đang khóa',
  detail: 'Nhập mã PIN để đọc tiếp. Ghi chú và tài liệu được giữ nguyên trên máy này.',
  locked: (name: string) => `Mở bằng mã PIN của ${name}`,
  wrong: 'Mã PIN không đúng.',
  otherCard: 'Thẻ này không phải của người đang dùng máy.',
  wait: (seconds: number) => `Nhập sai nhiều lần. Xin thử lại sau ${seconds} giây.`,
  failed: 'Chưa mở được khóa. Xin thử lại.',
  checking: 'Đang hỏi máy chủ xem có tài liệu nào đã thu hồi.',
  recalledTitle: 'Tài liệu đã được thu hồi',
  recalledDetail: (at: string) =>
    `Thư ký thu hồi tài liệu cuộc họp này ${at}. Máy này không còn giữ bản nào.`,
  recalledAt: (time: string, date: string) => `Đã thu hồi lúc ${time} ${date}`,
  recalledConsole:
    'Các máy trong phòng không còn mở tài liệu của cuộc họp này. Diễn biến và kết quả biểu quyết vẫn giữ.',
  unchecked: 'Chưa kiểm tra được thu hồi',
  uncheckedDetail:
    'Cuộc họp đã bế mạc và máy chưa hỏi được máy chủ. Nếu tài liệu đã thu hồi, máy sẽ xóa ngay khi có kết nối.',
};

/** The delegate's terminal. */
export const seat = {
  places: 'Các phần',
  voteBadge: 'mở',
  following: 'Theo trang trình bày',
  readAlone: 'Xem riêng',
  rejoin: 'Theo trang trình bày',
  presenterShows: (page: number) => `Người trình bày đang ở trang ${page}`,
  present: 'Trình bày',
  presenting: 'Đang dẫn trang',
  stopPresenting: 'Dừng trình bày',
  helpTitle: 'Trợ giúp',
  help: [
    'Mất kết nối: đồng chí vẫn đọc tài liệu và biểu quyết. Máy lưu lại và tự gửi khi có kết nối.',
    'Xem riêng: bấm “Xem riêng” để tự lật trang, bấm “Theo trang trình bày” để trở lại.',
    'Biểu quyết: chọn một ý kiến rồi bấm “Gửi phiếu”. Đổi được đến khi chủ trì khóa.',
    'Chữ nhỏ: bấm nút cài đặt ở góc trên bên phải để tăng cỡ chữ.',
    'Cần người giúp: bấm “Gọi hỗ trợ” ở dưới trang.',
  ],
};

/** Start-up: which surface, and the code of the room. */
export const start = {
  listTitle: 'Chọn màn hình làm việc',
  listDetail: 'Mỗi máy trong phòng mở một trong các địa chỉ sau.',
  seatField: 'Vị trí, ví dụ A07',
  seatWrong: 'Vị trí gồm chữ cái và hai chữ số, ví dụ A07.',
  openSeat: 'Mở máy đại biểu',
  registerTitle: 'Đưa máy này vào phòng họp',
  registerDetail: 'Nhập mã phòng do cán bộ CNTT cung cấp. Chỉ phải làm một lần.',
  registeringDetail: 'Đang ghi nhận máy này với máy chủ phòng họp.',
  roomCode: 'Mã phòng',
  register: 'Vào phòng',
  hubAway: 'Chưa gặp được máy chủ phòng họp. Máy sẽ tự thử lại; đồng chí cũng có thể bấm lại.',
  waitingTitle: 'Màn hình này đang mở ở một thẻ khác',
  waitingDetail: 'Đóng thẻ kia, trang này sẽ tự mở.',
  failedTitle: 'Không mở được màn hình làm việc',
  failedDetail: 'Trình duyệt này không cho lưu dữ liệu trên máy. Xin báo cán bộ CNTT.',
};

/** The room screen. */
export const screen = {
  lost: (time: string) => `Mất nguồn · hình lúc ${time}`,
  connecting: 'Đang tìm máy chủ phòng họp',
  soon: 'Sắp khai mạc',
  closedTitle: 'Cuộc họp đã bế mạc',
  breakTitle: 'Giải lao',
  inSession: 'Đang họp',
  waitingTitle: 'Phòng họp không giấy tờ',
  waitingVotes: 'Đang giữ phiên biểu quyết, chờ phiếu còn lại',
  counting: 'Đã khóa, chờ công bố',
};

/** The frame of IT's page: signing in, its parts. */
export const admin = {
  title: 'Quản trị phòng họp',
  subtitle: 'Dành cho cán bộ CNTT',
  parts: 'Các phần quản trị',
  tabs: {
    health: 'Kiểm tra phòng',
    pairing: 'Ghép máy',
    updates: 'Cập nhật',
    backups: 'Sao lưu',
    log: 'Nhật ký kỹ thuật',
  },
  signIn: {
    title: 'Đăng nhập quản trị',
    detail: 'Nhập mật khẩu quản trị của phòng họp, đã đặt khi lập phòng.',
    ended: 'Phiên quản trị đã kết thúc vì không có thao tác trong 30 phút, hoặc máy chủ đã khởi động lại.',
    password: 'Mật khẩu quản trị',
    show: 'Hiện mật khẩu',
    submit: 'Đăng nhập',
    wait: (seconds: number) => `Nhập sai nhiều lần. Chờ ${seconds} giây rồi thử lại.`,
  },
  signOut: 'Đăng xuất',
  away: 'Không gặp được máy chủ phòng họp.',
  awayTitle: 'Mất liên lạc với máy chủ',
  awayDetail: (time: string) => `Số liệu dưới đây là của ${time}. Trang tự thử lại.`,
  loading: 'Đang hỏi máy chủ',
};

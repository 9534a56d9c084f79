/** Words that every surface shares: state of the link and of what a person did, plain actions. */
export const general = {
  productName: 'Nghị Sự',
  room: 'Phòng họp không giấy tờ',

  surface: {
    seat: 'Máy đại biểu',
    chair: 'Bàn điều khiển chủ trì',
    clerk: 'Bàn điều khiển thư ký',
    screen: 'Màn hình phòng họp',
    hub: 'Máy chủ phòng họp',
  },

  link: {
    connected: 'Đã kết nối',
    connecting: 'Đang kết nối',
    offline: 'Mất kết nối · làm việc ngoại tuyến',
    hubGood: 'Máy chủ tốt',
    hubLost: 'Mất kết nối máy chủ',
    offlineDetail: 'Tài liệu và phiếu của đồng chí vẫn ở trên máy này. Máy sẽ tự kết nối lại.',
    disconnectedTerminals: (count: number) => `${count} máy mất kết nối`,
  },

  pack: {
    complete: (have: number, total: number, at: string) => `Tài liệu đủ ${have}/${total} · ${at}`,
    incomplete: (have: number, total: number) => `Đang tải tài liệu ${have}/${total}`,
    offlineSince: (at: string) => `Đang làm việc ngoại tuyến – tài liệu cập nhật ${at}`,
    none: 'Chưa có tài liệu',
  },

  delivery: {
    received: 'Đã ghi nhận',
    saved: 'Đã lưu trên máy – chờ gửi',
    refused: 'Không được ghi nhận',
    late: 'Đến muộn',
    waitingCount: (count: number) => `${count} việc chờ gửi`,
    nothingWaiting: 'Không có gì chờ gửi',
    savedDetail: (at: string) => `Lưu ${at}, sẽ tự gửi khi có kết nối. Đồng chí không cần làm gì thêm.`,
  },

  action: {
    confirm: 'Xác nhận',
    cancel: 'Quay lại',
    close: 'Đóng',
    open: 'Mở',
    retry: 'Thử lại',
    change: 'Đổi',
    back: 'Trở về',
    help: 'Trợ giúp',
    signOut: 'Rời máy',
    settings: 'Cài đặt hiển thị',
  },

  waiting: {
    loading: 'Đang mở',
    sending: 'Đang gửi',
    saving: 'Đang lưu',
  },

  settings: {
    title: 'Cài đặt hiển thị',
    language: 'Ngôn ngữ',
    theme: 'Nền',
    text: 'Cỡ chữ',
    languageNames: { vi: 'Tiếng Việt', en: 'English' },
    themeNames: { light: 'Sáng', dark: 'Tối', system: 'Theo máy' },
    textNames: { 100: 'Thường', 125: 'Lớn', 150: 'Rất lớn' },
  },

  signIn: {
    pin: 'Mã PIN 6 số',
    erase: 'Xóa số cuối',
    clear: 'Nhập lại',
    entered: (count: number, length: number) => `Đã nhập ${count} trên ${length} số`,
  },
};

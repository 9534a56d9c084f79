/** IT's page: machines come into the room, and are turned out. */
export const pairing = {
  problem: 'Chưa làm được',
  away: 'Không gặp được máy chủ phòng họp. Hãy thử lại.',

  noDoors: {
    title: 'Máy chủ chưa mở ra mạng',
    detail:
      'Đặt "hub.lan" trong cài đặt của máy chủ, hoặc chạy máy chủ với --lan <địa chỉ>, thì mới ghép được máy.',
  },

  window: {
    title: 'Cửa sổ ghép máy',
    closed: 'Cửa sổ ghép máy đang đóng',
    closedDetail: 'Mở cửa sổ khi các máy đã bật. Máy lạ trên mạng không vào được phòng khi cửa sổ đóng.',
    minutes: 'Mở trong',
    minutesOf: (minutes: number) => (minutes < 60 ? `${minutes} phút` : `${minutes / 60} giờ`),
    open: 'Mở cửa sổ ghép máy',
    openAgain: 'Mở lại từ đầu…',
    close: 'Đóng cửa sổ',
    isOpen: 'Cửa sổ ghép máy đang mở',
    closesIn: (time: string) => `Tự đóng sau ${time}`,
    addresses: 'Địa chỉ để gõ ở máy cần ghép',
    addressOf: (host: string, port: number) => `${host}:${port}`,
    ticket: 'Tải phiếu ghép máy',
    ticketDetail:
      'Chép tệp nghisu-pairing.json vào gốc USB. Máy dùng phiếu và có trong danh sách vị trí thì tự vào phòng; phiếu hết hiệu lực khi cửa sổ đóng. Giữ phiếu như giữ chìa khóa.',
  },

  list: {
    title: 'Danh sách vị trí',
    choose: 'Nhập danh sách CSV…',
    none: 'Không có danh sách: từng máy được đối chiếu mã.',
    hint: 'Các cột: tên; vị trí; vai trò; mac. Dấu ; hoặc , đều được.',
    chosen: (name: string, count: number) => `${name}: ${count} máy`,
    drop: 'Bỏ danh sách',
    wrong: (count: number) => `Danh sách có ${count} chỗ sai, chưa dùng được`,
    more: (count: number) => `và ${count} chỗ nữa`,
    progress: 'Máy trong danh sách đã vào phòng',
    count: (done: number, all: number) => `${done} trên ${all} máy`,
    missing: (names: string) => `Còn chờ: ${names}`,
  },

  waiting: {
    title: 'Máy đang chờ',
    none: 'Chưa có máy nào chờ',
    noneOpen: 'Máy hiện ra ở đây cùng mã sáu số của nó.',
    noneClosed: 'Mở cửa sổ ghép máy để máy mới vào phòng.',
    compare: 'Chỉ chấp nhận khi mã dưới đây giống mã trên màn hình của chính máy đó.',
    code: (digits: string) => `Mã đối chiếu ${digits}`,
    coming: 'Đang gửi yêu cầu',
    from: (address: string, macs: string) => (macs === '' ? address : `${address} · ${macs}`),
    hasTicket: 'Có phiếu, không có dòng trong danh sách',
    as: 'Vào phòng là',
    seat: 'Vị trí',
    seatWrong: 'Ví dụ A07.',
    accept: 'Mã giống nhau: chấp nhận',
    refuse: 'Từ chối',
    accepted: 'Đã chấp nhận',
    fetched: 'Đã vào phòng',
    refused: 'Đã từ chối',
  },

  devices: {
    title: 'Máy của phòng',
    none: 'Phòng chưa có máy nào.',
    place: 'Máy',
    name: 'Tên máy',
    how: 'Đã vào bằng',
    joined: { certificate: 'Ghép máy', browser: 'Trình duyệt', code: 'Mã phòng, tại máy chủ' },
    at: 'Từ lúc',
    state: 'Kết nối',
    linked: 'Đang kết nối',
    away: 'Không kết nối',
    revoke: 'Thu hồi…',
    revokeTitle: (place: string) => `Thu hồi ${place}?`,
    revokeDetail:
      'Máy bị cắt khỏi phòng ngay, tài liệu và khóa của phòng trên máy bị hủy. Muốn dùng lại phải ghép lại.',
    confirm: 'Thu hồi máy',
    back: 'Quay lại',
    revoked: 'Đã thu hồi',
    revokedAt: (place: string, time: string) => `${place} · ${time}`,
  },

  browsers: {
    title: 'Trình duyệt',
    allowed: 'Trình duyệt được vào phòng',
    allowedDetail: (port: number) =>
      `Qua cửa riêng, cổng ${port}, bằng mã phòng. Ở bàn điều khiển các máy này được ghi là trình duyệt.`,
    notAllowed: 'Trình duyệt không được vào phòng',
    notAllowedDetail: 'Chỉ máy đã ghép mới vào được từ mạng.',
    allow: 'Cho trình duyệt vào…',
    forbid: 'Không cho trình duyệt vào',
    plainOnLan: 'Máy chủ đang mở HTTP không mã hóa ra mạng. Chỉ dùng để thử.',
  },

  surface: {
    seat: 'Máy đại biểu',
    chair: 'Bàn chủ trì',
    clerk: 'Bàn thư ký',
    screen: 'Màn hình phòng',
  },
};

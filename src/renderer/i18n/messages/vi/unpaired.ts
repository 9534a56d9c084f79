/** The screen of a machine that is not paired with a room yet. */
export const unpaired = {
  title: 'Ghép máy này với phòng họp',
  machine: (name: string) => `Máy ${name}`,
  detail: 'Chỉ phải làm một lần, với sự có mặt của cán bộ CNTT.',

  place: {
    title: 'Máy này là',
    fixed: 'Cán bộ CNTT đã quy định.',
    surface: {
      seat: 'Máy đại biểu',
      chair: 'Bàn chủ trì',
      clerk: 'Bàn thư ký',
      screen: 'Màn hình phòng',
    },
    seat: 'Vị trí, ví dụ A07',
    seatHint: 'Để trống nếu cán bộ CNTT sẽ chọn.',
    seatWrong: 'Vị trí gồm chữ cái và hai chữ số, ví dụ A07.',
  },

  hubs: {
    title: 'Phòng họp trên mạng này',
    searching: 'Đang tìm phòng họp trên mạng',
    searchingDetail: 'Phòng họp hiện ra ở đây khi cán bộ CNTT mở cửa sổ ghép máy ở màn hình quản trị.',
    sameName: 'Có hai phòng họp cùng tên. Hãy đối chiếu địa chỉ với màn hình quản trị trước khi chọn.',
    pair: (name: string) => `Ghép với ${name}`,
  },

  address: {
    title: 'Không thấy phòng họp?',
    field: 'Địa chỉ máy chủ',
    hint: 'Xem ở màn hình quản trị, ví dụ 192.168.1.10.',
    connect: 'Kết nối',
  },

  ticket: {
    title: 'Phiếu ghép máy',
    found: (room: string) => `Có phiếu của ${room}`,
    foundDamaged: 'Có phiếu nhưng tệp bị hỏng',
    use: (room: string) => `Dùng phiếu của ${room}`,
    choose: 'Chọn tệp phiếu…',
    detail: 'Cắm USB có phiếu ghép máy, hoặc chọn tệp.',
    detailOfStick: 'Cắm USB có phiếu ghép máy.',
  },

  reaching: 'Đang gặp máy chủ phòng họp',
  reachingDetail: (target: string) => `Ở ${target}`,
  stop: 'Dừng lại',

  comparing: {
    title: 'Đối chiếu mã này với mã trên màn hình quản trị',
    code: (digits: string) => `Mã đối chiếu ${digits}`,
    detail:
      'Hai mã giống nhau: cán bộ CNTT bấm Chấp nhận. Hai mã khác nhau: bấm Từ chối, và không dùng máy này.',
    byTicket:
      'Máy đang dùng phiếu ghép máy. Có tên trong danh sách vị trí thì máy tự vào phòng; nếu không, cán bộ CNTT đối chiếu mã.',
    waiting: 'Đang chờ cán bộ CNTT',
    target: (target: string) => `Máy chủ: ${target}`,
  },

  accepted: {
    title: 'Máy đã vào phòng họp',
    detail: (room: string, place: string) => `${room} · ${place}`,
    opening: 'Màn hình làm việc đang mở.',
  },

  failed: 'Chưa ghép được máy',
  triesAgain: 'Máy tự thử lại sau ít giây.',

  notice: {
    revokedTitle: (room: string) => `Máy này đã bị thu hồi khỏi ${room}`,
    revokedDetail: (at: string) =>
      `Thu hồi ${at}. Tài liệu và khóa của phòng họp trên máy này đã được hủy. Muốn dùng lại, hãy ghép máy với cán bộ CNTT.`,
    unsent: (count: number) =>
      `${count} việc của đại biểu chưa gửi được vẫn niêm phong trên máy này; sẽ gửi khi máy được ghép lại với đúng phòng và đúng người đăng nhập.`,
    damagedTitle: 'Tệp ghép máy trên máy này bị hỏng',
    damagedDetail:
      'Máy không nhận ra phòng họp của mình nữa. Hãy ghép lại máy; nếu hay gặp, hãy kiểm tra ổ đĩa.',
  },
};

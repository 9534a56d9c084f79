import type { Refusals } from './refusal.ts';

/** What the program on a machine says of that machine, in a plain window of its own. */
export const shellRefusals = {
  'shell/wrong-password': {
    kind: 'refusal',
    vi: 'Mật khẩu IT không đúng.',
    en: 'This is not the IT password.',
  },
  'shell/too-many-attempts': {
    kind: 'refusal',
    vi: 'Đã sai quá nhiều lần. Hãy đợi rồi thử lại.',
    en: 'Too many wrong passwords. Wait, then try again.',
  },
  'shell/disk-full': {
    kind: 'refusal',
    vi: 'Ổ đĩa của máy này đã đầy nên chưa mở được. Hãy giải phóng dung lượng rồi bấm “Thử lại”; những gì đã lưu vẫn còn nguyên.',
    en: 'The disk of this machine is full, so the program cannot open. Free some space and press “Try again”; all that was saved is still there.',
  },
  'shell/read-only': {
    kind: 'refusal',
    vi: 'Máy này không cho ghi vào thư mục dữ liệu của chương trình. Cán bộ IT cần cấp quyền ghi, hoặc kiểm tra ổ đĩa, rồi bấm “Thử lại”.',
    en: 'This machine lets nothing be written to the program’s data folder. IT has to allow it, or check the disk; then press “Try again”.',
  },
  'shell/keys-locked': {
    kind: 'refusal',
    vi: 'Không mở được kho khóa của máy này nên tài liệu đã lưu chưa đọc được. Không có gì bị xóa. Hãy đăng nhập đúng tài khoản của máy, hoặc báo cán bộ IT.',
    en: 'The keyring of this machine does not open, so saved documents cannot be read. Nothing was deleted. Sign in to the machine with its own account, or call IT.',
  },
  'shell/data-damaged': {
    kind: 'refusal',
    vi: 'Dữ liệu của một vị trí trên máy này bị hỏng và đã được cất sang một bên. Tài liệu sẽ được tải lại từ máy chủ; lệnh chưa gửi nằm trong bản đã cất, hãy báo thư ký.',
    en: 'The data of a terminal on this machine is damaged and was put aside. Documents will be fetched from the room server again; requests that were not sent lie in what was put aside: tell the secretary.',
  },
  'shell/requests-damaged': {
    kind: 'refusal',
    vi: 'Có yêu cầu đã giữ trên máy này không đọc được, không rõ đã được gửi hay chưa. Hãy xem lại phiếu và ghi chú của mình, làm lại nếu thiếu, và báo thư ký.',
    en: 'A request that was kept on this machine cannot be read, and may not have been sent. Look at your ballots and notes, make again what is missing, and tell the secretary.',
  },
  'shell/settings-damaged': {
    kind: 'refusal',
    vi: 'Tệp cài đặt của máy này bị hỏng và đã được cất sang một bên. Cán bộ IT cần khai báo lại vị trí của máy.',
    en: 'The settings file of this machine is damaged and was put aside. IT has to say again which terminal this is.',
  },
  'shell/bad-launch': {
    kind: 'refusal',
    vi: 'Lệnh khởi động của máy này chưa đúng.',
    en: 'The command line of this machine is wrong.',
  },
  'shell/display-missing': {
    kind: 'refusal',
    vi: 'Không thấy màn hình đã chọn. Cửa sổ tạm mở trên màn hình chính và tự chuyển sang khi màn hình được cắm lại.',
    en: 'The chosen display is not there. The window is on the main display for now and moves when the display is back.',
  },
  'shell/page-keeps-failing': {
    kind: 'refusal',
    vi: 'Cửa sổ này dừng nhiều lần liên tiếp. Chương trình vẫn tự mở lại; nếu kéo dài, hãy báo cán bộ IT. Những gì đã lưu vẫn còn nguyên.',
    en: 'This window has stopped several times in a row. It goes on being opened; call IT if this lasts. All that was saved is still there.',
  },
  'shell/room-stopped': {
    kind: 'refusal',
    vi: 'Máy chủ phòng họp trên máy này bị dừng và đang được khởi động lại. Dữ liệu cuộc họp vẫn còn nguyên.',
    en: 'The room server on this machine has stopped and is being started again. All data of the meeting is still there.',
  },
  'shell/room-not-started': {
    kind: 'refusal',
    vi: 'Máy chủ phòng họp trên máy này không khởi động được.',
    en: 'The room server on this machine cannot be started.',
  },
  'shell/not-started': {
    kind: 'refusal',
    vi: 'Chương trình không mở được do lỗi bên trong. Hãy xuất nhật ký và gửi cho cán bộ IT.',
    en: 'The program cannot be opened because of a fault of its own. Export the log and send it to IT.',
  },
} as const satisfies Refusals;

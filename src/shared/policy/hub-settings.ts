import type { Setting } from './setting-kinds.ts';
import { fullPath, listeningAddress, timeOfDay, webAddress } from './text-forms.ts';

const port = { kind: 'count', by: 'hub', least: 0, most: 65_535 } as const;

/** Settings of the room server. */
export const hubSettings = {
  'hub.data': {
    kind: 'text',
    by: 'hub',
    flag: '--data',
    initial: null,
    form: fullPath,
    title: { vi: 'Thư mục dữ liệu', en: 'Data folder' },
    about: { vi: 'Nơi giữ mọi dữ liệu của phòng họp.', en: 'Where everything of the room is kept.' },
  },
  'hub.host': {
    kind: 'text',
    by: 'hub',
    flag: '--host',
    initial: '127.0.0.1',
    form: listeningAddress,
    title: { vi: 'Địa chỉ cửa nội bộ', en: 'Address of the local door' },
    about: {
      vi: 'Địa chỉ của cửa không mã hóa; chỉ nên là 127.0.0.1.',
      en: 'Where the door without encryption listens; should be 127.0.0.1.',
    },
  },
  'hub.port': {
    ...port,
    flag: '--port',
    initial: 4860,
    title: { vi: 'Cổng nội bộ', en: 'Local port' },
    about: {
      vi: 'Cổng của cửa nội bộ. 0: cổng nào còn trống.',
      en: 'Port of the local door. 0: any free one.',
    },
  },
  'hub.plainOnLan': {
    kind: 'toggle',
    by: 'hub',
    flag: '--plain-on-lan',
    initial: false,
    title: { vi: 'Cho phép không mã hóa trên mạng', en: 'Plain HTTP on the network' },
    about: {
      vi: 'Chỉ để dùng thử: cho cửa nội bộ mở ra mạng mà không mã hóa.',
      en: 'For a trial only: lets the local door stand open to the network without encryption.',
    },
  },
  'hub.lan': {
    kind: 'text',
    by: 'hub',
    flag: '--lan',
    initial: null,
    form: listeningAddress,
    title: { vi: 'Địa chỉ mở ra mạng', en: 'Address on the network' },
    about: {
      vi: 'Địa chỉ của các cửa TLS cho máy đại biểu, ghép nối và trình duyệt; 0.0.0.0 là mọi địa chỉ. Để trống: chỉ máy này dùng được.',
      en: 'Where the TLS doors for terminals, pairing and browsers listen; 0.0.0.0 is every address. Empty: this machine alone.',
    },
  },
  'hub.terminalPort': {
    ...port,
    flag: '--terminal-port',
    initial: 4870,
    title: { vi: 'Cổng máy đại biểu', en: 'Port for terminals' },
    about: {
      vi: 'Cổng TLS cho các máy đã ghép nối.',
      en: 'The TLS port for paired terminals.',
    },
  },
  'hub.pairingPort': {
    ...port,
    flag: '--pairing-port',
    initial: 4871,
    title: { vi: 'Cổng ghép nối', en: 'Pairing port' },
    about: {
      vi: 'Chỉ mở khi cán bộ CNTT mở thời gian ghép nối.',
      en: 'Open only while IT has opened a pairing window.',
    },
  },
  'hub.browserPort': {
    ...port,
    flag: '--browser-port',
    initial: 4872,
    title: { vi: 'Cổng trình duyệt', en: 'Port for browsers' },
    about: { vi: 'Cổng TLS cho trình duyệt.', en: 'The TLS port for browsers.' },
  },
  'hub.browsers': {
    kind: 'toggle',
    by: 'hub',
    flag: '--browsers',
    initial: false,
    title: { vi: 'Cho phép trình duyệt', en: 'Allow browsers' },
    about: {
      vi: 'Cho máy chưa cài chương trình tham gia bằng trình duyệt.',
      en: 'Lets machines without the program take part in a browser.',
    },
  },
  'hub.discovery': {
    kind: 'toggle',
    by: 'hub',
    flag: '--discovery',
    initial: true,
    title: { vi: 'Báo có mặt trên mạng (mDNS)', en: 'Announce on the network (mDNS)' },
    about: {
      vi: 'Máy đại biểu tự tìm thấy máy chủ mà không phải nhập địa chỉ.',
      en: 'Terminals find the hub without a typed address.',
    },
  },
  'hub.backup.folder': {
    kind: 'text',
    by: 'hub',
    initial: null,
    form: fullPath,
    title: { vi: 'Thư mục sao lưu', en: 'Backup folder' },
    about: { vi: 'Nơi ghi bản sao lưu, nên ở đĩa khác.', en: 'Where backups go; better on another disk.' },
  },
  'hub.backup.times': {
    kind: 'list',
    by: 'hub',
    initial: [],
    most: 24,
    form: timeOfDay,
    title: { vi: 'Giờ sao lưu', en: 'Times of backups' },
    about: {
      vi: 'Giờ trong ngày để tự sao lưu. Để trống: chỉ sao lưu bằng tay.',
      en: 'When a backup is made each day. Empty: by hand only.',
    },
  },
  'hub.backup.keep': {
    kind: 'count',
    by: 'hub',
    initial: 14,
    least: 1,
    most: 365,
    title: { vi: 'Số bản sao lưu giữ lại', en: 'Backups kept' },
    about: {
      vi: 'Giữ bao nhiêu bản mới nhất; bản cũ hơn được xóa sau mỗi lần sao lưu.',
      en: 'How many of the newest are kept; older ones are removed after each backup.',
    },
  },
  'hub.metrics': {
    kind: 'toggle',
    by: 'hub',
    initial: false,
    title: { vi: 'Số đo Prometheus', en: 'Prometheus metrics' },
    about: {
      vi: 'Cho phần mềm giám sát đọc số đo ở cửa nội bộ.',
      en: 'Lets a monitoring system read figures at the local door.',
    },
  },
  'hub.metricsBySeat': {
    kind: 'toggle',
    by: 'hub',
    initial: false,
    title: { vi: 'Số đo theo từng chỗ', en: 'Metrics by seat' },
    about: {
      vi: 'Thêm vào số đo mỗi chỗ ngồi có đang kết nối không.',
      en: 'Adds to the figures whether each seat is linked.',
    },
  },
  'hub.microphoneHook': {
    kind: 'text',
    by: 'hub',
    flag: '--microphone-hook',
    initial: null,
    form: webAddress,
    title: { vi: 'Hệ thống micro', en: 'Microphone system' },
    about: {
      vi: 'Nơi báo ai đang phát biểu; xem docs/microphones.md.',
      en: 'Where it is told who speaks; see docs/microphones.md.',
    },
  },
  'hub.tools': {
    kind: 'toggle',
    by: 'hub',
    initial: true,
    title: { vi: 'Dùng LibreOffice và Tesseract', en: 'Use LibreOffice and Tesseract' },
    about: {
      vi: 'Nhận tệp văn phòng và đọc bản quét bằng các chương trình đã cài.',
      en: 'Takes office files and reads scans with the programs that are installed.',
    },
  },
} as const satisfies Readonly<Record<string, Setting>>;

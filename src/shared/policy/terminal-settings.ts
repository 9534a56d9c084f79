import type { Setting } from './setting-kinds.ts';
import { fingerprint, fullPath, hubAddress, passwordHash, terminalOnDisplay } from './text-forms.ts';

/** Settings of the program at a seat, a console or a screen. */
export const terminalSettings = {
  'room.addresses': {
    kind: 'list',
    by: 'terminal',
    flag: '--hub',
    initial: [],
    most: 16,
    form: hubAddress,
    title: { vi: 'Địa chỉ máy chủ', en: 'Addresses of the hub' },
    about: {
      vi: 'Nơi tìm máy chủ phòng họp, theo thứ tự. Để trống: máy đã ghép nối dùng địa chỉ nhận khi ghép nối.',
      en: 'Where the room server is looked for, in order. Empty: a paired machine uses what it was told at pairing.',
    },
  },
  'room.authority': {
    kind: 'text',
    by: 'terminal',
    initial: null,
    form: fingerprint,
    title: { vi: 'Chứng thư của phòng', en: 'Authority of the room' },
    about: {
      vi: 'SHA-256 của chứng thư phòng họp. Có giá trị này thì máy chỉ ghép nối với đúng phòng đó.',
      en: 'SHA-256 of the room’s authority. With it the machine pairs with that room and no other.',
    },
  },
  'room.pairingTicket': {
    kind: 'text',
    by: 'terminal',
    flag: '--pairing',
    initial: null,
    form: fullPath,
    title: { vi: 'Phiếu ghép nối', en: 'Pairing ticket' },
    about: {
      vi: 'Tệp phiếu ghép nối; máy chưa ghép nối sẽ dùng khi khởi động.',
      en: 'The file of a pairing ticket; a machine that is not paired yet uses it when it starts.',
    },
  },
  'terminal.surfaces': {
    kind: 'list',
    by: 'terminal',
    flag: '--surfaces',
    initial: [],
    most: 16,
    form: terminalOnDisplay,
    title: { vi: 'Màn hình làm việc', en: 'Terminals of this machine' },
    about: {
      vi: 'Máy này mở gì và trên màn hình số mấy. Để trống: mở như lần trước.',
      en: 'What this machine opens, and on which display. Empty: as it was last time.',
    },
  },
  'terminal.kiosk': {
    kind: 'toggle',
    by: 'terminal',
    flag: '--kiosk',
    initial: false,
    title: { vi: 'Chế độ khóa toàn màn hình', en: 'Kiosk' },
    about: {
      vi: 'Toàn màn hình, không thoát ra được nếu không có mật khẩu quản trị.',
      en: 'Full screen, with no way out but the IT password.',
    },
  },
  'terminal.unlockHash': {
    kind: 'text',
    by: 'terminal',
    initial: null,
    secret: true,
    form: passwordHash,
    title: { vi: 'Mật khẩu mở khóa (mã băm)', en: 'Unlock password (hash)' },
    about: {
      vi: 'Mã băm của mật khẩu quản trị để ra khỏi chế độ khóa. Để trống: dùng mật khẩu nhận khi ghép nối.',
      en: 'Hash of the IT password that leaves the kiosk. Empty: the one that came with the pairing.',
    },
  },
  'terminal.startWithSystem': {
    kind: 'toggle',
    by: 'terminal',
    initial: false,
    title: { vi: 'Tự mở cùng hệ thống', en: 'Start with the system' },
    about: {
      vi: 'Mở chương trình khi người dùng đăng nhập vào máy.',
      en: 'Opens the program when somebody logs on to the machine.',
    },
  },
  'terminal.idleLockMinutes': {
    kind: 'count',
    by: 'terminal',
    initial: 5,
    least: 0,
    most: 240,
    title: { vi: 'Khóa khi không dùng (phút)', en: 'Lock when idle (minutes)' },
    about: {
      vi: 'Sau số phút này không ai chạm vào máy thì chỗ ngồi tự khóa, mở bằng mã PIN. 0: không tự khóa.',
      en: 'After so many minutes without a touch a seat locks itself until the PIN is entered. 0: never.',
    },
  },
  'papers.export': {
    kind: 'toggle',
    by: 'terminal',
    initial: true,
    title: { vi: 'Cho phép xuất tệp', en: 'Allow saving files' },
    about: {
      vi: 'Cho phép lưu bản xuất (nhật ký, bản sao có ghi chú) ra ngoài chương trình. Chế độ khóa không bao giờ cho phép.',
      en: 'Lets exports (the log, copies with notes) be saved outside the program. A kiosk never does.',
    },
  },
  'papers.print': {
    kind: 'choice',
    by: 'terminal',
    initial: 'outside-kiosk',
    choices: [
      { value: 'never', vi: 'Không bao giờ', en: 'Never' },
      { value: 'outside-kiosk', vi: 'Trừ chế độ khóa toàn màn hình', en: 'Except in a kiosk' },
      { value: 'always', vi: 'Cả trong chế độ khóa toàn màn hình', en: 'In a kiosk as well' },
    ],
    title: { vi: 'Cho phép in', en: 'Allow printing' },
    about: {
      vi: 'Nơi quy chế của cơ quan cho in tài liệu, máy này mở cửa sổ in của hệ thống. Cửa sổ đó là một lối ra khỏi chế độ khóa.',
      en: 'Where the rules of the body let papers be printed, this machine opens the print window of the system. That window is a way out of a kiosk.',
    },
  },
} as const satisfies Readonly<Record<string, Setting>>;

import type { Refusals } from './refusal.ts';

/** Making a room, once. */
export const setupRefusals = {
  'setup/done': {
    kind: 'refusal',
    vi: 'Phòng họp này đã được lập. Hãy đăng nhập bằng mật khẩu quản trị.',
    en: 'This room has been made already. Sign in with the IT password.',
  },
  'setup/not-here': {
    kind: 'refusal',
    vi: 'Chỉ lập phòng họp được ngay trên máy chủ, không qua mạng.',
    en: 'A room is made at the hub’s own machine alone, not over the network.',
  },
  'setup/in-use': {
    kind: 'refusal',
    vi: 'Thư mục này đã có dữ liệu của một phòng họp. Hãy dùng lệnh it-password để đặt mật khẩu.',
    en: 'The folder has the data of a room already. Set a password with the command it-password.',
  },
} as const satisfies Refusals;

import type { Refusals } from './refusal.ts';

/** The administration of the room: who may see it, and what it asks of the hub. */
export const adminRefusals = {
  'admin/not-signed-in': {
    kind: 'refusal',
    vi: 'Chưa đăng nhập quản trị, hoặc phiên quản trị đã kết thúc.',
    en: 'Nobody is signed in as IT, or the session has ended.',
  },
  'admin/wrong-password': {
    kind: 'refusal',
    vi: 'Mật khẩu quản trị không đúng.',
    en: 'The IT password is wrong.',
  },
  'admin/no-password': {
    kind: 'refusal',
    vi: 'Phòng họp chưa có mật khẩu quản trị. Hãy dừng máy chủ và đặt bằng lệnh: nghisu-hub it-password --data <thư mục>.',
    en: 'The room has no IT password yet. Stop the hub and set one: nghisu-hub it-password --data <folder>.',
  },
  'admin/not-here': {
    kind: 'refusal',
    vi: 'Trang quản trị không mở qua cửa dành cho máy đã ghép.',
    en: 'The administration is not offered at the terminals’ door.',
  },
} as const satisfies Refusals;

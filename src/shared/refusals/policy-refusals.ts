import type { Refusals } from './refusal.ts';

/** What the people who look after the machines may set. */
export const policyRefusals = {
  'policy/password-short': {
    kind: 'refusal',
    vi: 'Mật khẩu quản trị cần ít nhất 10 ký tự.',
    en: 'An IT password needs at least 10 characters.',
  },
  'policy/password-long': {
    kind: 'refusal',
    vi: 'Mật khẩu quản trị có nhiều nhất 128 ký tự.',
    en: 'An IT password has at most 128 characters.',
  },
  'policy/password-characters': {
    kind: 'refusal',
    vi: 'Mật khẩu quản trị chỉ gồm chữ, số, dấu và dấu cách ở giữa; không có ký tự điều khiển.',
    en: 'An IT password is made of letters, digits, signs and spaces between them; no control characters.',
  },
  'policy/password-simple': {
    kind: 'refusal',
    vi: 'Mật khẩu quản trị quá đơn giản: cần ít nhất 5 ký tự khác nhau và không chỉ là một dãy liên tiếp.',
    en: 'The IT password is too simple: use at least 5 different characters, not just a run of neighbours.',
  },
  'policy/refused': {
    kind: 'refusal',
    vi: 'Cài đặt của máy này có lỗi nên chương trình chưa mở. Cán bộ IT cần sửa ở nơi nêu dưới đây rồi bấm “Thử lại”.',
    en: 'The settings of this machine are wrong, so the program does not open. IT has to correct them where it is said below; then press “Try again”.',
  },
  'policy/not-json': {
    kind: 'refusal',
    vi: 'Tệp cài đặt không đúng định dạng JSON.',
    en: 'The settings file is not JSON.',
  },
  'policy/not-text': {
    kind: 'refusal',
    vi: 'Tệp cài đặt không phải là văn bản UTF-8.',
    en: 'The settings file is not text in UTF-8.',
  },
  'policy/too-large': {
    kind: 'refusal',
    vi: 'Tệp cài đặt quá lớn.',
    en: 'The settings file is too large.',
  },
  'policy/unreadable': {
    kind: 'refusal',
    vi: 'Không đọc được nguồn cài đặt.',
    en: 'The settings cannot be read.',
  },
  'policy/unsafe': {
    kind: 'refusal',
    vi: 'Người dùng thường sửa được tệp cài đặt này nên tệp không được dùng.',
    en: 'Ordinary users can change this settings file, so it is not used.',
  },
  'policy/duplicate-key': {
    kind: 'refusal',
    vi: 'Một cài đặt được ghi hai lần.',
    en: 'A setting is named twice.',
  },
  'policy/unknown-key': {
    kind: 'refusal',
    vi: 'Không có cài đặt nào tên như vậy.',
    en: 'There is no setting of that name.',
  },
  'policy/wrong-value': {
    kind: 'refusal',
    vi: 'Giá trị của cài đặt không dùng được.',
    en: 'The value of a setting cannot be used.',
  },
  'policy/wrong-registry-type': {
    kind: 'refusal',
    vi: 'Kiểu giá trị trong registry không đúng.',
    en: 'The type of a registry value is wrong.',
  },
  'policy/not-yours': {
    kind: 'refusal',
    vi: 'Cài đặt này thuộc về máy, không đặt được trong tệp của người dùng.',
    en: 'This setting belongs to the machine and cannot be set in a user’s file.',
  },
  'policy/contradiction': {
    kind: 'refusal',
    vi: 'Các cài đặt mâu thuẫn với nhau.',
    en: 'Settings contradict each other.',
  },
} as const satisfies Refusals;

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
} as const satisfies Refusals;

import type { Refusals } from './refusal.ts';

/** Numbered paper copies. */
export const papersRefusals = {
  'papers/not-paper': {
    kind: 'refusal',
    vi: 'Nội dung này không phát bản giấy.',
    en: 'This item has no paper copies.',
  },
  'papers/no-such-copy': {
    kind: 'refusal',
    vi: 'Không có bản giấy mang số này.',
    en: 'There is no copy of this number.',
  },
  'papers/already-handed': {
    kind: 'refusal',
    vi: 'Bản giấy này đã được phát.',
    en: 'This copy was handed out already.',
  },
  'papers/holds-one': {
    kind: 'refusal',
    vi: 'Đại biểu này đang giữ một bản giấy.',
    en: 'This participant holds a copy already.',
  },
  'papers/not-out': {
    kind: 'refusal',
    vi: 'Bản giấy này không ở chỗ đại biểu nào.',
    en: 'Nobody holds this copy.',
  },
  'papers/too-few': {
    kind: 'refusal',
    vi: 'Số bản giấy ít hơn số đã phát.',
    en: 'Fewer copies than have been handed out.',
  },
  'papers/copies-missing': {
    kind: 'refusal',
    vi: 'Còn bản giấy chưa thu lại.',
    en: 'A paper copy has not been collected yet.',
  },
} as const satisfies Refusals;

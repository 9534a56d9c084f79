import type { Refusals } from './refusal.ts';

/** Updates of the program: what a release must be, and when it may be taken. */
export const updateRefusals = {
  'update/no-key': {
    kind: 'refusal',
    vi: 'Chương trình này chưa biết khoá phát hành nào nên không nhận bản cập nhật.',
    en: 'This program knows no release key, so it takes no update.',
  },
  'update/unsigned': {
    kind: 'refusal',
    vi: 'Bản cập nhật không có chữ ký.',
    en: 'The update is not signed.',
  },
  'update/wrong-signature': {
    kind: 'refusal',
    vi: 'Chữ ký của bản cập nhật không đúng. Không cài bản này.',
    en: 'The signature of the update is wrong. It must not be installed.',
  },
  'update/not-a-release': {
    kind: 'refusal',
    vi: 'Ở đây không có bản phát hành của Nghị Sự.',
    en: 'There is no release of Nghị Sự here.',
  },
  'update/mixed': {
    kind: 'refusal',
    vi: 'Các tệp thuộc nhiều bản phát hành khác nhau.',
    en: 'The files belong to different releases.',
  },
  'update/incomplete': {
    kind: 'refusal',
    vi: 'Bản cập nhật thiếu tệp hoặc có tệp bị cắt.',
    en: 'A file of the update is missing or has been cut off.',
  },
  'update/damaged': {
    kind: 'refusal',
    vi: 'Một tệp của bản cập nhật đã bị thay đổi.',
    en: 'A file of the update has been changed.',
  },
  'update/older': {
    kind: 'refusal',
    vi: 'Bản này cũ hơn bản đã từng chạy ở đây. Không hạ phiên bản.',
    en: 'This release is older than one that has run here. Versions never go back.',
  },
  'update/not-here': {
    kind: 'refusal',
    vi: 'Máy chủ không giữ bản phát hành này.',
    en: 'The room server does not keep this release.',
  },
  'update/not-offered': {
    kind: 'refusal',
    vi: 'Bản này chưa được triển khai cho máy này.',
    en: 'This release is not rolled out to this terminal.',
  },
  'update/meeting-open': {
    kind: 'refusal',
    vi: 'Đang họp. Cập nhật chờ đến khi cuộc họp kết thúc.',
    en: 'A meeting is open. Updates wait until it has been closed.',
  },
  'update/not-for-this-machine': {
    kind: 'refusal',
    vi: 'Bản phát hành không có bộ cài cho loại máy này.',
    en: 'The release has no installer for this kind of machine.',
  },
  'update/unreachable': {
    kind: 'refusal',
    vi: 'Không tải được bản cập nhật. Máy sẽ tự thử lại.',
    en: 'The update cannot be downloaded. The terminal will try again.',
  },
  'update/not-installed': {
    kind: 'refusal',
    vi: 'Bộ cài không chạy được. Hãy cài bằng tay hoặc xem nhật ký.',
    en: 'The installer did not run. Install by hand, or see the log.',
  },
} as const satisfies Refusals;

/** A code of this part of the table. */
export type UpdateRefusalCode = keyof typeof updateRefusals;

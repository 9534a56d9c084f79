import type { Setting } from './setting-kinds.ts';
import { fullPath } from './text-forms.ts';

/** Settings that terminals and the hub read alike. */
export const sharedSettings = {
  language: {
    kind: 'choice',
    by: 'terminal',
    personal: true,
    initial: 'vi',
    choices: [
      { value: 'vi', vi: 'Tiếng Việt', en: 'Vietnamese' },
      { value: 'en', vi: 'Tiếng Anh', en: 'English' },
    ],
    title: { vi: 'Ngôn ngữ', en: 'Language' },
    about: { vi: 'Ngôn ngữ của màn hình khi bắt đầu.', en: 'The language a screen begins with.' },
  },
  largeText: {
    kind: 'toggle',
    by: 'terminal',
    personal: true,
    initial: false,
    title: { vi: 'Chữ lớn', en: 'Large text' },
    about: { vi: 'Bắt đầu với chữ lớn.', en: 'Begins with large text.' },
  },
  'log.level': {
    kind: 'choice',
    by: 'both',
    initial: 'info',
    choices: [
      { value: 'error', vi: 'Chỉ lỗi', en: 'Errors only' },
      { value: 'warn', vi: 'Lỗi và cảnh báo', en: 'Errors and warnings' },
      { value: 'info', vi: 'Đầy đủ', en: 'Everything' },
    ],
    title: { vi: 'Mức nhật ký', en: 'Log level' },
    about: { vi: 'Những gì được ghi vào nhật ký máy.', en: 'What is written to the machine’s log.' },
  },
  'updates.source': {
    kind: 'choice',
    by: 'terminal',
    initial: 'hub',
    choices: [
      { value: 'hub', vi: 'Từ máy chủ phòng họp', en: 'From the hub' },
      { value: 'folder', vi: 'Từ một thư mục', en: 'From a folder' },
      { value: 'off', vi: 'Tắt', en: 'Off' },
    ],
    title: { vi: 'Nguồn cập nhật', en: 'Source of updates' },
    about: {
      vi: 'Bản cập nhật lấy từ máy chủ, từ thư mục (USB, thư mục chia sẻ) hoặc không lấy.',
      en: 'Updates come from the hub, from a folder (a stick, a share) or not at all.',
    },
  },
  'updates.folder': {
    kind: 'text',
    by: 'terminal',
    initial: null,
    form: fullPath,
    title: { vi: 'Thư mục cập nhật', en: 'Folder of updates' },
    about: {
      vi: 'Nơi có bản cập nhật khi nguồn là "folder".',
      en: 'Where updates lie when the source is "folder".',
    },
  },
} as const satisfies Readonly<Record<string, Setting>>;

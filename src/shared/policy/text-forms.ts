import { isItPasswordHash } from './it-password.ts';
import type { TextForm } from './setting-kinds.ts';

const mostPath = 260;

/** A full path, on Windows or elsewhere; never one that depends on where a program was started. */
export const fullPath: TextForm = {
  pattern: /^(?:\/|[A-Za-z]:[\\/]|\\\\)[^?*<>|"\p{Cc}]*$/u,
  mostCharacters: mostPath,
  expects: { vi: 'đường dẫn đầy đủ', en: 'a full path' },
  example: '/var/lib/nghisu',
};

/** Where a hub is: its name or IP address, or a whole address for a trial without pairing. */
export const hubAddress: TextForm = {
  pattern:
    /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9a-fA-F]*:[0-9a-fA-F:]+|https?:\/\/(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9.-]+)(?::\d{1,5})?\/?)$/,
  mostCharacters: 300,
  expects: {
    vi: 'tên hoặc địa chỉ IP của máy chủ (dùng thử: http://<địa chỉ>:<cổng>)',
    en: 'the name or IP address of a hub (for a trial: http://<address>:<port>)',
  },
  example: '10.20.0.5',
  accepts: (text) => {
    const [, port = '1'] = /^http.*[^:]:(\d{1,5})\/?$/.exec(text) ?? [];
    return Number(port) >= 1 && Number(port) <= 65_535;
  },
};

/** A SHA-256 in lower-case hexadecimal. */
export const fingerprint: TextForm = {
  pattern: /^[0-9a-f]{64}$/,
  mostCharacters: 64,
  expects: {
    vi: 'mã SHA-256 gồm 64 chữ số thập lục phân viết thường',
    en: 'a SHA-256 of 64 lower-case hexadecimal digits',
  },
  example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

/** A terminal of a machine, and the display it is shown on: `chair`, `seat:A07`, `screen@2`. */
export const terminalOnDisplay: TextForm = {
  pattern: /^(?:chair|clerk|screen|seat:[A-Z]{1,2}[0-9]{1,2})(?:@[^@,\s\p{Cc}][^@,\p{Cc}]*)?$/u,
  mostCharacters: 80,
  expects: {
    vi: '"chair", "clerk", "screen" hoặc "seat:<chỗ>", có thể thêm "@<số hoặc tên màn hình>"',
    en: '"chair", "clerk", "screen" or "seat:<seat>", with "@<number or name of the display>" where it matters',
  },
  example: 'seat:A07@1',
};

/** An Argon2id hash of an IT password, as `nghisu` and the hub make it. */
export const passwordHash: TextForm = {
  pattern: /^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/,
  mostCharacters: 250,
  expects: {
    vi: 'mã băm Argon2id dạng PHC, ít nhất 19 MiB và 2 lượt',
    en: 'an Argon2id hash in PHC form with at least 19 MiB and 2 passes',
  },
  example: '$argon2id$v=19$m=65536,t=3,p=1$…$…',
  accepts: isItPasswordHash,
};

/** An address to listen on: a number of this machine, or all of them. */
export const listeningAddress: TextForm = {
  pattern: /^(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*|localhost)$/,
  mostCharacters: 45,
  expects: { vi: 'địa chỉ IP của máy này', en: 'an IP address of this machine' },
  example: '0.0.0.0',
};

/** A web address. */
export const webAddress: TextForm = {
  pattern: /^https?:\/\/[^\s]+$/,
  mostCharacters: 500,
  expects: { vi: 'địa chỉ bắt đầu bằng http:// hoặc https://', en: 'an address with http:// or https://' },
  example: 'http://10.20.0.9/speaking',
};

/** A time of the day. */
export const timeOfDay: TextForm = {
  pattern: /^(?:[01]\d|2[0-3]):[0-5]\d$/,
  mostCharacters: 5,
  expects: { vi: 'giờ dạng hh:mm', en: 'a time as hh:mm' },
  example: '22:30',
};

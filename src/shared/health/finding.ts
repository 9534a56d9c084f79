import { z } from 'zod';
import type { Sentence } from '../refusals/refusal.ts';

/** How bad it is: all is well, somebody should look at it, or it would hurt a meeting (shown in red). */
export const level = z.enum(['ok', 'warning', 'bad']);
export type Level = z.infer<typeof level>;

/** What is looked at, in the order in which it is told. */
export const checkNames = [
  'policy',
  'pairing',
  'link',
  'version',
  'clock',
  'disk-space',
  'disk-speed',
  'memory',
  'battery',
  'display',
  'keyring',
  'vault',
  'outbox',
  'pack',
  'last-error',
  'data',
  'certificates',
  'ports',
  'office',
  'scans',
  'backup',
] as const;
export type CheckName = (typeof checkNames)[number];

/** What one check has found. */
export interface Finding {
  readonly check: CheckName;
  readonly level: Level;
  /** What is the case, with its figures. */
  readonly says: Sentence;
  /** What somebody can do about it; null where nothing has to be done. */
  readonly advice: Sentence | null;
}

/** The names of the checks for people. */
export const checkTitles: Readonly<Record<CheckName, Sentence>> = {
  policy: { vi: 'Cài đặt', en: 'Settings' },
  pairing: { vi: 'Ghép nối và chứng thư', en: 'Pairing and certificate' },
  link: { vi: 'Kết nối máy chủ', en: 'Link to the hub' },
  version: { vi: 'Phiên bản', en: 'Version' },
  clock: { vi: 'Đồng hồ', en: 'Clock' },
  'disk-space': { vi: 'Chỗ trống trên đĩa', en: 'Disk space' },
  'disk-speed': { vi: 'Tốc độ ghi đĩa', en: 'Disk speed' },
  memory: { vi: 'Bộ nhớ', en: 'Memory' },
  battery: { vi: 'Pin', en: 'Battery' },
  display: { vi: 'Màn hình', en: 'Display' },
  keyring: { vi: 'Kho khóa của hệ thống', en: 'Keyring of the system' },
  vault: { vi: 'Kho tài liệu', en: 'Vault of papers' },
  outbox: { vi: 'Hàng chờ gửi', en: 'Outbox' },
  pack: { vi: 'Bộ tài liệu', en: 'Pack of papers' },
  'last-error': { vi: 'Lỗi gần nhất', en: 'Last error' },
  data: { vi: 'Dữ liệu phòng họp', en: 'Data of the room' },
  certificates: { vi: 'Chứng thư của phòng', en: 'Authority of the room' },
  ports: { vi: 'Cổng mạng', en: 'Ports' },
  office: { vi: 'LibreOffice', en: 'LibreOffice' },
  scans: { vi: 'Đọc bản quét', en: 'Reading of scans' },
  backup: { vi: 'Sao lưu', en: 'Backup' },
};

/** The worst of some levels; `ok` where there is none. */
export function worstLevel(levels: readonly Level[]): Level {
  if (levels.includes('bad')) return 'bad';
  return levels.includes('warning') ? 'warning' : 'ok';
}

/** What the doctor ends with: 0 all is well, 1 something should be looked at, 2 it would hurt a meeting. */
export function exitCodeOf(findings: readonly Pick<Finding, 'level'>[]): 0 | 1 | 2 {
  const codes = { ok: 0, warning: 1, bad: 2 } as const;
  return codes[worstLevel(findings.map((finding) => finding.level))];
}

/** A finding in order, with nothing to do. */
export function fine(check: CheckName, says: Sentence): Finding {
  return { check, level: 'ok', says, advice: null };
}

/** A finding that somebody has to do something about. */
export function trouble(
  check: CheckName,
  grave: Exclude<Level, 'ok'>,
  says: Sentence,
  advice: Sentence,
): Finding {
  return { check, level: grave, says, advice };
}

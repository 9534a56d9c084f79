import type { BatteryFacts, DiskFacts, DisplayFacts, MachineRole, MemoryFacts } from './facts.ts';
import { fine, trouble, type Finding, type Level } from './finding.ts';

const MiB = 1024 * 1024;
const GiB = 1024 * MiB;

/**
 * Free bytes of a disk below which it is worth looking, and below which a meeting would be hurt. A seat holds the packs
 * of a few meetings; a hub takes files in, keeps every version and converts office files beside.
 */
export const diskSpaceLimits: Readonly<
  Record<MachineRole, { readonly warning: number; readonly bad: number }>
> = {
  terminal: { warning: 2 * GiB, bad: 512 * MiB },
  hub: { warning: 10 * GiB, bad: 2 * GiB },
};

/** A write until it is on the disk, in milliseconds: every command waits for one. A flash disk needs 1 to 5. */
export const diskSpeedLimits = { warning: 50, bad: 250 } as const;

/** Free bytes of memory. */
export const memoryLimits = { warning: 512 * MiB, bad: 200 * MiB } as const;

/** Percent of a battery that is not being charged. */
export const batteryLimits = { warning: 50, bad: 20 } as const;

/** Device-independent pixels that the surfaces were drawn for, and below which they cannot be used. */
export const displayLimits = {
  warning: { width: 1280, height: 700 },
  bad: { width: 1000, height: 600 },
} as const;

/** Whether the disk has room for a meeting. */
export function checkDiskSpace({ freeBytes, totalBytes }: DiskFacts, role: MachineRole): Finding {
  return judged('disk-space', below(freeBytes, diskSpaceLimits[role]), freeText(freeBytes, totalBytes), {
    vi: 'Xóa bớt tệp không cần, hoặc chuyển dữ liệu sang đĩa lớn hơn',
    en: 'Remove files that are not needed, or move the data to a larger disk',
  });
}

/** Whether the disk is fast enough; null where that was not measured. */
export function checkDiskSpeed({ writeMs }: DiskFacts): Finding | null {
  if (writeMs === null) return null;
  const time = writeMs.toFixed(1).replace('.', ',');
  const says = { vi: `mỗi lần ghi mất ${time} ms`, en: `a write takes ${writeMs.toFixed(1)} ms` };
  return judged('disk-speed', above(writeMs, diskSpeedLimits), says, {
    vi: 'Kiểm tra đĩa (SMART) và phần mềm diệt vi-rút; nên dùng SSD',
    en: 'Check the disk (SMART) and the virus scanner; an SSD is better',
  });
}

/** Whether there is memory for a meeting. */
export function checkMemory({ freeBytes, totalBytes }: MemoryFacts): Finding {
  return judged('memory', below(freeBytes, memoryLimits), freeText(freeBytes, totalBytes), {
    vi: 'Đóng các chương trình khác hoặc khởi động lại máy trước cuộc họp',
    en: 'Close other programs or restart the machine before the meeting',
  });
}

/** Whether the battery lasts. One that does not say how full it is has to be looked at unless it is charged. */
export function checkBattery({ percent, isCharging }: BatteryFacts): Finding {
  const state = { vi: isCharging ? 'đang sạc' : 'không sạc', en: isCharging ? 'charging' : 'not charging' };
  const left = percent === null ? null : `${Math.round(percent)} %`;
  const says = {
    vi: left === null ? state.vi : `còn ${left}, ${state.vi}`,
    en: left === null ? state.en : `${left}, ${state.en}`,
  };
  const grade = percent === null ? 'warning' : below(percent, batteryLimits);
  return judged('battery', isCharging ? 'ok' : grade, says, { vi: 'Cắm sạc', en: 'Plug it in' });
}

/** Whether the displays are there and large enough. */
export function checkDisplay({ displays, wanted }: DisplayFacts): Finding {
  if (displays.length < Math.max(1, wanted)) {
    return trouble(
      'display',
      'bad',
      {
        vi: `có ${displays.length} màn hình, cài đặt cần màn hình số ${Math.max(1, wanted)}`,
        en: `${displays.length} displays, the settings need number ${Math.max(1, wanted)}`,
      },
      { vi: 'Kiểm tra dây màn hình và "terminal.surfaces"', en: 'Check the cable and "terminal.surfaces"' },
    );
  }
  const text = displays.map(({ width, height }) => `${width} × ${height}`).join('; ');
  const isSmaller = (than: { readonly width: number; readonly height: number }): boolean =>
    displays.some(({ width, height }) => width < than.width || height < than.height);
  const grade: Level = isSmaller(displayLimits.bad)
    ? 'bad'
    : isSmaller(displayLimits.warning)
      ? 'warning'
      : 'ok';
  return judged(
    'display',
    grade,
    { vi: text, en: text },
    {
      vi: 'Đặt độ phân giải cao hơn hoặc giảm tỷ lệ phóng của hệ thống',
      en: 'Set a higher resolution, or a smaller scale of the system',
    },
  );
}

/** Bytes as people say them: "1,5 GB" in Vietnamese, "1.5 GB" in English. */
export function sizeText(bytes: number, language: 'vi' | 'en'): string {
  if (bytes < GiB) return `${Math.round(bytes / MiB)} MB`;
  if (bytes >= 10 * GiB) return `${Math.round(bytes / GiB)} GB`;
  const text = (bytes / GiB).toFixed(1);
  return `${language === 'vi' ? text.replace('.', ',') : text} GB`;
}

function freeText(free: number, total: number): Finding['says'] {
  return {
    vi: `còn trống ${sizeText(free, 'vi')} trên ${sizeText(total, 'vi')}`,
    en: `${sizeText(free, 'en')} of ${sizeText(total, 'en')} free`,
  };
}

function below(value: number, limits: { readonly warning: number; readonly bad: number }): Level {
  return value < limits.bad ? 'bad' : value < limits.warning ? 'warning' : 'ok';
}

function above(value: number, limits: { readonly warning: number; readonly bad: number }): Level {
  return value > limits.bad ? 'bad' : value > limits.warning ? 'warning' : 'ok';
}

function judged(
  check: Finding['check'],
  grade: Level,
  says: Finding['says'],
  advice: NonNullable<Finding['advice']>,
): Finding {
  return grade === 'ok' ? fine(check, says) : trouble(check, grade, says, advice);
}

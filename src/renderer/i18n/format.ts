import { localeTags, type Language } from './language.ts';

/** Instants come in as milliseconds since 1970; words go out, in the room's time. */
export interface Format {
  /** `05/9/2026`: the office's own short form (two-digit day, month as decree 30/2020 writes it). */
  date(ms: number): string;
  /** `ngày 05 tháng 9 năm 2026`, or `5 September 2026`. */
  longDate(ms: number): string;
  /** `09:04`, always 24 hours. */
  time(ms: number): string;
  /** `09:04:51`. */
  timeWithSeconds(ms: number): string;
  /** `lúc 08:58` on the same day as `nowMs`, else `lúc 08:58 ngày 04/9/2026`. */
  at(ms: number, nowMs: number): string;
  /** `1.234`, with up to two decimals. */
  number(value: number): string;
  /** A share from 0 to 1 as `93,3%`, with at most one decimal. */
  percent(share: number): string;
  /** Bytes as `12,5 MB`. */
  bytes(count: number): string;
}

/** The room is in Viet Nam, seven hours ahead of UTC in all seasons, whatever zone a terminal was set to. */
const timeZone = 'Asia/Ho_Chi_Minh';

/** Makes the formatters of one language. */
export function createFormat(language: Language): Format {
  const tag = localeTags[language];
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: '2-digit',
    month: 'numeric',
    year: 'numeric',
  });
  const longEnglish = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long' });
  const minutes = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const seconds = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium', hourCycle: 'h23' });
  const decimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const megabytes = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });

  const dateParts = (ms: number): { day: string; month: string; year: string } => {
    const part = (type: string): string =>
      day.formatToParts(ms).find((each) => each.type === type)?.value ?? '';
    return { day: part('day'), month: officeMonth(Number(part('month'))), year: part('year') };
  };
  const date = (ms: number): string => {
    const parts = dateParts(ms);
    return `${parts.day}/${parts.month}/${parts.year}`;
  };
  const longDate = (ms: number): string => {
    if (language === 'en') return longEnglish.format(ms);
    const parts = dateParts(ms);
    return `ngày ${parts.day} tháng ${parts.month} năm ${parts.year}`;
  };
  const at = (ms: number, nowMs: number): string => {
    const clock = `${language === 'vi' ? 'lúc' : 'at'} ${minutes.format(ms)}`;
    if (date(ms) === date(nowMs)) return clock;
    return `${clock} ${language === 'vi' ? 'ngày' : 'on'} ${date(ms)}`;
  };

  return {
    date,
    longDate,
    time: (ms) => minutes.format(ms),
    timeWithSeconds: (ms) => seconds.format(ms),
    at,
    number: (value) => decimal.format(value),
    percent: (value) => share.format(value),
    bytes: (count) => `${megabytes.format(count / 1_000_000)} MB`,
  };
}

/** Decree 30/2020 puts a zero before January and February only, so that they cannot be altered into 11 or 12. */
function officeMonth(month: number): string {
  return month <= 2 ? `0${month}` : String(month);
}

import { checkMachine } from './check-machine.ts';
import { clockWarningMs } from './check-room.ts';
import type { MachineFacts } from './facts.ts';
import { checkNames, fine, trouble, type Finding } from './finding.ts';

/** A device as the hub sees it, beside what the machine says of itself. */
export interface DeviceFacts {
  /** `absent`: a place of the plan that has no device. `never`: it has not been linked since the hub started. */
  readonly link: 'absent' | 'never' | 'lost' | 'linked';
  /** There and back, in milliseconds; null where it was not measured. */
  readonly latencyMs: number | null;
  /** How long ago the machine spoke of itself, in milliseconds; null where it never did. */
  readonly silentMs: number | null;
  /** What came of the question for the papers. */
  readonly proof: 'none' | 'waiting' | 'right' | 'wrong';
  readonly pack: { readonly held: number; readonly total: number };
  readonly clock: { readonly rawMs: number | null; readonly correctedMs: number | null };
  /** Commands of people who have left the terminal, which nobody there may send. */
  readonly stranded: number;
  /** What the machine says: version, disk, memory, battery, last error. */
  readonly machine: Pick<MachineFacts, 'version' | 'disk' | 'memory' | 'battery' | 'lastError'>;
}

/** A machine speaks every quarter of a minute; after so long it has stopped, in milliseconds. */
export const silenceWarningMs = 60_000;

/** A terminal that shows a time further off than this does not show the hub's, in milliseconds. */
export const shownClockBadMs = 3_000;

/** Judges one device for the page of room health, in the order of {@link checkNames}. What is not known is not judged. */
export function checkDevice(facts: DeviceFacts): readonly Finding[] {
  if (facts.link === 'absent') return [noDevice];
  const found = [
    ...(facts.link === 'linked' ? checkLinked(facts) : [broken[facts.link]]),
    checkPapers(facts),
    checkProof(facts),
    checkShownClock(facts),
    checkStranded(facts),
    checkSilence(facts),
    ...checkMachine(facts.machine, 'terminal'),
  ];
  return found
    .flatMap((finding) => (finding === null ? [] : [finding]))
    .toSorted((one, other) => checkNames.indexOf(one.check) - checkNames.indexOf(other.check));
}

const noDevice = trouble(
  'link',
  'bad',
  { vi: 'chưa có máy ở chỗ này', en: 'there is no machine at this place' },
  { vi: 'Ghép một máy cho chỗ này', en: 'Pair a machine for this place' },
);

const broken = {
  never: trouble(
    'link',
    'bad',
    { vi: 'chưa kết nối từ khi máy chủ chạy', en: 'not linked since the hub started' },
    { vi: 'Bật máy và kiểm tra dây mạng', en: 'Switch it on and check the cable' },
  ),
  lost: trouble(
    'link',
    'bad',
    { vi: 'mất kết nối', en: 'the link is lost' },
    { vi: 'Kiểm tra dây mạng, bộ chuyển mạch và nguồn của máy', en: 'Check cable, switch and power' },
  ),
};

function checkLinked({ latencyMs }: DeviceFacts): readonly Finding[] {
  if (latencyMs === null) return [fine('link', { vi: 'đang kết nối', en: 'linked' })];
  return checkMachine({ link: { state: 'reached', latencyMs } }, 'terminal');
}

/** A meeting is hurt by one paper that is lacking: whoever sits there cannot read it when the network is gone. */
function checkPapers({ pack: { held, total } }: DeviceFacts): Finding {
  if (total === 0) return fine('pack', { vi: 'chưa có tài liệu', en: 'no papers yet' });
  if (held >= total) return fine('pack', { vi: `đủ ${total} tài liệu`, en: `all ${total} papers` });
  return trouble(
    'pack',
    'bad',
    { vi: `thiếu ${total - held} trên ${total} tài liệu`, en: `${total - held} of ${total} papers missing` },
    {
      vi: 'Để máy nối mạng cho đến khi nhận đủ; nếu không nhận, khởi động lại máy',
      en: 'Keep it on the network until all are here; if they do not come, restart it',
    },
  );
}

function checkProof({ proof, link }: DeviceFacts): Finding | null {
  if (proof === 'right') return fine('vault', { vi: 'khớp với máy chủ', en: 'the same as at the hub' });
  if (proof === 'wrong') {
    return trouble(
      'vault',
      'bad',
      { vi: 'tài liệu trên máy không khớp với máy chủ', en: 'its papers are not the hub’s' },
      {
        vi: 'Khởi động lại máy để tải lại tài liệu; nếu vẫn vậy, thay máy và báo hỗ trợ',
        en: 'Restart it, so that the papers are fetched anew; if it stays so, replace it and tell support',
      },
    );
  }
  if (proof === 'none' || link !== 'linked') return null;
  return fine('vault', { vi: 'đang kiểm tra', en: 'being checked' });
}

function checkShownClock({ clock: { rawMs, correctedMs } }: DeviceFacts): Finding | null {
  if (rawMs === null) return null;
  const { vi, en } = clockText(rawMs);
  if (correctedMs !== null && Math.abs(correctedMs) > shownClockBadMs) {
    return trouble(
      'clock',
      'bad',
      { vi: `${vi}; giờ hiển thị cũng sai`, en: `${en}; the time it shows is wrong too` },
      {
        vi: 'Đặt lại ngày giờ của máy và khởi động lại',
        en: 'Set date and time of the machine, and restart it',
      },
    );
  }
  if (Math.abs(rawMs) <= clockWarningMs) return fine('clock', { vi, en });
  return trouble(
    'clock',
    'warning',
    { vi: `${vi}; màn hình hiện đúng giờ máy chủ`, en: `${en}; it shows the hub’s time` },
    { vi: 'Đặt lại ngày giờ của máy khi tiện', en: 'Set date and time of the machine when it suits' },
  );
}

/** @param rawMs the hub's clock minus the machine's */
function clockText(rawMs: number): { readonly vi: string; readonly en: string } {
  const seconds = Math.round(Math.abs(rawMs) / 1000);
  if (seconds <= 2) return { vi: 'đúng giờ', en: 'on time' };
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const vi = [minutes > 0 && `${minutes} phút`, rest > 0 && `${rest} giây`].filter(Boolean).join(' ');
  const en = [minutes > 0 && `${minutes} min`, rest > 0 && `${rest} s`].filter(Boolean).join(' ');
  return rawMs < 0 ? { vi: `nhanh ${vi}`, en: `${en} fast` } : { vi: `chậm ${vi}`, en: `${en} slow` };
}

function checkStranded({ stranded }: DeviceFacts): Finding | null {
  if (stranded === 0) return null;
  return trouble(
    'outbox',
    'warning',
    {
      vi: `${stranded} việc của người đã rời máy còn chờ gửi`,
      en: `${stranded} requests of somebody who has left wait here`,
    },
    { vi: 'Mời người đó điểm danh lại ở máy này', en: 'Ask that person to sign in here again' },
  );
}

function checkSilence({ link, silentMs }: DeviceFacts): Finding | null {
  if (link !== 'linked' || silentMs === null || silentMs <= silenceWarningMs) return null;
  const seconds = Math.round(silentMs / 1000);
  return trouble(
    'last-error',
    'warning',
    { vi: `không báo tình trạng đã ${seconds} giây`, en: `has not told of itself for ${seconds} seconds` },
    { vi: 'Khởi động lại chương trình trên máy', en: 'Restart the program there' },
  );
}

import type {
  ClockFacts,
  LastErrorFacts,
  LinkFacts,
  MachineRole,
  OutboxFacts,
  PackFacts,
  PairingFacts,
  PolicyFacts,
  VersionFacts,
} from './facts.ts';
import { fine, trouble, type Finding } from './finding.ts';

/** Milliseconds to the hub and back. */
export const latencyLimits = { warning: 150, bad: 1_000 } as const;

/**
 * Milliseconds between a terminal's clock and the hub's. Certificates and order do not depend on clocks and a seat shows
 * the hub's time, so that a wrong clock is never more than a warning.
 */
export const clockWarningMs = 30_000;

/** A hub writes its own time into the minutes: a clock before this is an empty battery on the board. 01/01/2026. */
export const clockFloorMs = Date.UTC(2026, 0, 1);

/** An error of the last hour is worth telling. */
export const recentErrorMs = 3_600_000;

/** Whether the settings can be used. */
export function checkPolicy({ set, fixed, faults }: PolicyFacts): Finding {
  const [first] = faults;
  if (first === undefined) {
    return fine('policy', {
      vi: `${set} cài đặt, trong đó chính sách quy định ${fixed}`,
      en: `${set} settings, ${fixed} of them fixed by policy`,
    });
  }
  return trouble(
    'policy',
    'bad',
    { vi: `${faults.length} lỗi: ${first}`, en: `${faults.length} faults: ${first}` },
    {
      vi: 'Sửa ở nơi đã nêu, rồi kiểm tra lại bằng --print-policy',
      en: 'Correct it where it is said to be, then look again with --print-policy',
    },
  );
}

/** Whether the machine belongs to a room. */
export function checkPairing({ state }: PairingFacts): Finding {
  switch (state) {
    case 'paired':
      return fine('pairing', {
        vi: 'đã ghép nối, chứng thư dùng được',
        en: 'paired, the certificate is good',
      });
    case 'plain':
      return trouble(
        'pairing',
        'warning',
        { vi: 'kết nối không mã hóa, chỉ để dùng thử', en: 'linked without encryption, for a trial only' },
        { vi: 'Ghép nối máy này với phòng họp', en: 'Pair this machine with the room' },
      );
    case 'none':
      return trouble(
        'pairing',
        'bad',
        { vi: 'chưa ghép nối với phòng nào', en: 'not paired with any room' },
        { vi: 'Mở chương trình và ghép nối', en: 'Open the program and pair it' },
      );
    case 'unreadable':
    case 'revoked':
      return trouble('pairing', 'bad', brokenPairing[state], {
        vi: 'Ghép nối lại máy này',
        en: 'Pair this machine again',
      });
  }
}

const brokenPairing = {
  unreadable: { vi: 'không đọc được chứng thư đã giữ', en: 'the kept certificate cannot be read' },
  revoked: { vi: 'máy này đã bị thu hồi quyền', en: 'this machine has been revoked' },
} as const;

/** Whether the hub answers. */
export function checkLink(facts: LinkFacts): Finding {
  switch (facts.state) {
    case 'reached':
      return reached(Math.round(facts.latencyMs));
    case 'unreachable':
      return trouble(
        'link',
        'bad',
        { vi: `máy chủ không trả lời (${facts.detail})`, en: `the hub does not answer (${facts.detail})` },
        {
          vi: 'Kiểm tra dây mạng, địa chỉ máy chủ và máy chủ có đang chạy không',
          en: 'Check the cable, the address of the hub, and that the hub runs',
        },
      );
    case 'not-the-hub':
      return notTheHub(facts);
    case 'refused':
      return trouble(
        'link',
        'bad',
        {
          vi: `máy chủ từ chối máy này (${facts.detail})`,
          en: `the hub refuses this machine (${facts.detail})`,
        },
        {
          vi: 'Xem máy này ở trang quản trị; nếu cần, ghép nối lại',
          en: 'Look it up at the admin page; pair it again',
        },
      );
    case 'no-hub':
      return trouble(
        'link',
        'warning',
        { vi: 'chưa biết máy chủ nào', en: 'no hub is known' },
        {
          vi: 'Ghép nối máy này hoặc đặt "room.addresses"',
          en: 'Pair this machine, or set "room.addresses"',
        },
      );
  }
}

function notTheHub({ why, detail }: Extract<LinkFacts, { state: 'not-the-hub' }>): Finding {
  if (why === 'out-of-time') {
    return trouble(
      'link',
      'bad',
      {
        vi: `chứng thư của máy chủ đã hết hạn hoặc chưa có hiệu lực theo đồng hồ máy này (${detail})`,
        en: `the certificate of the hub is over or has not begun by the clock of this machine (${detail})`,
      },
      {
        vi: 'Đặt lại ngày giờ của máy này; nếu vẫn vậy, báo bộ phận kỹ thuật',
        en: 'Set date and time of this machine; call support if that does not help',
      },
    );
  }
  return trouble(
    'link',
    'bad',
    {
      vi: `máy trả lời ở địa chỉ đã giữ không phải máy chủ của phòng này (${detail}); máy này chưa gửi gì đi`,
      en: `what answers at the kept address is not the hub of this room (${detail}); nothing was sent to it`,
    },
    {
      vi: 'Kiểm tra địa chỉ máy chủ; nếu phòng đã được lập lại thì ghép nối lại máy này',
      en: 'Check the address of the hub; if the room was made anew, pair this machine again',
    },
  );
}

function reached(latencyMs: number): Finding {
  const says = { vi: `máy chủ trả lời sau ${latencyMs} ms`, en: `the hub answers in ${latencyMs} ms` };
  if (latencyMs <= latencyLimits.warning) return fine('link', says);
  const advice = {
    vi: 'Kiểm tra mạng (Wi-Fi yếu, bộ chuyển mạch)',
    en: 'Check the network (weak Wi-Fi, switch)',
  };
  return trouble('link', latencyMs > latencyLimits.bad ? 'bad' : 'warning', says, advice);
}

/** Whether machine and hub understand each other. */
export function checkVersion({ own, hub, understands }: VersionFacts): Finding {
  if (hub === null || hub === own) return fine('version', { vi: own, en: own });
  const says = { vi: `máy này ${own}, máy chủ ${hub}`, en: `${own} here, ${hub} at the hub` };
  const advice = { vi: 'Cập nhật máy này', en: 'Update this machine' };
  return trouble('version', understands === false ? 'bad' : 'warning', says, advice);
}

/** Whether the clock is right: at a hub by the calendar, at a terminal by the hub. */
export function checkClock({ now, differenceMs }: ClockFacts, role: MachineRole): Finding | null {
  const advice = { vi: 'Đặt lại ngày giờ của máy', en: 'Set date and time of the machine' };
  if (role === 'hub') {
    const date = new Date(now).toISOString().slice(0, 10).split('-').toReversed().join('/');
    const says = { vi: `hôm nay là ${date}`, en: `today is ${date}` };
    return now < clockFloorMs ? trouble('clock', 'bad', says, advice) : fine('clock', says);
  }
  if (differenceMs === null) return null;
  const seconds = Math.round(Math.abs(differenceMs) / 1000);
  const says = { vi: `lệch máy chủ ${seconds} giây`, en: `${seconds} seconds off the hub` };
  return Math.abs(differenceMs) > clockWarningMs
    ? trouble('clock', 'warning', says, advice)
    : fine('clock', says);
}

/** Whether commands wait; `isLinked` is false while that is to be expected. */
export function checkOutbox({ state, waiting }: OutboxFacts, isLinked: boolean): Finding {
  if (state === 'unreadable') {
    return trouble(
      'outbox',
      'bad',
      { vi: 'không đọc được yêu cầu đã giữ', en: 'the kept requests cannot be read' },
      {
        vi: 'Xuất nhật ký cho bộ phận hỗ trợ trước khi ghép nối lại',
        en: 'Export the log for support, then pair again',
      },
    );
  }
  const says = { vi: `${waiting} yêu cầu chờ gửi`, en: `${waiting} requests wait` };
  if (waiting === 0 || !isLinked) return fine('outbox', says);
  const advice = {
    vi: 'Chờ vài giây; nếu còn, khởi động lại chương trình',
    en: 'Wait a little, then restart the program',
  };
  return trouble('outbox', 'warning', says, advice);
}

/** Whether all papers are here. */
export function checkPack({ held, total }: PackFacts): Finding {
  const says = { vi: `có ${held} trên ${total} tài liệu`, en: `${held} of ${total} papers` };
  if (held >= total) return fine('pack', says);
  return trouble('pack', 'warning', says, {
    vi: 'Để máy nối mạng cho đến khi nhận đủ',
    en: 'Keep it on the network until all are here',
  });
}

/** Whether something went wrong lately. */
export function checkLastError(facts: LastErrorFacts | null): Finding {
  if (facts === null || facts.agoMs > recentErrorMs)
    return fine('last-error', { vi: 'không có trong một giờ qua', en: 'none within the hour' });
  const minutes = Math.round(facts.agoMs / 60_000);
  return trouble(
    'last-error',
    'warning',
    { vi: `${facts.event}, ${minutes} phút trước`, en: `${facts.event}, ${minutes} minutes ago` },
    { vi: 'Xuất nhật ký nếu lặp lại', en: 'Export the log if it comes again' },
  );
}

import type {
  BackupFacts,
  CertificateFacts,
  DataFacts,
  KeyringFacts,
  PortFacts,
  ToolFacts,
  VaultFacts,
} from './facts.ts';
import { fine, trouble, type Finding } from './finding.ts';

/** A planned backup that is older than this is missing: one day and a half. */
export const oldBackupMs = 36 * 3_600_000;

/** Whether keys are sealed by the system. */
export function checkKeyring({ state }: KeyringFacts): Finding {
  if (state === 'present')
    return fine('keyring', { vi: 'khóa được hệ thống niêm phong', en: 'keys are sealed by the system' });
  if (state === 'locked') {
    return trouble(
      'keyring',
      'bad',
      {
        vi: 'kho khóa không mở được dữ liệu đã niêm phong',
        en: 'the keyring does not open what it has sealed',
      },
      {
        vi: 'Đăng nhập đúng tài khoản Windows/Linux đã cài đặt; nếu không được, ghép nối lại',
        en: 'Log on with the account it was set up with; else pair again',
      },
    );
  }
  return trouble(
    'keyring',
    'warning',
    { vi: 'máy không có kho khóa; khóa nằm trong tệp', en: 'there is no keyring; the key lies in a file' },
    {
      vi: 'Cài gnome-keyring hoặc KWallet và bật mã hóa đĩa',
      en: 'Install gnome-keyring or KWallet, and encrypt the disk',
    },
  );
}

/** Whether the papers that are kept can be read. */
export function checkVault({ state, blobs, damaged }: VaultFacts): Finding {
  if (state === 'unreadable' || damaged > 0) {
    const says = {
      vi: state === 'unreadable' ? 'không mở được kho tài liệu' : `${damaged} trên ${blobs} tệp bị hỏng`,
      en: state === 'unreadable' ? 'the vault cannot be opened' : `${damaged} of ${blobs} files are damaged`,
    };
    const advice = {
      vi: 'Nối mạng để tải lại; nếu còn, kiểm tra đĩa',
      en: 'Link it to the hub to fetch them again; else check the disk',
    };
    return trouble('vault', state === 'unreadable' ? 'bad' : 'warning', says, advice);
  }
  return fine('vault', { vi: `${blobs} tệp, đọc được`, en: `${blobs} files, readable` });
}

/** Whether the data of a room are whole. */
export function checkData(facts: DataFacts): Finding {
  switch (facts.state) {
    case 'whole':
      return fine('data', {
        vi: `toàn vẹn, ${facts.entries} bản ghi`,
        en: `whole, ${facts.entries} entries`,
      });
    case 'in-use':
      if (facts.isReadOnly !== true)
        return fine('data', { vi: 'máy chủ đang chạy', en: 'the hub is running' });
      return trouble(
        'data',
        'bad',
        { vi: 'máy chủ đang chạy nhưng không ghi được', en: 'the hub is running but cannot write' },
        { vi: 'Giải phóng chỗ trên đĩa', en: 'Make room on the disk' },
      );
    case 'absent':
      return trouble(
        'data',
        'bad',
        { vi: 'chưa có phòng họp trong thư mục này', en: 'there is no room in this folder' },
        { vi: 'Tạo phòng: nghisu-hub make-room', en: 'Make one: nghisu-hub make-room' },
      );
    case 'damaged':
      return trouble(
        'data',
        'bad',
        { vi: facts.detail, en: facts.detail },
        {
          vi: 'Khôi phục từ bản sao lưu: nghisu-hub restore',
          en: 'Restore a backup: nghisu-hub restore',
        },
      );
  }
}

/** Whether the room can let its terminals in. */
export function checkCertificates({ state }: CertificateFacts): Finding {
  switch (state) {
    case 'good':
      return fine('certificates', { vi: 'đọc được, khóa khớp', en: 'readable, with its key' });
    case 'absent':
      return fine('certificates', {
        vi: 'chưa có; máy chủ tạo khi chạy lần đầu',
        en: 'none yet; the hub makes it when it first runs',
      });
    case 'damaged':
      return trouble(
        'certificates',
        'bad',
        { vi: 'tệp authority.pem bị hỏng', en: 'authority.pem is damaged' },
        {
          vi: 'Khôi phục tệp này từ bản sao lưu; nếu không có, phải ghép nối lại mọi máy',
          en: 'Restore it from a backup; without one every terminal has to be paired again',
        },
      );
  }
}

/** Whether the ports of a hub can be used. */
export function checkPorts(ports: PortFacts): Finding {
  const hindered = ports.filter(({ state }) => state === 'taken' || state === 'forbidden');
  const name = (list: PortFacts): string =>
    list.map(({ port, setting }) => `${port} (${setting})`).join(', ');
  if (hindered.length === 0) return fine('ports', { vi: name(ports), en: name(ports) });
  return trouble(
    'ports',
    'bad',
    {
      vi: `không dùng được: ${name(hindered)}`,
      en: `cannot be used: ${name(hindered)}`,
    },
    {
      vi: 'Dừng chương trình đang dùng cổng đó hoặc đổi cổng trong cài đặt',
      en: 'Stop the program that uses it, or set another port',
    },
  );
}

/** What can be taken besides PDF and pictures. */
export function checkTools({ office, scans }: ToolFacts): readonly Finding[] {
  return [
    office
      ? fine('office', { vi: 'có', en: 'found' })
      : trouble(
          'office',
          'warning',
          { vi: 'không có: chỉ nhận PDF và ảnh', en: 'missing: only PDF and pictures are taken' },
          { vi: 'Cài LibreOffice (hai gói Writer và Calc là đủ)', en: 'Install LibreOffice' },
        ),
    scans
      ? fine('scans', { vi: 'Tesseract tiếng Việt: có', en: 'Tesseract with Vietnamese: found' })
      : trouble(
          'scans',
          'warning',
          { vi: 'không đọc được chữ trong bản quét', en: 'words of scans cannot be read' },
          {
            vi: 'Cài Tesseract với gói tiếng Việt và poppler-utils',
            en: 'Install Tesseract with Vietnamese, and poppler-utils',
          },
        ),
  ];
}

/** Whether the room can be had back after a fire. */
export function checkBackup({ isPlanned, newestAgoMs, isWritable }: BackupFacts): Finding {
  if (isWritable === false) {
    return trouble(
      'backup',
      'bad',
      { vi: 'không ghi được vào thư mục sao lưu', en: 'the backup folder cannot be written' },
      { vi: 'Kiểm tra đĩa và quyền của thư mục', en: 'Check the disk and the rights of the folder' },
    );
  }
  const days = newestAgoMs === null ? null : Math.floor(newestAgoMs / 86_400_000);
  const says =
    days === null
      ? { vi: 'chưa có bản sao lưu', en: 'there is no backup yet' }
      : { vi: `bản mới nhất ${days} ngày trước`, en: `the newest is ${days} days old` };
  const isOld = newestAgoMs === null || (isPlanned && newestAgoMs > oldBackupMs);
  if (!isOld) return fine('backup', says);
  return trouble('backup', 'warning', says, {
    vi: isPlanned ? 'Sao lưu ngay: nghisu-hub backup' : 'Đặt lịch sao lưu ("hub.backup.times")',
    en: isPlanned ? 'Back up now: nghisu-hub backup' : 'Plan backups ("hub.backup.times")',
  });
}

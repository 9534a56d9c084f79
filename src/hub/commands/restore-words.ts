import type { RestoreFacts } from '../backup/restore-backup.ts';
import { programName } from './program-name.ts';

/** "23/11/2026 08:30" by this machine's clock. */
export function inTime(moment: number): string {
  const date = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

export function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1).replace('.', ',')} MB`;
}

/** What a restored room has, what it has not, and what is to be done next. */
export function restoredInWords(facts: RestoreFacts, data: string): readonly string[] {
  const { madeAt, seq, documents, epoch, damaged, lacking, extra } = facts;
  return [
    `Đã khôi phục phòng họp đến ${inTime(madeAt)} (bản ghi số ${seq}, ${documents} tài liệu), kỷ nguyên ${epoch}.`,
    `The room is restored as of ${inTime(madeAt)} (entry ${seq}, ${documents} documents), epoch ${epoch}.`,
    '',
    'CHƯA CÓ những gì xảy ra sau thời điểm đó:',
    '  - Phiếu, ghi chú, đăng ký phát biểu: các máy đại biểu tự gửi lại khi nối vào (mỗi máy giữ 500 lệnh gần nhất).',
    '  - Tài liệu tải lên sau đó: thư ký tải lại. Biên bản viết sau đó trên bàn thư ký: kiểm tra lại.',
    '  - Máy ghép nối sau đó: ghép nối lại. Máy bị thu hồi, PIN và mật khẩu đổi sau đó: THU HỒI, ĐỔI LẠI NGAY.',
    'Not in it: what happened after that moment. Terminals send their last 500 commands again by themselves; papers',
    'uploaded since are uploaded again; terminals paired since are paired again; REVOKE AGAIN what was revoked since.',
    ...(damaged.length === 0
      ? []
      : [`Không khôi phục được ${damaged.length} tài liệu hỏng: / damaged documents: ${damaged.join(', ')}`]),
    ...(lacking === 0
      ? []
      : [`Máy chủ cũ đã thiếu ${lacking} tài liệu. / The old hub lacked ${lacking} documents.`]),
    ...(extra.length === 0
      ? []
      : [`Tệp lạ trong bản sao lưu, không đọc: / stray files, not read: ${extra.join(', ')}`]),
    '',
    `Chạy / start it: ${programName} --data ${data}`,
    'Máy chủ cũ nếu còn chạy sẽ tự ngừng nhận lệnh khi máy đại biểu báo kỷ nguyên mới; hãy tắt hẳn nó.',
  ];
}

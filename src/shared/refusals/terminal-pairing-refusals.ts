import type { Refusals } from './refusal.ts';

/** Why a machine does not come into a room, as the machine itself finds out. */
export const terminalPairingRefusals = {
  'terminal/hub-away': {
    kind: 'refusal',
    vi: 'Không gặp được máy chủ phòng họp ở địa chỉ này. Hãy kiểm tra dây mạng, và cửa sổ ghép máy đã được mở ở màn hình quản trị chưa.',
    en: 'No room server answers at this address. Check the network cable, and whether the pairing window is open at the administration page.',
  },
  'terminal/not-a-hub': {
    kind: 'refusal',
    vi: 'Máy ở địa chỉ này không phải là máy chủ phòng họp.',
    en: 'What answers at this address is not a room server.',
  },
  'terminal/bad-address': {
    kind: 'refusal',
    vi: 'Địa chỉ không đúng. Ví dụ: 192.168.1.10 hoặc 192.168.1.10:4871.',
    en: 'This is not an address. Examples: 192.168.1.10 or 192.168.1.10:4871.',
  },
  'terminal/hub-changed': {
    kind: 'refusal',
    vi: 'Máy chủ đã đổi danh tính giữa chừng. Việc ghép máy đã dừng; hãy báo cán bộ CNTT trước khi thử lại.',
    en: 'The server changed its identity half way. Pairing has stopped; tell IT before trying again.',
  },
  'terminal/refused': {
    kind: 'refusal',
    vi: 'Cán bộ CNTT đã từ chối máy này ở màn hình quản trị.',
    en: 'IT has refused this machine at the administration page.',
  },
  'terminal/expired': {
    kind: 'refusal',
    vi: 'Đã hết thời gian ghép máy mà chưa ai xác nhận. Hãy mở lại cửa sổ ghép máy rồi thử lại.',
    en: 'The time for pairing is over and nobody has confirmed. Open the pairing window again and try once more.',
  },
  'terminal/ticket-damaged': {
    kind: 'refusal',
    vi: 'Tệp phiếu ghép máy bị hỏng hoặc bị cắt giữa chừng. Hãy tải lại phiếu từ màn hình quản trị.',
    en: 'The file of the pairing ticket is damaged or cut off. Download the ticket again from the administration page.',
  },
  'terminal/ticket-of-another-room': {
    kind: 'refusal',
    vi: 'Phiếu ghép máy này là của phòng họp khác với máy chủ đang trả lời. Máy chưa gửi gì đi.',
    en: 'This pairing ticket is of another room than the server that answers. Nothing has been sent.',
  },
  'terminal/not-kept': {
    kind: 'refusal',
    vi: 'Không ghi được kết quả ghép máy lên ổ đĩa. Máy chưa được ghép; hãy kiểm tra ổ đĩa rồi thử lại.',
    en: 'The pairing could not be written to the disk. The machine is not paired; check the disk and try again.',
  },
  'terminal/pairing-damaged': {
    kind: 'refusal',
    vi: 'Tệp ghép máy trên máy này bị hỏng. Hãy ghép lại máy với phòng họp.',
    en: 'The pairing kept on this machine is damaged. Pair the machine with the room again.',
  },
} as const satisfies Refusals;

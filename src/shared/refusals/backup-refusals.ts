import type { Refusals } from './refusal.ts';

/** Backups of a room, and restoring one. */
export const backupRefusals = {
  'backup/no-recovery-key': {
    kind: 'refusal',
    vi: 'Phòng chưa có khóa khôi phục nên chưa sao lưu được. Hãy lập khóa khôi phục và in ra cất giữ.',
    en: 'The room has no recovery key, so nothing can be backed up. Make a recovery key and print it.',
  },
  'backup/has-recovery-key': {
    kind: 'refusal',
    vi: 'Phòng đã có khóa khôi phục; bản in đang được cất giữ vẫn còn hiệu lực.',
    en: 'The room has a recovery key already; the printed one is still in force.',
  },
  'backup/running': {
    kind: 'refusal',
    vi: 'Đang có một lần sao lưu hoặc kiểm tra chạy. Hãy chờ xong.',
    en: 'A backup or a check is running already. Wait for it.',
  },
  'backup/no-folder': {
    kind: 'refusal',
    vi: 'Chưa đặt thư mục sao lưu. Hãy chọn thư mục trên ổ đĩa khác hoặc thư mục mạng.',
    en: 'No backup folder has been set. Choose one on another disk or a network share.',
  },
  'backup/folder-missing': {
    kind: 'refusal',
    vi: 'Không thấy thư mục sao lưu. Hãy kiểm tra ổ đĩa hoặc thư mục mạng đã được gắn chưa.',
    en: 'The backup folder is not there. Check that its disk or network share is mounted.',
  },
  'backup/folder-unmounted': {
    kind: 'refusal',
    vi: 'Thư mục sao lưu không còn các bản sao trước đây. Có lẽ ổ đĩa chưa được gắn hoặc đã bị thay; chưa ghi gì vào đó.',
    en: 'The backup folder no longer has the earlier backups. Its disk may not be mounted or has been changed; nothing was written.',
  },
  'backup/folder-read-only': {
    kind: 'refusal',
    vi: 'Không ghi được vào thư mục sao lưu. Hãy kiểm tra quyền ghi của tài khoản chạy máy chủ.',
    en: 'The backup folder cannot be written. Check the permissions of the account that runs the room server.',
  },
  'backup/folder-in-data': {
    kind: 'refusal',
    vi: 'Thư mục sao lưu không được nằm trong thư mục dữ liệu, và ngược lại. Hãy chọn ổ đĩa khác.',
    en: 'The backup folder must not be inside the data folder, nor the other way round. Choose another disk.',
  },
  'backup/folder-failed': {
    kind: 'refusal',
    vi: 'Ổ đĩa sao lưu báo lỗi khi đang ghi. Bản dở dang đã bỏ; các bản trước còn nguyên.',
    en: 'The backup disk failed while it was written. The unfinished backup was dropped; earlier ones are untouched.',
  },
  'backup/no-space': {
    kind: 'refusal',
    vi: 'Không đủ chỗ trống để sao lưu. Các bản trước còn nguyên; hãy dọn ổ đĩa sao lưu hoặc giảm số bản giữ lại.',
    en: 'There is not enough free space for the backup. Earlier ones are untouched; clear the disk or keep fewer.',
  },
  'backup/no-space-at-hub': {
    kind: 'refusal',
    vi: 'Ổ đĩa của máy chủ không đủ chỗ để chép nhật ký trước khi mã hóa.',
    en: 'The room server’s own disk has no room for the copy of the log that is then encrypted.',
  },
  'backup/source-damaged': {
    kind: 'refusal',
    vi: 'Dữ liệu của máy chủ không qua được kiểm tra nên không sao lưu. Hãy giữ nguyên các bản trước và báo bộ phận kỹ thuật.',
    en: 'The room server’s data did not pass its check and was not backed up. Keep the earlier backups and call support.',
  },
  'backup/not-verified': {
    kind: 'refusal',
    vi: 'Bản sao lưu vừa ghi đọc lại không đúng nên đã bỏ. Ổ đĩa sao lưu có thể bị hỏng; các bản trước còn nguyên.',
    en: 'The backup read back differently than it was written and was dropped. The disk may be failing; earlier ones are untouched.',
  },
  'backup/not-found': {
    kind: 'refusal',
    vi: 'Không thấy bản sao lưu này.',
    en: 'There is no such backup.',
  },
  'backup/key-malformed': {
    kind: 'refusal',
    vi: 'Khóa khôi phục gõ chưa đúng. Khóa có sáu nhóm, mỗi nhóm năm ký tự.',
    en: 'The recovery key is mistyped. It has six groups of five characters.',
  },
  'backup/wrong-key': {
    kind: 'refusal',
    vi: 'Khóa khôi phục này không phải của bản sao lưu. Hãy tìm phong bì của đúng phòng họp và đúng lần lập khóa.',
    en: 'This recovery key is not the one of the backup. Find the envelope of this room and of this key.',
  },
  'backup/contents-damaged': {
    kind: 'refusal',
    vi: 'Bảng kê của bản sao lưu bị thiếu, bị hỏng hoặc bị sửa nên không dùng được. Hãy dùng bản khác.',
    en: 'The list of contents of this backup is missing, damaged or altered. Use another backup.',
  },
  'backup/newer': {
    kind: 'refusal',
    vi: 'Bản sao lưu do phiên bản mới hơn tạo ra. Hãy cập nhật phần mềm rồi khôi phục.',
    en: 'The backup was made by a newer version. Update the program first.',
  },
  'backup/damaged': {
    kind: 'refusal',
    vi: 'Bản sao lưu bị hỏng hoặc thiếu tệp. Chưa ghi gì; hãy dùng bản khác.',
    en: 'The backup is damaged or lacks files. Nothing was written; use another one.',
  },
  'backup/documents-damaged': {
    kind: 'refusal',
    vi: 'Bản sao lưu thiếu hoặc hỏng tài liệu. Chưa ghi gì; hãy dùng bản khác, hoặc thêm --without-damaged-documents để khôi phục phần còn lại.',
    en: 'Documents of the backup are missing or damaged. Nothing was written; use another one, or add --without-damaged-documents to restore the rest.',
  },
  'backup/data-not-empty': {
    kind: 'refusal',
    vi: 'Thư mục dữ liệu đã có dữ liệu hoặc đang được dùng. Hãy chọn một thư mục mới, trống.',
    en: 'The data folder has data in it or is in use. Choose a new, empty folder.',
  },
  'backup/data-read-only': {
    kind: 'refusal',
    vi: 'Không ghi được vào thư mục dữ liệu mới. Hãy kiểm tra quyền ghi.',
    en: 'The new data folder cannot be written. Check permissions.',
  },
  'backup/no-space-to-restore': {
    kind: 'refusal',
    vi: 'Ổ đĩa không đủ chỗ trống để khôi phục. Chưa giữ lại gì; hãy dọn ổ đĩa hoặc chọn ổ khác.',
    en: 'The disk has no room for what is to be restored. Nothing was kept; clear it or choose another one.',
  },
} as const satisfies Refusals;

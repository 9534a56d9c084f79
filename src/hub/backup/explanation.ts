/** A page beside the backups, for whoever finds the disk years later. */
export const explanation = {
  file: 'DOC-TRUOC.txt',
  text: `BẢN SAO LƯU PHÒNG HỌP KHÔNG GIẤY (Nghị Sự)

Mọi tệp .age ở đây đã được mã hóa. Chỉ khóa khôi phục in trong phong bì niêm phong của phòng họp mới mở được;
nhà cung cấp phần mềm không mở được.

Khôi phục: cài máy chủ Nghị Sự trên một máy, rồi chạy
    nghisu-hub restore <thư mục này> --data <thư mục mới, trống>
và gõ khóa khôi phục. Lệnh kiểm tra mọi tệp trước khi ghi.

Không xóa, đổi tên hay sửa từng tệp: các bản trong "backups" dùng chung tài liệu trong "objects".

--
Backups of a Nghị Sự meeting room. Every .age file is encrypted (age-encryption.org); only the printed recovery key of
the room opens them. To restore: nghisu-hub restore <this folder> --data <new empty folder>.
`,
} as const;

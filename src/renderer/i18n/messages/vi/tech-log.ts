/** The hub's log for IT. */
export const techLog = {
  title: 'Nhật ký kỹ thuật',
  about:
    'Những dòng cuối từ khi máy chủ chạy. Nhật ký không có tên người, nội dung tài liệu, mã PIN hay lá phiếu.',
  show: 'Hiện',
  shown: { all: 'Tất cả', trouble: 'Lỗi và cảnh báo', admin: 'Việc quản trị' },
  find: 'Tìm trong nhật ký',
  download: 'Tải về cho bộ phận hỗ trợ',
  columns: { time: 'Lúc', level: 'Mức', event: 'Việc', detail: 'Chi tiết' },
  levels: { info: 'Thông tin', warn: 'Cảnh báo', error: 'Lỗi' },
  none: 'Không có dòng nào như vậy.',
  count: (shown: number, all: number) => `${shown} trên ${all} dòng, mới nhất ở trên`,
};

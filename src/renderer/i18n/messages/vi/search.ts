/** Search in the whole pack. */
export const search = {
  title: 'Tìm trong tài liệu',
  short: 'Tìm',
  field: 'Từ cần tìm',
  hint: 'Gõ có dấu hoặc không dấu, ví dụ: nghi quyet',
  clear: 'Xóa từ đã gõ',
  preparing: (ready: number, total: number) =>
    `Đang chuẩn bị: tìm được trong ${ready}/${total} tài liệu, các tài liệu còn lại sẽ có ngay.`,
  start: 'Tìm trong mọi tài liệu của cuộc họp',
  startDetail: 'Gõ từ hai chữ trở lên. Tìm ngay trên máy này, không cần kết nối.',
  nothing: (query: string) => `Không thấy “${query}”`,
  nothingDetail: 'Thử ít chữ hơn, hoặc gõ không dấu.',
  noDocuments: 'Chưa có tài liệu để tìm',
  found: (places: number, documents: number) => `${places} chỗ trong ${documents} tài liệu`,
  places: (count: number) => `${count} chỗ`,
  page: (page: number) => `Trang ${page}`,
  more: (count: number) => `Hiện thêm ${count} chỗ`,
  beyond: (count: number) => `Còn ${count} chỗ nữa. Gõ thêm chữ để tìm hẹp hơn.`,
  notSearchable: 'Không tìm kiếm được',
  notSearchableDetail: 'Bản quét không có chữ',
  notHere: 'Đang tải về máy này',
};

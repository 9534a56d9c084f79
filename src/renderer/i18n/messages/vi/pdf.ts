/** The view of a document: its pages and the tools beneath them. */
export const pdf = {
  tools: 'Công cụ đọc tài liệu',
  previousPage: 'Trang trước',
  nextPage: 'Trang sau',
  pageNumber: 'Số trang',
  ofPages: (total: number) => `/ ${total}`,
  page: (page: number, total: number) => `Trang ${page} trên ${total}`,
  zoomOut: 'Thu nhỏ',
  zoomIn: 'Phóng to',
  fitWidth: 'Vừa chiều ngang',
  fitPage: 'Vừa cả trang',
  opening: 'Đang mở tài liệu',
  refetching: 'Đang tải lại',
  refetchingDetail: 'Trang sẽ tự hiện khi đã tải đủ và kiểm tra xong. Đồng chí không cần làm gì thêm.',
  notShown: 'Máy này không hiển thị được tài liệu',
  notShownDetail: 'Tài liệu vẫn được giữ nguyên vẹn. Xin báo thư ký cuộc họp.',
};

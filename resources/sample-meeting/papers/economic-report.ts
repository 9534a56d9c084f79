import { centred, type Block, type Row } from '../typeset/blocks.ts';
import { barChart, lineChart } from '../typeset/charts.ts';
import { signature, stateHead, stateTitle } from '../typeset/letterhead.ts';
import { readProse } from '../typeset/prose.ts';
import { figuresOf, print } from './figures.ts';
import { paperOf, proseOf, type NamedPaper } from './paper-of.ts';
import { communes } from './sectors.ts';
import { numbered, simpleTable } from './simple-table.ts';

/** 1.1: the report on nine months of economy and society, by the provincial People's Committee. */
export function economicReport(): NamedPaper {
  const facts = {
    file: '1-1-bao-cao-kinh-te-xa-hoi',
    title: 'Báo cáo tình hình kinh tế – xã hội 9 tháng đầu năm, nhiệm vụ trọng tâm 3 tháng cuối năm 2026',
    author: 'Ủy ban nhân dân tỉnh An Phú',
    day: '2026-09-29',
    pageCount: 24,
    leading: 24,
  };
  return paperOf(facts, [
    stateHead({
      above: 'ỦY BAN NHÂN DÂN',
      issuer: ['TỈNH AN PHÚ'],
      number: 'Số: 412/BC-UBND',
      placeAndDate: 'An Phú, ngày 29 tháng 9 năm 2026',
    }),
    ...stateTitle('BÁO CÁO', [
      'Tình hình kinh tế - xã hội 9 tháng đầu năm,',
      'nhiệm vụ trọng tâm 3 tháng cuối năm 2026',
    ]),
    ...readProse(proseOf(facts.file), {
      growth: [growth],
      revenue: titled('Bảng 1. Thu ngân sách nhà nước trên địa bàn 9 tháng năm 2026', revenue),
      investment: [
        disbursement,
        ...titled('Bảng 2. Giải ngân vốn đầu tư công theo chủ đầu tư đến ngày 25/9/2026', investors),
      ],
      indicators: [
        ...titled('Bảng 3. Kết quả thực hiện các chỉ tiêu chủ yếu', indicators),
        ...titled('Bảng 4. Tiến độ các công trình, dự án trọng điểm', works),
        ...titled('Bảng 5. Tình hình thực hiện một số nhiệm vụ Ban Thường vụ Tỉnh ủy giao', assigned),
      ],
      scenario: titled('Bảng 7. Kịch bản tăng trưởng quý IV và cả năm 2026 (%)', scenario),
      exports: [exports],
      communes: titled('Bảng 6. Một số chỉ tiêu 9 tháng của các xã, phường', communeTable()),
      signature: [signed],
    }),
  ]);
}

function titled(title: string, table: Block): Block[] {
  return [centred(title, { size: 13, before: 8, after: 4 }), table];
}

const signed = signature('state', {
  recipients: [
    'Ban Thường vụ Tỉnh ủy (để báo cáo)',
    'Thường trực Tỉnh ủy, Thường trực HĐND tỉnh',
    'Chủ tịch, các Phó Chủ tịch UBND tỉnh',
    'Văn phòng Tỉnh ủy',
    'Các sở, ban, ngành; UBND các xã, phường',
    'Lưu: VT, TH',
  ],
  authority: ['TM. ỦY BAN NHÂN DÂN'],
  office: ['CHỦ TỊCH'],
  name: 'Nguyễn Đức Thắng',
});

const growth = barChart({
  title: 'Biểu đồ 1. Tốc độ tăng GRDP 9 tháng theo khu vực, giai đoạn 2024 - 2026',
  unit: '%',
  groups: ['Toàn tỉnh', 'Công nghiệp - xây dựng', 'Dịch vụ', 'Nông, lâm, thủy sản'],
  series: [
    { name: '9 tháng 2026', values: [8.74, 11.23, 8.05, 3.61] },
    { name: '9 tháng 2025', values: [8.12, 10.31, 7.64, 3.42] },
    { name: '9 tháng 2024', values: [7.35, 9.18, 7.11, 3.27] },
  ],
  most: 12,
  step: 2,
});

const exports = barChart({
  title: 'Biểu đồ 2. Kim ngạch xuất khẩu theo quý',
  unit: 'triệu USD',
  groups: ['Quý I', 'Quý II', 'Quý III'],
  series: [
    { name: 'Năm 2026', values: [1436, 1618, 1806] },
    { name: 'Năm 2025', values: [1278, 1409, 1528] },
  ],
  most: 2000,
  step: 500,
});

const disbursement = lineChart({
  title: 'Biểu đồ 3. Lũy kế giải ngân vốn đầu tư công theo tháng',
  unit: '% kế hoạch',
  groups: ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'],
  series: [
    { name: 'Năm 2026', values: [2.1, 5.8, 12.4, 19.3, 27.5, 37.2, 45.1, 53.6, 61.9] },
    { name: 'Năm 2025', values: [1.8, 4.9, 10.2, 16.8, 23.9, 33, 41.3, 49.2, 57.6] },
  ],
  most: 80,
  step: 20,
});

const revenue = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Khoản thu', 4.6, 'l'],
    ['Dự toán (tỷ đồng)', 1.6, 'r'],
    ['Thực hiện (tỷ đồng)', 1.7, 'r'],
    ['Đạt (%)', 1.1, 'r'],
    ['So cùng kỳ (%)', 1.3, 'r'],
  ],
  [
    ['I. THU NỘI ĐỊA'],
    ...numbered([
      ['Doanh nghiệp nhà nước trung ương', '1.420', '1.187', '83,6', '108,2'],
      ['Doanh nghiệp nhà nước địa phương', '185', '151', '81,6', '103,4'],
      ['Doanh nghiệp có vốn đầu tư nước ngoài', '2.360', '2.106', '89,2', '119,7'],
      ['Khu vực ngoài quốc doanh', '3.240', '2.762', '85,2', '112,5'],
      ['Thuế thu nhập cá nhân', '1.310', '1.146', '87,5', '116,1'],
      ['Lệ phí trước bạ', '640', '498', '77,8', '107,9'],
      ['Thuế bảo vệ môi trường', '1.080', '842', '78,0', '101,6'],
      ['Phí, lệ phí', '395', '327', '82,8', '106,4'],
      ['Tiền sử dụng đất', '3.500', '2.041', '58,3', '84,2'],
      ['Tiền thuê đất, mặt nước', '410', '376', '91,7', '122,8'],
      ['Cấp quyền khai thác khoáng sản', '160', '118', '73,8', '96,0'],
      ['Xổ số kiến thiết', '48', '39', '81,3', '105,1'],
      ['Thu khác ngân sách', '420', '1.292', '307,6', '168,4'],
    ]),
    ['II. THU TỪ HOẠT ĐỘNG XUẤT NHẬP KHẨU'],
    ...numbered(
      [
        ['Thuế giá trị gia tăng hàng nhập khẩu', '1.620', '1.128', '69,6', '109,3'],
        ['Thuế nhập khẩu', '610', '281', '46,1', '98,7'],
        ['Thuế xuất khẩu, thuế khác', '198', '82', '41,4', '101,2'],
      ],
      14,
    ),
    ['', 'TỔNG CỘNG', '17.596', '14.376', '81,7', '110,9'],
  ],
);

const investors = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Chủ đầu tư', 5, 'l'],
    ['Kế hoạch (tỷ đồng)', 1.6, 'r'],
    ['Giải ngân (tỷ đồng)', 1.6, 'r'],
    ['Tỷ lệ (%)', 1.2, 'r'],
  ],
  numbered([
    ['Ban Quản lý dự án công trình giao thông', '2.140', '1.498', '70,0'],
    ['Ban Quản lý dự án dân dụng và công nghiệp', '1.085', '742', '68,4'],
    ['Ban Quản lý dự án nông nghiệp và phát triển nông thôn', '866', '498', '57,5'],
    ['Ban Quản lý các khu công nghiệp', '412', '331', '80,3'],
    ['Sở Y tế', '386', '148', '38,3'],
    ['Sở Giáo dục và Đào tạo', '520', '318', '61,2'],
    ['Sở Khoa học và Công nghệ', '164', '101', '61,6'],
    ['Công an tỉnh', '128', '104', '81,3'],
    ['Bộ Chỉ huy Quân sự tỉnh', '116', '94', '81,0'],
    ['Trường Đại học An Phú', '92', '34', '37,0'],
    ['Ủy ban nhân dân các phường (12 đơn vị)', '684', '421', '61,5'],
    ['Ủy ban nhân dân các xã (82 đơn vị)', '1.046', '439', '42,0'],
    ['Cộng', '7.639', '4.728', '61,9'],
  ]),
);

const indicators = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Chỉ tiêu', 4.6, 'l'],
    ['Đơn vị', 1.3, 'c'],
    ['Kế hoạch 2026', 1.5, 'r'],
    ['9 tháng', 1.3, 'r'],
    ['Dự báo', 1.5, 'c'],
  ],
  numbered([
    ['Tốc độ tăng GRDP', '%', '9,2', '8,74', 'Phấn đấu'],
    ['GRDP bình quân đầu người', 'triệu đồng', '92,5', '-', 'Đạt'],
    ['Thu ngân sách trên địa bàn', 'tỷ đồng', '17.596', '14.376', 'Vượt'],
    ['Tổng vốn đầu tư toàn xã hội', 'tỷ đồng', '54.000', '38.450', 'Đạt'],
    ['Kim ngạch xuất khẩu', 'tỷ USD', '6,2', '4,86', 'Vượt'],
    ['Tổng mức bán lẻ, doanh thu dịch vụ', 'tỷ đồng', '78.500', '58.920', 'Đạt'],
    ['Khách du lịch', 'triệu lượt', '6,3', '5,42', 'Vượt'],
    ['Sản lượng lương thực có hạt', 'nghìn tấn', '486', '412,6', 'Đạt'],
    ['Tỷ lệ che phủ rừng', '%', '51,2', '51,2', 'Đạt'],
    ['Xã đạt chuẩn nông thôn mới', 'xã', '64', '61', 'Đạt'],
    ['Tỷ lệ đô thị hóa', '%', '34,5', '33,8', 'Phấn đấu'],
    ['Kinh tế số trong GRDP', '%', '13,5', '-', 'Đạt'],
    ['Hồ sơ trực tuyến toàn trình', '%', '70', '68,4', 'Vượt'],
    ['Lao động qua đào tạo', '%', '74', '73,1', 'Đạt'],
    ['Giải quyết việc làm', 'người', '22.000', '18.900', 'Đạt'],
    ['Tỷ lệ hộ nghèo', '%', '2,9', '3,05', 'Phấn đấu'],
    ['Bao phủ bảo hiểm y tế', '%', '96', '95,7', 'Đạt'],
    ['Bác sĩ trên một vạn dân', 'bác sĩ', '13,2', '13,0', 'Đạt'],
    ['Trường đạt chuẩn quốc gia', '%', '84', '83,1', 'Đạt'],
    ['Thu gom rác thải đô thị', '%', '96', '96,2', 'Vượt'],
    ['Dân số nông thôn dùng nước sạch', '%', '72', '70,6', 'Đạt'],
    ['Điều tra, khám phá án', '%', '85', '88,4', 'Vượt'],
  ]),
);

const workLines = [
  ['Cầu Bến Đá và đường dẫn', '1.286', 'Thi công 8/14 trụ; vướng mặt bằng 37 hộ bờ Bắc', '18,4'],
  [
    'Đường nối cao tốc - khu công nghiệp Phú Xuân',
    '968',
    'Hoàn thành nền 6,2 km; đang thảm nhựa đoạn 1',
    '46,0',
  ],
  ['Nâng cấp tỉnh lộ 315', '742', 'Thông xe kỹ thuật 21/34 km', '71,3'],
  [
    'Bệnh viện Sản - Nhi (giai đoạn 2)',
    '655',
    'Xong kết cấu; chậm lắp đặt thiết bị do điều chỉnh danh mục',
    '38,0',
  ],
  ['Trường nội trú liên cấp Thượng Cửu', '214', 'Khởi công tháng 8/2026', '22,5'],
  ['Trường nội trú liên cấp Thu Cúc Thượng', '198', 'Khởi công tháng 8/2026', '19,8'],
  ['Trường nội trú liên cấp Kim Thượng', '206', 'Khởi công tháng 9/2026', '9,6'],
  ['Kè chống sạt lở bờ tả sông Đà Giang', '320', 'Hoàn thành 4,8/7,5 km', '64,1'],
  ['Hồ chứa nước Ngòi Lạt', '486', 'Đắp đập chính đến cao trình +58', '52,7'],
  [
    'Trung tâm dữ liệu tỉnh và trung tâm dự phòng',
    '275',
    'Đã bàn giao phòng máy; đang lắp đặt, kiểm thử',
    '58,9',
  ],
  [
    'Khu công nghệ số tập trung Hòa Phú',
    '410',
    'Hoàn thành quy hoạch 1/500; đang giải phóng mặt bằng',
    '12,3',
  ],
  ['Nhà máy xử lý rác Tân Hòa', '560', 'Nhà đầu tư hoàn thành 80% phần xây dựng', '-'],
  ['Khu tái định cư vùng sạt lở Lương Sơn', '126', 'Giao đất cho 84/120 hộ', '74,6'],
  ['Chỉnh trang hồ trung tâm phường An Bình', '148', 'Hoàn thành, đưa vào sử dụng tháng 8/2026', '96,2'],
  ['Hạ tầng cụm công nghiệp Đồng Lạc', '232', 'Hoàn thành giai đoạn 1', '81,5'],
  ['Nhà ở xã hội phường Nam Thành', '890', 'Hoàn thành 3/7 khối nhà', '-'],
] as const;

const works = {
  ...simpleTable(
    [
      ['TT', 0.7, 'c'],
      ['Công trình, dự án', 3.6, 'l'],
      ['Tổng mức (tỷ đồng)', 1.3, 'r'],
      ['Tiến độ', 4.2, 'l'],
      ['Giải ngân 2026 (%)', 1.3, 'r'],
    ],
    [],
  ),
  rows: workLines
    .map((line) => ['#', ...line])
    .map((cells, index): Row => (index < 9 ? { cells } : { cells, rank: 0 })),
};

const assignedLines = [
  [
    'Kết luận 118-KL/TU về kịch bản tăng trưởng',
    'Đã ban hành kịch bản từng quý; kiểm điểm hằng tháng',
    'Thường xuyên',
  ],
  [
    'Thông báo 402-TB/TU về giải phóng mặt bằng cầu Bến Đá',
    'Đã chi trả 176/213 hộ; còn 37 hộ chưa đồng thuận',
    'Chậm',
  ],
  ['Kết luận 121-KL/TU về xóa nhà tạm, nhà dột nát', 'Hoàn thành 3.842/3.842 nhà', 'Hoàn thành'],
  ['Thông báo 415-TB/TU về bố trí công chức cấp xã', 'Đã biệt phái 41/62 công chức', 'Đúng tiến độ'],
  ['Kết luận 126-KL/TU về trường nội trú liên cấp', 'Khởi công 3/5 trường', 'Đúng tiến độ'],
  [
    'Thông báo 421-TB/TU về phòng họp không giấy',
    'Vận hành tại 2 trụ sở cấp tỉnh và 11 xã, phường',
    'Vượt tiến độ',
  ],
  ['Kết luận 130-KL/TU về dự án chậm tiến độ', 'Thu hồi 8 dự án; đang xem xét 5 dự án', 'Đúng tiến độ'],
  ['Thông báo 428-TB/TU về di dời dân vùng sạt lở', 'Di dời 318 hộ; còn 120 hộ cấp bách', 'Chậm'],
  ['Kết luận 133-KL/TU về thu tiền sử dụng đất', 'Đấu giá 17/43 khu', 'Chậm'],
  ['Thông báo 433-TB/TU về bệnh án điện tử', 'Triển khai 9/14 bệnh viện', 'Đúng tiến độ'],
  ['Thông báo 436-TB/TU về xóa điểm lõm sóng', 'Hoàn thành thủ tục đất 15/37 vị trí', 'Đúng tiến độ'],
  ['Kết luận 135-KL/TU về chợ, trung tâm xã', 'Phê duyệt 12 đề án', 'Đúng tiến độ'],
  ['Thông báo 440-TB/TU về ô nhiễm môi trường', 'Xử lý dứt điểm 4/5 cơ sở', 'Đúng tiến độ'],
  ['Kết luận 137-KL/TU về giải quyết khiếu nại đông người', 'Giải quyết 6/8 vụ', 'Đúng tiến độ'],
] as const;

const assigned = {
  ...simpleTable(
    [
      ['TT', 0.7, 'c'],
      ['Nhiệm vụ được giao', 4, 'l'],
      ['Kết quả đến 25/9/2026', 4.2, 'l'],
      ['Đánh giá', 1.8, 'c'],
    ],
    [],
  ),
  rows: assignedLines
    .map((line) => ['#', ...line])
    .map((cells, index): Row => (index < 6 ? { cells } : { cells, rank: 0 })),
};

function communeTable(): Block {
  const figures = figuresOf(11);
  const lines = communes.map((name) => {
    const isWard = name.startsWith('Phường');
    const planned = isWard ? figures.between(180, 920, 5) : figures.between(8, 64);
    const collected = Math.round(planned * (figures.between(58, 104) / 100));
    return [
      name,
      print(planned),
      print(collected),
      print((collected / planned) * 100, 1),
      print(figures.between(isWard ? 9000 : 2200, isWard ? 21000 : 6400, 10)),
      print(figures.between(930, 996) / 10, 1),
      print(figures.between(isWard ? 4 : 18, isWard ? 22 : 118) / 10, 1),
    ];
  });
  return simpleTable(
    [
      ['TT', 0.7, 'c'],
      ['Xã, phường', 3.2, 'l'],
      ['Dự toán thu (tỷ đồng)', 1.4, 'r'],
      ['Thực hiện (tỷ đồng)', 1.4, 'r'],
      ['Đạt (%)', 1.1, 'r'],
      ['Hồ sơ tiếp nhận', 1.4, 'r'],
      ['Đúng hạn (%)', 1.2, 'r'],
      ['Hộ nghèo (%)', 1.1, 'r'],
    ],
    numbered(lines),
    13,
  );
}

const scenario = simpleTable(
  [
    ['Khu vực', 4, 'l'],
    ['9 tháng', 1.5, 'r'],
    ['Quý IV (phương án 1)', 2, 'r'],
    ['Quý IV (phương án 2)', 2, 'r'],
    ['Cả năm', 1.5, 'r'],
  ],
  [
    ['Công nghiệp - xây dựng', '11,23', '12,60', '13,40', '11,70'],
    ['Dịch vụ', '8,05', '9,10', '9,60', '8,36'],
    ['Nông, lâm nghiệp, thủy sản', '3,61', '3,90', '4,10', '3,70'],
    ['Thuế sản phẩm trừ trợ cấp', '6,92', '7,40', '7,80', '7,10'],
    ['GRDP', '8,74', '10,00', '10,40', '9,20'],
  ],
);

import { centred, type Block, type TableBlock } from '../typeset/blocks.ts';
import { barChart } from '../typeset/charts.ts';
import { signature, stateHead, stateTitle } from '../typeset/letterhead.ts';
import { readProse } from '../typeset/prose.ts';
import { figuresOf, print } from './figures.ts';
import { paperOf, proseOf, type NamedPaper } from './paper-of.ts';
import { projectFields } from './projects.ts';
import { communes } from './sectors.ts';
import { numbered, simpleTable } from './simple-table.ts';

/** 3.1: the plan of public works for the next year. */
export function investmentSubmission(): NamedPaper {
  const facts = {
    file: '3-1-to-trinh-dau-tu-cong',
    title: 'Tờ trình về kế hoạch đầu tư công năm 2027',
    author: 'Ủy ban nhân dân tỉnh An Phú',
    day: '2026-09-28',
    pageCount: 12,
    leading: 24,
  };
  return paperOf(facts, [
    stateHead({
      above: 'ỦY BAN NHÂN DÂN',
      issuer: ['TỈNH AN PHÚ'],
      number: 'Số: 156/TTr-UBND',
      placeAndDate: 'An Phú, ngày 28 tháng 9 năm 2026',
    }),
    ...stateTitle('TỜ TRÌNH', [
      'Về kế hoạch đầu tư công năm 2027 và điều chỉnh',
      'kế hoạch đầu tư công trung hạn giai đoạn 2026 - 2030',
    ]),
    ...readProse(proseOf(facts.file), {
      addressee: [
        centred('Kính gửi: Ban Thường vụ Tỉnh ủy An Phú', { face: 'regular', before: 0, after: 10 }),
      ],
      chart: [chart],
      slow: titled('Bảng 1. Một số dự án giải ngân dưới 30% kế hoạch đến ngày 25/9/2026', slow()),
      communes: titled('Bảng 6. Dự kiến phân bổ vốn năm 2027 cho các xã, phường (tỷ đồng)', communeShares()),
      sources: titled('Bảng 2. Nguồn vốn đầu tư công (tỷ đồng)', sources),
      fields: titled('Bảng 3. Phân bổ theo ngành, lĩnh vực (tỷ đồng)', fields),
      key: titled('Bảng 4. Công trình trọng điểm năm 2027 (tỷ đồng)', key),
      adjust: titled('Bảng 5. Các dự án điều chuyển vốn (tỷ đồng)', adjust),
      signature: [signed],
    }),
  ]);
}

function titled(title: string, table: Block): Block[] {
  return [centred(title, { size: 13, before: 6, after: 3 }), table];
}

const signed = signature('state', {
  recipients: [
    'Như trên',
    'Thường trực Tỉnh ủy, Thường trực HĐND tỉnh',
    'Chủ tịch, các Phó Chủ tịch UBND tỉnh',
    'Sở Tài chính',
    'Lưu: VT, TH',
  ],
  authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'],
  office: ['PHÓ CHỦ TỊCH THƯỜNG TRỰC'],
  name: 'Phạm Quốc Bảo',
});

const chart = barChart({
  title: 'Biểu đồ 1. Tỷ lệ giải ngân theo nguồn vốn đến ngày 25/9',
  unit: '% kế hoạch',
  groups: ['Ngân sách trung ương', 'Cân đối địa phương', 'Tiền sử dụng đất', 'Tổng cộng'],
  series: [
    { name: 'Năm 2026', values: [71.4, 66.8, 53.2, 61.9] },
    { name: 'Năm 2025', values: [66.1, 62.4, 49.7, 57.6] },
  ],
  most: 80,
  step: 20,
});

const sources = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Nguồn vốn', 4.4, 'l'],
    ['Kế hoạch 2026', 1.6, 'r'],
    ['Dự kiến 2027', 1.6, 'r'],
    ['Tăng, giảm (%)', 1.5, 'r'],
  ],
  [
    ...numbered([
      ['Ngân sách trung ương', '2.184', '2.530', '+15,8'],
      ['Cân đối ngân sách địa phương', '1.955', '2.190', '+12,0'],
      ['Tiền sử dụng đất', '3.500', '3.600', '+2,9'],
      ['Xổ số kiến thiết, nguồn khác', '-', '100', '-'],
    ]),
    ['', 'Tổng số', '7.639', '8.420', '+10,2'],
  ],
);

const fields = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Ngành, lĩnh vực', 4.4, 'l'],
    ['Số dự án', 1.2, 'r'],
    ['Chuyển tiếp', 1.4, 'r'],
    ['Khởi công mới', 1.5, 'r'],
    ['Vốn 2027', 1.4, 'r'],
    ['Tỷ trọng (%)', 1.4, 'r'],
  ],
  [
    ...numbered([
      ['Giao thông', '46', '29', '17', '3.216', '38,2'],
      ['Nông nghiệp, phòng chống thiên tai', '38', '24', '14', '1.381', '16,4'],
      ['Giáo dục và đào tạo', '40', '25', '15', '1.238', '14,7'],
      ['Y tế', '26', '15', '11', '825', '9,8'],
      ['Khoa học, công nghệ, chuyển đổi số', '20', '10', '10', '615', '7,3'],
      ['Văn hóa, thể thao, du lịch', '20', '12', '8', '312', '3,7'],
      ['Cấp nước, môi trường', '22', '13', '9', '378', '4,5'],
      ['Trụ sở, hạ tầng cấp xã', '34', '20', '14', '455', '5,4'],
    ]),
    ['', 'Tổng số', '246', '148', '98', '8.420', '100,0'],
  ],
);

const key = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Công trình', 4.4, 'l'],
    ['Tổng mức', 1.3, 'r'],
    ['Lũy kế', 1.2, 'r'],
    ['Vốn 2027', 1.3, 'r'],
    ['Mục tiêu năm 2027', 3, 'l'],
  ],
  numbered([
    ['Cầu Bến Đá và đường dẫn', '1.286', '312', '420', 'Hợp long nhịp chính'],
    ['Đường nối cao tốc - khu công nghiệp Phú Xuân', '968', '446', '310', 'Thông xe toàn tuyến'],
    ['Nâng cấp tỉnh lộ 315', '742', '529', '150', 'Hoàn thành'],
    ['Bệnh viện Sản - Nhi (giai đoạn 2)', '655', '249', '180', 'Hoàn thành phần xây dựng'],
    ['Hồ chứa nước Ngòi Lạt', '486', '256', '130', 'Tích nước giai đoạn 1'],
    ['Năm trường nội trú liên cấp', '1.030', '118', '430', 'Khai giảng ba trường'],
    ['Trung tâm dữ liệu tỉnh và dự phòng', '275', '162', '90', 'Hoàn thành, nghiệm thu'],
    ['Hạ tầng khu công nghệ số Hòa Phú', '410', '50', '160', 'Mặt bằng sạch 28 ha'],
    ['Kè bờ tả sông Đà Giang', '320', '205', '85', 'Hoàn thành'],
  ]),
);

const adjust = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Dự án', 5, 'l'],
    ['Kế hoạch đã giao', 1.5, 'r'],
    ['Giảm', 1.2, 'r'],
    ['Tăng', 1.2, 'r'],
    ['Sau điều chỉnh', 1.5, 'r'],
  ],
  numbered([
    ['Bệnh viện Sản - Nhi (giai đoạn 2)', '220', '64', '-', '156'],
    ['Trường Đại học An Phú: nhà thí nghiệm', '92', '38', '-', '54'],
    ['Hạ tầng khu công nghệ số Hòa Phú', '110', '52', '-', '58'],
    ['Tám dự án khác của cấp xã', '436', '158', '-', '278'],
    ['Nâng cấp tỉnh lộ 315', '180', '-', '96', '276'],
    ['Đường nối cao tốc - khu công nghiệp Phú Xuân', '240', '-', '88', '328'],
    ['Hồ chứa nước Ngòi Lạt', '120', '-', '46', '166'],
    ['Sáu dự án khác có khối lượng hoàn thành', '214', '-', '82', '296'],
  ]),
);

/** Works that spend too slowly, with the reason; the later ones come in as far as the paper's length asks for them. */
function slow(): TableBlock {
  const figures = figuresOf(31);
  const reasons = [
    'Vướng giải phóng mặt bằng',
    'Điều chỉnh thiết kế',
    'Nhà thầu thi công chậm',
    'Thiếu vật liệu san lấp',
    'Chờ phê duyệt tái định cư',
  ];
  const works = projectFields().flatMap((field) =>
    field.projects.filter((project) => !project.isNew).slice(5, 9),
  );
  const lines = works.slice(0, 26).map((project) => {
    const planned = Math.max(6, Math.round(project.planned / 4));
    const share = figures.between(4, 29);
    return [
      '#',
      project.name,
      print(planned),
      print((planned * share) / 100, 1),
      `${share}`,
      figures.pick(reasons),
    ];
  });
  const plan = simpleTable(
    [
      ['TT', 0.7, 'c'],
      ['Dự án', 4.4, 'l'],
      ['Kế hoạch', 1.2, 'r'],
      ['Giải ngân', 1.2, 'r'],
      ['Tỷ lệ (%)', 1, 'r'],
      ['Nguyên nhân chính', 2.6, 'l'],
    ],
    lines,
  );
  return { ...plan, rows: plan.rows.map((row, index) => (index < 8 ? row : { ...row, rank: 0 })) };
}

function communeShares(): TableBlock {
  const figures = figuresOf(33);
  const lines = communes.map((name) => {
    const scale = name.startsWith('Phường') ? 4 : 1;
    const [own, land, target] = [
      figures.between(3, 14) * scale,
      figures.between(1, 22) * scale,
      figures.between(2, 19),
    ];
    return [name, print(own), print(land), print(target), print(own + land + target)];
  });
  return simpleTable(
    [
      ['TT', 0.7, 'c'],
      ['Xã, phường', 4, 'l'],
      ['Cân đối ngân sách', 1.8, 'r'],
      ['Tiền sử dụng đất', 1.8, 'r'],
      ['Hỗ trợ mục tiêu', 1.8, 'r'],
      ['Cộng', 1.4, 'r'],
    ],
    numbered(lines),
  );
}

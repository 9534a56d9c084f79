import { centred, type Block, type Row, type TableBlock } from '../typeset/blocks.ts';
import { lineChart } from '../typeset/charts.ts';
import { signature, stateHead, stateTitle } from '../typeset/letterhead.ts';
import { readProse } from '../typeset/prose.ts';
import { figuresOf, print } from './figures.ts';
import { paperOf, proseOf, type NamedPaper } from './paper-of.ts';
import { projectFields } from './projects.ts';
import { numbered, simpleTable } from './simple-table.ts';

/** 3.3: the finance department's appraisal of the money. */
export function appraisalReport(): NamedPaper {
  const facts = {
    file: '3-3-bao-cao-tham-dinh',
    title: 'Báo cáo thẩm định nguồn vốn và khả năng cân đối vốn',
    author: 'Sở Tài chính tỉnh An Phú',
    day: '2026-09-25',
    pageCount: 10,
    leading: 24,
  };
  return paperOf(facts, [
    stateHead({
      above: 'UBND TỈNH AN PHÚ',
      issuer: ['SỞ TÀI CHÍNH'],
      number: 'Số: 287/BC-STC',
      placeAndDate: 'An Phú, ngày 25 tháng 9 năm 2026',
    }),
    ...stateTitle('BÁO CÁO', [
      'Thẩm định nguồn vốn và khả năng cân đối vốn',
      'kế hoạch đầu tư công năm 2027',
    ]),
    ...readProse(proseOf(facts.file), {
      addressee: [
        centred('Kính gửi: Ủy ban nhân dân tỉnh An Phú', { face: 'regular', before: 0, after: 10 }),
      ],
      scenarios: titled('Bảng 1. Kịch bản thu tiền sử dụng đất năm 2027 (tỷ đồng)', scenarios),
      chart: [chart],
      money: titled('Bảng 2. Tổng hợp kết quả thẩm định nguồn vốn năm 2027 (tỷ đồng)', money),
      groups: titled('Bảng 3. Kết quả thẩm định đối với các dự án được kiểm tra thực địa', checked()),
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
    'Chủ tịch, các Phó Chủ tịch UBND tỉnh',
    'Văn phòng UBND tỉnh',
    'Giám đốc, các Phó Giám đốc Sở',
    'Lưu: VT, QLĐTC',
  ],
  authority: [],
  office: ['GIÁM ĐỐC'],
  name: 'Lâm Quốc Toản',
});

const scenarios = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Chỉ tiêu', 4.4, 'l'],
    ['Thấp', 1.4, 'r'],
    ['Trung bình', 1.4, 'r'],
    ['Cao', 1.4, 'r'],
  ],
  numbered([
    ['Số khu đấu giá thành công', '19', '25', '31'],
    ['Thu từ đấu giá', '1.520', '2.050', '2.480'],
    ['Thu từ dự án nhà ở, đô thị', '780', '940', '1.120'],
    ['Tổng thu', '2.300', '2.990', '3.600'],
    ['So với dự kiến (%)', '63,9', '83,1', '100,0'],
    ['Số dự án phải giãn tiến độ', '24', '9', '0'],
  ]),
);

const money = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Nguồn vốn', 4.2, 'l'],
    ['Đề nghị', 1.3, 'r'],
    ['Thẩm định', 1.4, 'r'],
    ['Giao đợt 1', 1.4, 'r'],
    ['Giao đợt 2', 1.4, 'r'],
  ],
  [
    ...numbered([
      ['Ngân sách trung ương', '2.530', '2.530', '2.530', '-'],
      ['Cân đối ngân sách địa phương', '2.190', '2.190', '2.190', '-'],
      ['Tiền sử dụng đất', '3.600', '3.600', '2.520', '1.080'],
      ['Xổ số kiến thiết, nguồn khác', '100', '100', '100', '-'],
    ]),
    ['', 'Tổng số', '8.420', '8.420', '7.340', '1.080'],
  ],
);

const chart = lineChart({
  title: 'Biểu đồ 1. Thu tiền sử dụng đất so với dự toán, 2021 - 2026',
  unit: '%',
  groups: ['2021', '2022', '2023', '2024', '2025', '2026 (ước)'],
  series: [{ name: 'Tỷ lệ thực hiện so với dự toán', values: [118, 104, 67, 72, 81, 76] }],
  most: 125,
  step: 25,
});

function checked(): TableBlock {
  const figures = figuresOf(34);
  const remarks = [
    'Đủ điều kiện bố trí vốn',
    'Đủ điều kiện; cần xong mặt bằng trước 31/12/2026',
    'Đề nghị tính lại suất đầu tư',
    'Đủ điều kiện; bổ sung phương án khi mất kết nối',
    'Giảm kế hoạch do chậm tiến độ',
  ];
  const works = projectFields().flatMap((field) => field.projects.slice(2, 6));
  const rows = works.slice(0, 28).map((project, index): Row => {
    const asked = Math.round(project.nextYear * (1 + figures.between(0, 24) / 100));
    const cells = ['#', project.name, print(asked), print(project.nextYear), figures.pick(remarks)];
    return index < 10 ? { cells } : { cells, rank: 0 };
  });
  const plan = simpleTable(
    [
      ['TT', 0.7, 'c'],
      ['Dự án', 4.6, 'l'],
      ['Đề nghị', 1.2, 'r'],
      ['Thẩm định', 1.3, 'r'],
      ['Ý kiến thẩm định', 3.4, 'l'],
    ],
    [],
  );
  return { ...plan, rows };
}

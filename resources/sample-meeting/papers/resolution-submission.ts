import { centred, paragraph, type Block, type TableBlock } from '../typeset/blocks.ts';
import { barChart } from '../typeset/charts.ts';
import { partyHead, partyTitle, signature } from '../typeset/letterhead.ts';
import { readProse } from '../typeset/prose.ts';
import { paperOf, proseOf, type NamedPaper } from './paper-of.ts';
import { sectors } from './sectors.ts';
import { numbered, simpleTable } from './simple-table.ts';

/** 2.2: the paper that asks for the resolution. */
export function resolutionSubmission(): NamedPaper {
  const facts = {
    file: '2-2-to-trinh-nghi-quyet-chuyen-doi-so',
    title: 'Tờ trình về việc ban hành Nghị quyết chuyển đổi số',
    author: 'Đảng ủy Ủy ban nhân dân tỉnh An Phú',
    day: '2026-09-25',
    pageCount: 14,
    leading: 24,
  };
  return paperOf(facts, [
    partyHead({
      above: 'TỈNH ỦY AN PHÚ',
      issuer: ['ĐẢNG ỦY', 'ỦY BAN NHÂN DÂN TỈNH'],
      number: 'Số 45-TTr/ĐU',
      placeAndDate: 'An Phú, ngày 25 tháng 9 năm 2026',
    }),
    ...partyTitle('TỜ TRÌNH', [
      'về việc ban hành Nghị quyết về chuyển đổi số',
      'tỉnh An Phú giai đoạn 2026 - 2030, định hướng đến năm 2035',
    ]),
    ...readProse(proseOf('2-2-to-trinh-nghi-quyet'), {
      addressee: [
        centred('<i>Kính gửi:</i> Ban Thường vụ Tỉnh ủy', { face: 'regular', before: 0, after: 10 }),
      ],
      results: titled('Bảng 1. Kết quả thực hiện Nghị quyết khóa trước', results),
      goals: [goals],
      highlights: highlights(),
      firstyear: titled('Bảng 2. Nhiệm vụ ưu tiên năm 2027', firstYear()),
      comparison: titled('Bảng 3. So sánh với Nghị quyết khóa trước', comparison),
      money: titled('Bảng 4. Nhu cầu vốn theo năm (tỷ đồng)', money),
      signature: [signed],
    }),
  ]);
}

function titled(title: string, table: Block): Block[] {
  return [centred(title, { size: 13, before: 6, after: 3 }), table];
}

const signed = signature('party', {
  recipients: [
    'Như trên',
    'Các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy',
    'Các ban đảng, Văn phòng Tỉnh ủy',
    'Đảng ủy Hội đồng nhân dân tỉnh',
    'Sở Khoa học và Công nghệ, Sở Tài chính',
    'Lưu Văn phòng Đảng ủy',
  ],
  authority: ['T/M ĐẢNG ỦY'],
  office: ['BÍ THƯ'],
  name: 'Nguyễn Đức Thắng',
});

const results = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Chỉ tiêu', 4.8, 'l'],
    ['Năm 2021', 1.3, 'r'],
    ['Mục tiêu 2025', 1.5, 'r'],
    ['Đạt được', 1.4, 'r'],
    ['Đánh giá', 1.4, 'c'],
  ],
  numbered([
    ['Thứ hạng chuyển đổi số', '43', '25', '24', 'Vượt'],
    ['Hồ sơ trực tuyến toàn trình (%)', '11,2', '60', '66,8', 'Vượt'],
    ['Kinh tế số trong GRDP (%)', '6,4', '15', '12,1', 'Không đạt'],
    ['Người dân có tài khoản định danh (%)', '0', '80', '83', 'Vượt'],
    ['Hộ gia đình có cáp quang (%)', '48,3', '80', '71,5', 'Không đạt'],
    ['Hệ thống đã kết nối, chia sẻ dữ liệu (%)', '14,7', '70', '54,4', 'Không đạt'],
    ['Văn bản điện tử được ký số (%)', '62', '100', '100', 'Đạt'],
    ['Cuộc họp không giấy cấp tỉnh (%)', '0', '40', '45', 'Vượt'],
  ]),
);

const goals = barChart({
  title: 'Biểu đồ 1. Một số mục tiêu đến năm 2028 và 2030',
  unit: '%',
  groups: ['Kinh tế số', 'Dịch vụ công', 'Họp không giấy (tỉnh)', 'Họp không giấy (xã)'],
  series: [
    { name: 'Năm 2025', values: [12.1, 66.8, 45, 11] },
    { name: 'Năm 2028', values: [16, 90, 80, 50] },
    { name: 'Năm 2030', values: [25, 100, 95, 80] },
  ],
  most: 100,
  step: 20,
});

const money = simpleTable(
  [
    ['Nguồn vốn', 3.2, 'l'],
    ['Tổng số', 1.2, 'r'],
    ['2026', 1, 'r'],
    ['2027', 1, 'r'],
    ['2028', 1, 'r'],
    ['2029', 1, 'r'],
    ['2030', 1, 'r'],
  ],
  [
    ['Ngân sách nhà nước', '2.940', '438', '612', '664', '628', '598'],
    ['Doanh nghiệp, xã hội hóa', '1.920', '212', '366', '431', '464', '447'],
    ['Cộng', '4.860', '650', '978', '1.095', '1.092', '1.045'],
  ],
);

/** One sentence on each field, and a second one where the paper has room. */
function highlights(): Block[] {
  return sectors.flatMap(({ name, points: [first = '', second = ''] }) => [
    paragraph(`- <b>${capital(name)}:</b> ${first}`),
    paragraph(`Đồng thời, ${second.charAt(0).toLowerCase()}${second.slice(1)}`, {}, 0),
  ]);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first two tasks of each field; the second of each comes in only as far as the paper's length asks for it. */
function firstYear(): TableBlock {
  const quarters = ['I', 'II', 'III', 'IV'];
  const lines = sectors.flatMap((sector, index) =>
    sector.tasks
      .slice(0, 2)
      .map((task, at) => [task, sector.agency, `Quý ${quarters[(index + at) % 4] ?? ''}`]),
  );
  const table = simpleTable(
    [
      ['Nhiệm vụ', 5, 'l'],
      ['Cơ quan chủ trì', 3, 'l'],
      ['Thời hạn', 1.4, 'c'],
    ],
    lines,
  );
  return { ...table, rows: table.rows.map((row, index) => (index % 2 === 0 ? row : { ...row, rank: 0 })) };
}

const comparison = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Nội dung', 2, 'l'],
    ['Nghị quyết khóa trước', 3.4, 'l'],
    ['Dự thảo Nghị quyết', 3.6, 'l'],
  ],
  numbered([
    [
      'Cách đo kết quả',
      'Số lượng hệ thống, số hồ sơ nộp trực tuyến',
      'Thời gian, chi phí tiết kiệm được; khảo sát độc lập',
    ],
    [
      'Dữ liệu',
      'Khuyến khích chia sẻ',
      'Chia sẻ là mặc định; từ chối phải nêu lý do bằng văn bản; đo chất lượng hằng quý',
    ],
    ['Báo cáo', 'Bằng văn bản, theo tháng', 'Lấy từ kho dữ liệu; văn bản chỉ để phân tích, kiến nghị'],
    [
      'Phần mềm',
      'Các đơn vị tự mua theo nhu cầu',
      '12 nền tảng dùng chung; chứng minh sự cần thiết trước khi mua mới',
    ],
    ['Mất kết nối', 'Chưa quy định', 'Hệ thống thiết yếu phải làm việc được khi mất mạng; diễn tập hằng năm'],
    [
      'Hội nghị',
      'Khuyến khích dùng tài liệu điện tử',
      'Chỉ tiêu cụ thể đến cấp xã; phiếu biểu quyết chỉ tính một lần; ghi chú cá nhân được bảo vệ',
    ],
    ['Nhân lực', 'Bố trí kiêm nhiệm', 'Chuyên trách, có chính sách hỗ trợ hằng tháng'],
    ['Cấp xã', 'Tham gia theo phân công', 'Giao chỉ tiêu đến từng xã, phường; có phó chủ tịch phụ trách'],
    ['Thí điểm', 'Không giới hạn thời gian', 'Không quá 18 tháng, có tiêu chí dừng'],
    [
      'Trách nhiệm',
      'Chung của cấp ủy',
      'Người đứng đầu; bộ dữ liệu dưới 80 điểm hai quý phải báo cáo Thường trực Tỉnh ủy',
    ],
  ]),
);

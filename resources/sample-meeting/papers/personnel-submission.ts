import { centred } from '../typeset/blocks.ts';
import { partyHead, partyTitle, signature } from '../typeset/letterhead.ts';
import { readProse } from '../typeset/prose.ts';
import { paperOf, proseOf, type NamedPaper } from './paper-of.ts';
import { numbered, simpleTable } from './simple-table.ts';

/** 5.1: appointments, by the organisation board. */
export function personnelSubmission(): NamedPaper {
  const facts = {
    file: '5-1-to-trinh-cong-tac-can-bo',
    title: 'Tờ trình về công tác cán bộ',
    author: 'Ban Tổ chức Tỉnh ủy An Phú',
    day: '2026-09-30',
    pageCount: 5,
    leading: 24,
  };
  return paperOf(facts, [
    partyHead({
      above: 'TỈNH ỦY AN PHÚ',
      issuer: ['BAN TỔ CHỨC'],
      number: 'Số 231-TTr/BTCTU',
      placeAndDate: 'An Phú, ngày 30 tháng 9 năm 2026',
    }),
    ...partyTitle('TỜ TRÌNH', ['về công tác cán bộ']),
    ...readProse(proseOf('5-1-cong-tac-can-bo'), {
      addressee: [
        centred('<i>Kính gửi:</i> Ban Thường vụ Tỉnh ủy', { face: 'regular', before: 0, after: 10 }),
      ],
      steps: [steps],
      people: [people],
      signature: [signed],
    }),
  ]);
}

const signed = signature('party', {
  recipients: ['Như trên', 'Thường trực Tỉnh ủy', 'Ủy ban Kiểm tra Tỉnh ủy', 'Lưu Ban Tổ chức Tỉnh ủy'],
  authority: [],
  office: ['TRƯỞNG BAN'],
  name: 'Đặng Hữu Phước',
});

const steps = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Bước thực hiện', 4.6, 'l'],
    ['Được triệu tập', 1.4, 'r'],
    ['Có mặt', 1.2, 'r'],
    ['Tán thành', 1.2, 'r'],
    ['Tỷ lệ (%)', 1.2, 'r'],
  ],
  numbered([
    ['Tập thể lãnh đạo thảo luận, đề xuất tiêu chuẩn', '5', '5', '5', '100,0'],
    ['Tập thể lãnh đạo mở rộng giới thiệu', '19', '18', '17', '94,4'],
    ['Tập thể lãnh đạo xem xét, lựa chọn', '5', '5', '5', '100,0'],
    ['Hội nghị cán bộ chủ chốt lấy ý kiến', '64', '61', '57', '93,4'],
    ['Tập thể lãnh đạo biểu quyết nhân sự', '5', '5', '5', '100,0'],
  ]),
);

const people = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Họ và tên', 2.4, 'l'],
    ['Năm sinh', 1, 'c'],
    ['Dân tộc', 1.1, 'c'],
    ['Chức vụ hiện nay', 3.2, 'l'],
    ['Chức vụ dự kiến', 3.2, 'l'],
  ],
  numbered([
    [
      'Hà Minh Quân',
      '1979',
      'Kinh',
      'Phó Giám đốc phụ trách Sở Văn hóa, Thể thao và Du lịch',
      'Giám đốc Sở Văn hóa, Thể thao và Du lịch',
    ],
    [
      'Trần Thị Thu Thủy',
      '1984',
      'Mường',
      'Phó Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy',
      'Bí thư Đảng ủy xã Kim Thượng',
    ],
    ['Lò Văn Hưng', '1982', 'Dao', 'Phó Giám đốc Sở Nội vụ', 'Bí thư Đảng ủy xã Thượng Cửu'],
    ['Quách Thị Ánh Tuyết', '1988', 'Mường', 'Bí thư Tỉnh đoàn', 'Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh'],
  ]),
);

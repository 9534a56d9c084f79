import { partyHead, partyTitle, signature } from '../typeset/letterhead.ts';
import { readProse } from '../typeset/prose.ts';
import { paperOf, proseOf, type NamedPaper } from './paper-of.ts';
import { numbered, simpleTable } from './simple-table.ts';

/** Left open in a draft, to be written by hand. */
const blank = '\u00a0'.repeat(8);

/** 6.1: the draft of what the meeting concludes. */
export function draftConclusion(): NamedPaper {
  const facts = {
    file: '6-1-du-thao-ket-luan',
    title: 'Dự thảo Kết luận của Ban Thường vụ Tỉnh ủy',
    author: 'Văn phòng Tỉnh ủy An Phú',
    day: '2026-10-02',
    pageCount: 4,
    leading: 24,
  };
  return paperOf(facts, [
    partyHead({
      above: '',
      issuer: ['TỈNH ỦY AN PHÚ'],
      number: `Số${blank}-KL/TU`,
      placeAndDate: `An Phú, ngày${blank}tháng 10 năm 2026`,
      mark: 'DỰ THẢO',
    }),
    ...partyTitle('KẾT LUẬN', ['CỦA BAN THƯỜNG VỤ TỈNH ỦY', 'tại Hội nghị thường kỳ tháng 10 năm 2026']),
    ...readProse(proseOf(facts.file), { tasks: [tasks], signature: [signed] }),
  ]);
}

const signed = signature('party', {
  recipients: [
    'Các đồng chí Tỉnh ủy viên',
    'Các ban đảng, Ủy ban Kiểm tra Tỉnh ủy',
    'Các đảng ủy trực thuộc Tỉnh ủy',
    'Các cơ quan được giao nhiệm vụ',
    'Lưu Văn phòng Tỉnh ủy',
  ],
  authority: ['T/M BAN THƯỜNG VỤ'],
  office: ['BÍ THƯ'],
  name: 'Trần Văn Minh',
});

const tasks = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Nhiệm vụ', 4.6, 'l'],
    ['Cơ quan chủ trì', 3.2, 'l'],
    ['Thời hạn', 1.6, 'c'],
  ],
  numbered([
    ['Làm rõ trách nhiệm bảy chủ đầu tư', 'Đảng ủy UBND tỉnh', '30/10/2026'],
    ['Hoàn thiện, trình ký Nghị quyết chuyển đổi số', 'Đảng ủy UBND tỉnh', '20/10/2026'],
    ['Kế hoạch thực hiện Nghị quyết', 'Sở Khoa học và Công nghệ', '30/11/2026'],
    ['Thẩm tra phương án kè mố cầu Bến Đá', 'Sở Xây dựng', '15/11/2026'],
    ['Bàn giao mặt bằng cầu Bến Đá', 'Đảng ủy xã Bến Đá', '30/11/2026'],
    ['Công bố quyết định về cán bộ', 'Ban Tổ chức Tỉnh ủy', '20/10/2026'],
  ]),
);

import { centred, type Row, type TableBlock } from '../typeset/blocks.ts';
import { partyHead, partyTitle, signature } from '../typeset/letterhead.ts';
import { readProse } from '../typeset/prose.ts';
import { figuresOf, type Figures } from './figures.ts';
import { opinions } from './opinions.ts';
import { paperOf, proseOf, type NamedPaper } from './paper-of.ts';
import { communes, sectors, type Sector } from './sectors.ts';
import { numbered, simpleTable } from './simple-table.ts';

/** 2.3: what 119 bodies said of the draft, and what became of it. */
export function opinionsReport(): NamedPaper {
  const facts = {
    file: '2-3-tong-hop-y-kien-gop-y',
    title: 'Báo cáo tổng hợp, tiếp thu, giải trình ý kiến góp ý',
    author: 'Văn phòng Tỉnh ủy An Phú',
    day: '2026-09-24',
    pageCount: 38,
  };
  return paperOf(facts, [
    partyHead({
      above: 'TỈNH ỦY AN PHÚ',
      issuer: ['VĂN PHÒNG'],
      number: 'Số 118-BC/VPTU',
      placeAndDate: 'An Phú, ngày 24 tháng 9 năm 2026',
    }),
    ...partyTitle('BÁO CÁO', [
      'tổng hợp, tiếp thu, giải trình ý kiến góp ý',
      'đối với dự thảo Nghị quyết về chuyển đổi số',
      'tỉnh An Phú giai đoạn 2026 - 2030',
    ]),
    ...readProse(proseOf('2-3-tong-hop-y-kien'), {
      addressee: [
        centred('<i>Kính gửi:</i> Ban Thường vụ Tỉnh ủy', { face: 'regular', before: 0, after: 10 }),
      ],
      counts: [counts],
      signature: [signed],
      opinions: [table()],
    }),
  ]);
}

const signed = signature('party', {
  recipients: [
    'Như trên',
    'Các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy',
    'Đảng ủy Ủy ban nhân dân tỉnh',
    'Tổ soạn thảo Nghị quyết',
    'Lưu Văn phòng Tỉnh ủy',
  ],
  authority: [],
  office: ['CHÁNH VĂN PHÒNG'],
  name: 'Cao Thị Minh Nguyệt',
});

const counts = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Nhóm cơ quan, đơn vị', 4.6, 'l'],
    ['Đã gửi', 1.1, 'r'],
    ['Trả lời', 1.1, 'r'],
    ['Nhất trí', 1.1, 'r'],
    ['Số ý kiến', 1.2, 'r'],
    ['Tiếp thu', 1.2, 'r'],
    ['Giải trình', 1.2, 'r'],
  ],
  [
    ...numbered([
      ['Đảng bộ trực thuộc', '14', '14', '3', '61', '46', '15'],
      ['Đảng ủy xã, phường', '94', '86', '41', '118', '92', '26'],
      ['Sở, ban, ngành', '14', '13', '2', '97', '73', '24'],
      ['Mặt trận, tổ chức chính trị - xã hội', '6', '6', '1', '36', '30', '6'],
    ]),
    ['', 'Cộng', '128', '119', '47', '312', '241', '71'],
  ],
  12,
);

interface Opinion {
  readonly from: string;
  readonly says: string;
  readonly answer: string;
}

function table(): TableBlock {
  const figures = figuresOf(23);
  const rows: Row[] = [];
  const add = (article: number, opinion: Opinion, isOptional: boolean): void => {
    const cells = [`${article}.#`, opinion.from, opinion.says, opinion.answer];
    rows.push(isOptional ? { cells, rank: 0 } : { cells });
  };
  for (let article = 1; article <= 56; article += 1) {
    const sector = sectors[article - 17];
    const general = opinions.filter(([about]) => about === article);
    const special = sector ? opinionsOn(sector, figures) : [];
    if (general.length + special.length === 0) continue;
    rows.push({
      cells: [sector ? `Điều ${article}. Chuyển đổi số trong lĩnh vực ${sector.name}` : `Điều ${article}`],
      face: 'bold',
    });
    for (const [, from, says, answer] of general) add(article, { from, says, answer }, false);
    special.forEach((opinion, index) => add(article, opinion, index > 3));
  }
  const plan = simpleTable(
    [
      ['TT', 0.7, 'c'],
      ['Cơ quan, đơn vị', 2.1, 'l'],
      ['Nội dung góp ý', 4.4, 'l'],
      ['Tiếp thu, giải trình', 4, 'l'],
    ],
    [],
    13,
  );
  return { ...plan, rows };
}

function opinionsOn(sector: Sector, figures: Figures): Opinion[] {
  const from = (): string => {
    const commune = figures.pick(communes);
    return `Đảng ủy ${commune.charAt(0).toLowerCase()}${commune.slice(1)}`;
  };
  const fromTargets = sector.targets.slice(0, 3).map(([name, unit, now, middle, last], index): Opinion => {
    const of = unit === '%' ? '%' : ` ${unit}`;
    return index % 2 === 0
      ? {
          from: from(),
          says: `Chỉ tiêu "${lower(name)}" năm 2028 đạt ${middle}${of} là cao so với hiện trạng ${now}${of}; đề nghị giãn lộ trình đối với xã miền núi.`,
          answer: `Giải trình. Mức ${middle}${of} tính bình quân toàn tỉnh; chỉ tiêu của từng xã, phường tại Phụ lục III đã phân biệt theo điều kiện.`,
        }
      : {
          from: sector.partners.split(', ')[0] ?? sector.partners,
          says: `Đề nghị nâng chỉ tiêu "${lower(name)}" năm 2030 lên trên ${last}${of} và nêu rõ nguồn dữ liệu dùng để đánh giá.`,
          answer:
            'Tiếp thu một phần. Giữ mức chỉ tiêu; đã bổ sung cột cơ quan theo dõi và quy định lấy số liệu từ kho dữ liệu dùng chung.',
        };
  });
  const fromPoints = sector.points.map((point, index): Opinion => {
    const subject = lower(point.split(/[;.]/)[0] ?? point);
    return index % 2 === 0
      ? {
          from: from(),
          says: `Về nội dung "${subject}": đề nghị làm rõ cơ quan chủ trì ở cấp xã, kinh phí vận hành hằng năm và người hỗ trợ khi có sự cố.`,
          answer: `Tiếp thu. ${sector.agency} chủ trì, cấp xã phối hợp; kinh phí vận hành bố trí trong dự toán chi thường xuyên; đầu mối hỗ trợ được công bố trước khi triển khai.`,
        }
      : {
          from: sector.agency,
          says: `Đề nghị giữ nội dung "${subject}" nhưng quy định rõ thời hạn và trách nhiệm cung cấp dữ liệu của ${sector.partners}.`,
          answer:
            'Tiếp thu. Thời hạn nêu tại Phụ lục II; trách nhiệm cung cấp dữ liệu thực hiện theo Điều 11 và quy chế khai thác của từng bộ dữ liệu.',
        };
  });
  const fromTasks = sector.tasks.map((task, index): Opinion =>
    index % 2 === 0
      ? {
          from: from(),
          says: `Nhiệm vụ "${lower(task)}" cần ưu tiên các xã đặc biệt khó khăn, có tập huấn tại chỗ và thiết bị dự phòng khi mất điện, mất mạng.`,
          answer:
            'Tiếp thu. Thứ tự ưu tiên sẽ thể hiện trong kế hoạch thực hiện; yêu cầu làm việc khi mất kết nối đã quy định tại khoản 4 Điều 4.',
        }
      : {
          from: figures.pick([
            'Hội Liên hiệp Phụ nữ tỉnh',
            'Hội Nông dân tỉnh',
            'Liên đoàn Lao động tỉnh',
            'Hội Người cao tuổi tỉnh',
            'Ý kiến của Nhân dân trên Cổng thông tin điện tử',
          ]),
          says: `Đề nghị khi thực hiện "${lower(task)}" có hướng dẫn bằng hình ảnh, chữ lớn, tiếng dân tộc và số điện thoại hỗ trợ trong giờ làm việc.`,
          answer: `Tiếp thu. Đã bổ sung yêu cầu về tài liệu hướng dẫn và kênh hỗ trợ; giao ${sector.agency} hướng dẫn chi tiết.`,
        },
  );
  return [...fromTargets, ...fromPoints, ...fromTasks];
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

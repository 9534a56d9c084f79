import { heading, paragraph, type Block, type Row, type TableBlock } from '../typeset/blocks.ts';
import { partyHead, partyTitle, signature } from '../typeset/letterhead.ts';
import { readProse } from '../typeset/prose.ts';
import { dataSets, platforms } from './data-sets.ts';
import { figuresOf, print } from './figures.ts';
import { paperOf, proseOf, type NamedPaper } from './paper-of.ts';
import { communes, sectors, type Sector } from './sectors.ts';

const firstArticle = 17;
/** Left open in a draft, to be written by hand. */
const blank = '\u00a0'.repeat(8);
const numerals = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
];

/** 2.1: the draft resolution, with articles for each field and six annexes. */
export function draftResolution(): NamedPaper {
  const facts = {
    file: '2-1-du-thao-nghi-quyet-chuyen-doi-so',
    title: 'Dự thảo Nghị quyết về chuyển đổi số tỉnh An Phú giai đoạn 2026–2030',
    author: 'Văn phòng Tỉnh ủy An Phú',
    day: '2026-09-28',
    pageCount: 60,
  };
  return paperOf(facts, [
    partyHead({
      above: 'ĐẢNG BỘ TỈNH AN PHÚ',
      issuer: ['BAN THƯỜNG VỤ'],
      number: `Số${blank}-NQ/TU`,
      placeAndDate: `An Phú, ngày${blank}tháng 10 năm 2026`,
      mark: 'DỰ THẢO LẦN 4',
    }),
    ...partyTitle('NGHỊ QUYẾT', [
      'CỦA BAN THƯỜNG VỤ TỈNH ỦY',
      'về chuyển đổi số tỉnh An Phú giai đoạn 2026 - 2030,',
      'định hướng đến năm 2035',
    ]),
    ...readProse(proseOf('2-1-du-thao-nghi-quyet'), {
      sectors: sectors.flatMap((sector, index) => article(sector, firstArticle + index)),
      budget: [budget],
      signature: [signed],
      targets: [targets()],
      tasks: [tasks()],
      communes: [communeTargets()],
      datasets: [
        ledger(['TT', 'Bộ dữ liệu', 'Cơ quan chủ quản', 'Chu kỳ cập nhật'], [0.8, 4.6, 3, 2], dataSets),
      ],
      platforms: [ledger(['TT', 'Nền tảng', 'Cơ quan quản trị', 'Chức năng'], [0.8, 3, 2.6, 4.6], platforms)],
      form: form(),
    }),
  ]);
}

const signed = signature('party', {
  recipients: [
    'Bộ Chính trị, Ban Bí thư (để báo cáo)',
    'Các ban đảng, Văn phòng Trung ương Đảng',
    'Thường trực HĐND, UBND tỉnh',
    'Các cấp ủy trực thuộc Tỉnh ủy',
    'Các cơ quan tham mưu, giúp việc Tỉnh ủy',
    'Các đồng chí Tỉnh ủy viên',
    'Lưu Văn phòng Tỉnh ủy',
  ],
  authority: ['T/M BAN THƯỜNG VỤ'],
  office: ['BÍ THƯ'],
  name: 'Trần Văn Minh',
});

function article(sector: Sector, number: number): Block[] {
  const [first, second] = sector.targets;
  const goal = [first, second]
    .flatMap((target) =>
      target
        ? [
            `${lower(target[0])} đạt ${target[3]}${unit(target[1])} vào năm 2028 và ${target[4]}${unit(target[1])} vào năm 2030`,
          ]
        : [],
    )
    .join('; ');
  const letters = ['a', 'b', 'c', 'd', 'đ', 'e'];
  return [
    heading(`Điều ${number}. Chuyển đổi số trong lĩnh vực ${sector.name}`),
    paragraph(`1. Mục tiêu: ${goal}; các chỉ tiêu khác theo Phụ lục I.`),
    paragraph('2. Nhiệm vụ, giải pháp:'),
    ...sector.points.map((point, index) => paragraph(`${letters[index]}) ${point}`)),
    paragraph(
      `3. ${sector.agency} chủ trì, phối hợp với ${sector.partners} và Ủy ban nhân dân các xã, phường tổ chức thực hiện; ${pledge(number)}`,
    ),
    ...more(sector, number).map((text) => paragraph(`#. ${text}`, {}, 0)),
  ];
}

function pledge(number: number): string {
  const pledges = [
    'báo cáo kết quả trước ngày 20 của tháng cuối quý.',
    'người đứng đầu chịu trách nhiệm trước Ban Thường vụ Tỉnh ủy về tiến độ và chất lượng.',
    'kết quả được đưa vào nội dung kiểm điểm, đánh giá, xếp loại hằng năm.',
    'tiến độ từng nhiệm vụ được cập nhật trên hệ thống theo dõi của Ban Chỉ đạo.',
  ];
  return pledges[number % pledges.length] ?? '';
}

/** Further clauses, of which a paper takes as many as its length asks for; neighbouring articles have others. */
function more({ name, agency }: Sector, number: number): string[] {
  const clauses = [
    `Trước khi mở rộng, ${agency} lấy ý kiến người sử dụng tại ít nhất năm xã, phường có điều kiện khác nhau; góp ý được công khai cùng với nội dung tiếp thu.`,
    `Dữ liệu của lĩnh vực ${name} được đồng bộ về kho dữ liệu dùng chung của tỉnh chậm nhất 24 giờ sau khi phát sinh; trường hợp mất kết nối thì lưu tại chỗ và tự gửi khi có kết nối trở lại.`,
    'Rà soát, bãi bỏ các biểu mẫu, báo cáo giấy không còn cần thiết trước ngày 30 tháng 6 năm 2027; không ban hành biểu mẫu mới khi chưa đánh giá tác động đối với người dân và cán bộ cấp xã.',
    `Cán bộ trực tiếp thực hiện được tập huấn theo tình huống công việc, có bài thực hành; ${agency} bố trí người hỗ trợ trực tuyến trong giờ làm việc ít nhất sáu tháng đầu.`,
    `Việc đầu tư, mua sắm thực hiện theo nguyên tắc dùng chung; ${agency} thống nhất với Sở Khoa học và Công nghệ về kiến trúc, với Sở Tài chính về nguồn vốn trước khi trình phê duyệt.`,
    'Công bố quy trình, thời hạn và đầu mối hỗ trợ của từng dịch vụ số; phản ánh về dịch vụ được trả lời trong ba ngày làm việc và tổng hợp công khai hằng quý.',
    'Mỗi năm chọn từ một đến hai nhiệm vụ để đánh giá độc lập về hiệu quả; kết quả đánh giá là căn cứ tiếp tục, điều chỉnh hoặc dừng nhiệm vụ.',
    'Ưu tiên thực hiện trước tại các xã đặc biệt khó khăn, nơi người dân phải đi xa trên 15 km để làm thủ tục; bố trí điểm hỗ trợ lưu động ít nhất hai ngày mỗi tháng.',
    `Trong sáu tháng đầu, ${agency} duy trì song song cách làm cũ cho người chưa quen thiết bị; chỉ dừng cách làm cũ khi tỷ lệ người sử dụng thành thạo đạt từ 80% trở lên.`,
    'Phần mềm, thiết bị được nghiệm thu theo kết quả sử dụng thực tế tại ít nhất mười đơn vị; nhà cung cấp chịu trách nhiệm sửa lỗi trong thời hạn bảo hành tối thiểu 24 tháng.',
    'Lập phương án làm việc khi mất điện, mất mạng cho từng điểm phục vụ; niêm yết tại nơi làm việc và diễn tập ít nhất một lần mỗi năm, có biên bản rút kinh nghiệm.',
    `Tài khoản của cán bộ được cấp theo vị trí việc làm và thu hồi trong ngày khi thay đổi công tác; ${agency} rà soát quyền truy cập hằng quý và lưu kết quả rà soát.`,
    'Kết quả thực hiện được so sánh giữa các xã, phường có điều kiện tương đồng; đơn vị dẫn đầu chia sẻ cách làm, đơn vị chậm được cử tổ hỗ trợ trực tiếp tối thiểu một tháng.',
    'Khuyến khích sáng kiến từ cơ sở; sáng kiến được áp dụng từ ba đơn vị trở lên được khen thưởng và nhân rộng bằng kinh phí của tỉnh.',
    `Định kỳ sáu tháng, ${agency} đối thoại với người dân, doanh nghiệp về dịch vụ số trong lĩnh vực ${name}; kiến nghị được trả lời bằng văn bản và theo dõi đến khi giải quyết xong.`,
    'Thông tin, hướng dẫn viết ngắn gọn, có hình ảnh, chữ đủ lớn; bản tiếng dân tộc do cán bộ người địa phương thẩm định trước khi phát hành.',
    'Không giao chỉ tiêu nộp hồ sơ trực tuyến hộ người dân; nghiêm cấm cán bộ giữ tài khoản, mật khẩu của người dân dưới mọi hình thức.',
    'Chi phí vận hành, bảo trì được lập dự toán cho cả vòng đời của hệ thống; không tiếp nhận hệ thống tài trợ khi chưa xác định nguồn vận hành từ năm thứ hai.',
  ];
  return Array.from({ length: 9 }, (_, index) => clauses[(number * 5 + index * 7) % clauses.length] ?? '');
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function unit(name: string): string {
  return name === '%' ? '%' : ` ${name}`;
}

const budget: TableBlock = {
  kind: 'table',
  before: 2,
  size: 12,
  columns: [
    { share: 0.8, align: 'center' },
    { share: 5, align: 'left' },
    { share: 1.7, align: 'right' },
    { share: 1.7, align: 'right' },
    { share: 1.7, align: 'right' },
  ],
  head: [
    [
      { text: 'TT', column: 0, rows: 2 },
      { text: 'Nội dung', column: 1, rows: 2 },
      { text: 'Nhu cầu vốn (tỷ đồng)', column: 2, columns: 3 },
    ],
    [
      { text: 'Tổng số', column: 2 },
      { text: 'Ngân sách', column: 3 },
      { text: 'Nguồn khác', column: 4 },
    ],
  ],
  rows: [
    { cells: ['1', 'Hạ tầng số, trung tâm dữ liệu, mạng truyền số liệu', '1.730', '890', '840'] },
    { cells: ['2', 'Dữ liệu số: số hóa, làm sạch, kết nối', '865', '740', '125'] },
    { cells: ['3', 'Nền tảng dùng chung và phòng họp không giấy', '640', '560', '80'] },
    { cells: ['4', 'An toàn thông tin, an ninh mạng', '520', '430', '90'] },
    { cells: ['5', 'Phát triển kinh tế số, khu công nghệ số tập trung', '745', '85', '660'] },
    { cells: ['6', 'Nguồn nhân lực, kỹ năng số, truyền thông', '360', '235', '125'] },
    { cells: ['', 'Tổng cộng', '4.860', '2.940', '1.920'], face: 'bold' },
  ],
};

function targets(): TableBlock {
  const rows = sectors.flatMap((sector, index): Row[] => [
    { cells: [`${numerals[index]}. ${sector.name.toUpperCase()}`], face: 'bold' },
    ...sector.targets.map(([name, of, now, middle, last], at) => ({
      cells: [`${index + 1}.${at + 1}`, name, of, now, middle, last, sector.agency],
    })),
  ]);
  return {
    kind: 'table',
    before: 0,
    size: 12,
    columns: [
      { share: 0.9, align: 'center' },
      { share: 4.6, align: 'left' },
      { share: 1.2, align: 'center' },
      { share: 1, align: 'right' },
      { share: 1, align: 'right' },
      { share: 1, align: 'right' },
      { share: 2.6, align: 'left' },
    ],
    head: [
      [
        { text: 'TT', column: 0, rows: 2 },
        { text: 'Chỉ tiêu', column: 1, rows: 2 },
        { text: 'Đơn vị', column: 2, rows: 2 },
        { text: 'Năm', column: 3, columns: 3 },
        { text: 'Cơ quan theo dõi', column: 6, rows: 2 },
      ],
      [
        { text: '2025', column: 3 },
        { text: '2028', column: 4 },
        { text: '2030', column: 5 },
      ],
    ],
    rows,
  };
}

const products: readonly (readonly [RegExp, string])[] = [
  [/^(Xây dựng|Nâng cấp|Vận hành)/, 'Hệ thống vận hành chính thức, có biên bản nghiệm thu'],
  [/^(Số hóa|Lập|Làm sạch|Chuẩn hóa|Hoàn thành|Gắn)/, 'Bộ dữ liệu được nghiệm thu, kết nối kho dùng chung'],
  [/^(Bồi dưỡng|Tập huấn|Bố trí|Đào tạo)/, 'Danh sách, kết quả kiểm tra thực hành'],
  [/^(Ban hành|Quy hoạch|Tái cấu trúc)/, 'Quyết định của cấp có thẩm quyền'],
  [/^(Kết nối|Liên thông|Lắp đặt|Trang bị|Đầu tư)/, 'Biên bản nghiệm thu, đưa vào sử dụng'],
];

function tasks(): TableBlock {
  const figures = figuresOf(21);
  const rows = sectors.flatMap((sector, index): Row[] => [
    { cells: [`${numerals[index]}. ${sector.name.toUpperCase()}`], face: 'bold' },
    ...sector.tasks.map((task, at) => ({
      cells: [
        `${index + 1}.${at + 1}`,
        task,
        sector.agency,
        sector.partners,
        `Quý ${figures.pick(['I', 'II', 'III', 'IV'])}/${figures.between(2027, 2029)}`,
        products.find(([pattern]) => pattern.test(task))?.[1] ?? 'Báo cáo kết quả thực hiện',
      ],
    })),
  ]);
  return {
    kind: 'table',
    before: 0,
    size: 13,
    columns: [
      { share: 0.9, align: 'center' },
      { share: 3.4, align: 'left' },
      { share: 2, align: 'left' },
      { share: 2.2, align: 'left' },
      { share: 1.3, align: 'center' },
      { share: 2.4, align: 'left' },
    ],
    head: [
      ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm'].map(
        (text, column) => ({ text, column }),
      ),
    ],
    rows,
  };
}

function communeTargets(): TableBlock {
  const figures = figuresOf(22);
  const rows = communes.map((name, index): Row => {
    const base = name.startsWith('Phường') ? 12 : 0;
    const share = (least: number): string => `${Math.min(100, figures.between(least, least + 14) + base)}`;
    return {
      cells: [
        String(index + 1),
        name,
        share(66),
        share(78),
        share(60),
        share(64),
        print(figures.between(6, 26)),
        share(40),
      ],
    };
  });
  const head = [
    'TT',
    'Xã, phường',
    'Hồ sơ trực tuyến (%)',
    'Định danh mức độ 2 (%)',
    'Hộ có cáp quang (%)',
    'Truyền thanh thông minh (%)',
    'Tổ công nghệ số',
    'Cuộc họp không giấy (%)',
  ];
  return {
    kind: 'table',
    before: 0,
    size: 12,
    columns: head.map((_, index) => ({
      share: index === 0 ? 0.8 : index === 1 ? 3 : 1.5,
      align: index === 1 ? 'left' : 'center',
    })),
    head: [head.map((text, column) => ({ text, column }))],
    rows,
  };
}

function ledger(
  head: readonly string[],
  shares: readonly number[],
  lines: readonly (readonly string[])[],
): TableBlock {
  return {
    kind: 'table',
    before: 0,
    size: 13,
    columns: shares.map((share, index) => ({ share, align: index === 0 ? 'center' : 'left' })),
    head: [head.map((text, column) => ({ text, column }))],
    rows: lines.map((line, index) => ({ cells: [String(index + 1), ...line] })),
  };
}

function form(): Block[] {
  const lines = [
    'Hạ tầng số, dữ liệu số',
    'Dịch vụ công trực tuyến',
    'Phòng họp không giấy',
    'Kỹ năng số, tổ công nghệ số cộng đồng',
    'An toàn thông tin',
    'Kinh phí đã giải ngân',
    'Khó khăn, vướng mắc',
    'Kiến nghị',
  ];
  return [
    paragraph(
      'Đơn vị báo cáo: ......................................................... Quý: ......./20......',
      { firstIndent: 0 },
    ),
    {
      kind: 'table',
      before: 0,
      size: 13,
      columns: [
        { share: 0.7, align: 'center' },
        { share: 4, align: 'left' },
        { share: 1.6, align: 'center' },
        { share: 1.6, align: 'center' },
        { share: 2.2, align: 'left' },
      ],
      head: [
        ['TT', 'Nội dung', 'Kế hoạch', 'Thực hiện', 'Ghi chú'].map((text, column) => ({ text, column })),
      ],
      rows: lines.map((text, index) => ({ cells: [String(index + 1), text, '', '', ''] })),
    },
    paragraph(
      '<i>Ghi chú:</i> số liệu lấy từ kho dữ liệu dùng chung tại thời điểm 17 giờ ngày 15 của tháng cuối quý; đơn vị không nhập tay chỉ tiêu đã có trong kho. Nội dung thuộc bí mật nhà nước không đưa vào mẫu này.',
    ),
    {
      kind: 'drawing',
      before: 16,
      height: 90,
      draw(canvas, at) {
        canvas.text('NGƯỜI LẬP BÁO CÁO', {
          x: at.x + at.width * 0.25,
          y: at.y + 14,
          size: 14,
          face: 'bold',
          align: 'center',
        });
        canvas.text('T/M CẤP ỦY', {
          x: at.x + at.width * 0.75,
          y: at.y + 14,
          size: 14,
          face: 'bold',
          align: 'center',
        });
      },
    },
  ];
}

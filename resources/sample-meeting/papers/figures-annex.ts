import { centred, paragraph, type Block } from '../typeset/blocks.ts';
import { lying } from '../typeset/lay-out.ts';
import { figuresOf, print, type Figures } from './figures.ts';
import { paperOf, type NamedPaper } from './paper-of.ts';
import { numbered, simpleTable, type ColumnPlan } from './simple-table.ts';

/** Name, unit, a usual value of nine months, and its decimals. */
type Product = readonly [string, string, number, number?];

/** 1.2: eight pages of figures, lying. */
export function figuresAnnex(): NamedPaper {
  const facts = {
    file: '1-2-phu-luc-so-lieu',
    title: 'Phụ lục số liệu kinh tế – xã hội 9 tháng đầu năm 2026',
    author: 'Ủy ban nhân dân tỉnh An Phú',
    day: '2026-09-29',
    pageCount: 8,
    size: lying,
  };
  const figures = figuresOf(12);
  const tables = [
    ...[
      ['Biểu 01. Sản phẩm công nghiệp chủ yếu', industrial],
      ['Biểu 02. Sản xuất nông, lâm nghiệp và thủy sản', agricultural],
      ['Biểu 03. Thương mại, dịch vụ, xuất nhập khẩu', trading],
      ['Biểu 04. Văn hóa, xã hội, môi trường', social],
    ].map(
      ([title, products]) => [title as string, compared(products as readonly Product[], figures)] as const,
    ),
    ['Biểu 05. Thu ngân sách nhà nước theo tháng (tỷ đồng)', monthly(revenues, figures)] as const,
    ['Biểu 06. Chi ngân sách địa phương theo tháng (tỷ đồng)', monthly(expenses, figures)] as const,
    [
      'Biểu 07. Tổng sản phẩm trên địa bàn theo ngành, giá so sánh (tỷ đồng)',
      yearly(industries, figures),
    ] as const,
    ['Biểu 08. Doanh nghiệp, lao động, thu hút đầu tư theo tháng', monthly(business, figures)] as const,
  ];
  return paperOf(facts, [
    centred('PHỤ LỤC SỐ LIỆU', { size: 15, before: 0, after: 0 }),
    centred('KINH TẾ - XÃ HỘI 9 THÁNG ĐẦU NĂM 2026', { before: 0, after: 0 }),
    centred('(Kèm theo Báo cáo số 412/BC-UBND ngày 29/9/2026 của Ủy ban nhân dân tỉnh An Phú)', {
      face: 'italic',
      size: 13,
      before: 0,
    }),
    ...tables.flatMap(([title, table], index): Block[] => [
      ...(index === 0 ? [] : [{ kind: 'page-break' } as const]),
      centred(title, { size: 13, before: 0, after: 2 }),
      table,
      paragraph(
        '<i>Nguồn: tổng hợp từ kho dữ liệu dùng chung của tỉnh; số liệu tháng 9 là số ước tính.</i>',
        { size: 11, firstIndent: 0, leading: 14 },
      ),
    ]),
  ]);
}

const industrial: readonly Product[] = [
  ['Linh kiện điện tử', 'triệu cái', 1284],
  ['Bản mạch in', 'nghìn m²', 642.5, 1],
  ['Quần áo may sẵn', 'triệu cái', 86.4, 1],
  ['Giày, dép', 'triệu đôi', 21.7, 1],
  ['Xi măng', 'nghìn tấn', 1872],
  ['Gạch ốp lát', 'nghìn m²', 24610],
  ['Gạch không nung', 'triệu viên', 312],
  ['Ván ép, ván bóc', 'nghìn m³', 468],
  ['Viên nén gỗ', 'nghìn tấn', 386],
  ['Giấy, bìa', 'nghìn tấn', 121.4, 1],
  ['Chè chế biến', 'nghìn tấn', 41.8, 1],
  ['Phân bón', 'nghìn tấn', 512],
  ['Thức ăn chăn nuôi', 'nghìn tấn', 438],
  ['Bia các loại', 'triệu lít', 74.3, 1],
  ['Điện sản xuất', 'triệu kWh', 1246],
];

const agricultural: readonly Product[] = [
  ['Diện tích lúa cả hai vụ', 'nghìn ha', 58.4, 1],
  ['Sản lượng thóc', 'nghìn tấn', 338.2, 1],
  ['Diện tích ngô', 'nghìn ha', 14.9, 1],
  ['Sản lượng ngô', 'nghìn tấn', 74.4, 1],
  ['Rau các loại', 'nghìn tấn', 196.3, 1],
  ['Chè búp tươi', 'nghìn tấn', 148, 1],
  ['Cam, bưởi', 'nghìn tấn', 92.7, 1],
  ['Chuối', 'nghìn tấn', 61.5, 1],
  ['Đàn trâu, bò', 'nghìn con', 148.6, 1],
  ['Đàn lợn', 'nghìn con', 812],
  ['Đàn gia cầm', 'triệu con', 16.4, 1],
  ['Thịt hơi xuất chuồng', 'nghìn tấn', 142.8, 1],
  ['Rừng trồng mới tập trung', 'ha', 8650],
  ['Gỗ khai thác', 'nghìn m³', 684],
  ['Rừng có chứng chỉ', 'nghìn ha', 24.1, 1],
  ['Thủy sản nuôi trồng', 'nghìn tấn', 33.8, 1],
  ['Cá lồng', 'lồng', 2140],
];

const trading: readonly Product[] = [
  ['Tổng mức bán lẻ hàng hóa', 'tỷ đồng', 47860],
  ['Doanh thu lưu trú, ăn uống', 'tỷ đồng', 5420],
  ['Doanh thu dịch vụ khác', 'tỷ đồng', 5640],
  ['Doanh thu vận tải', 'tỷ đồng', 4816],
  ['Hành khách vận chuyển', 'triệu lượt', 14.7, 1],
  ['Hàng hóa vận chuyển', 'triệu tấn', 38.2, 1],
  ['Xuất khẩu', 'triệu USD', 4860],
  ['- Hàng điện tử', 'triệu USD', 2842],
  ['- Hàng may mặc', 'triệu USD', 884],
  ['- Sản phẩm gỗ', 'triệu USD', 308],
  ['Nhập khẩu', 'triệu USD', 4120],
  ['- Linh kiện điện tử', 'triệu USD', 2306],
  ['- Nguyên phụ liệu may', 'triệu USD', 516],
  ['Khách du lịch', 'nghìn lượt', 5420],
  ['- Khách quốc tế', 'nghìn lượt', 186],
  ['Tổng thu du lịch', 'tỷ đồng', 4970],
  ['Thuê bao băng rộng cố định', 'nghìn thuê bao', 386],
];

const social: readonly Product[] = [
  ['Lao động có việc làm', 'nghìn người', 812.5, 1],
  ['Lao động được giải quyết việc làm', 'người', 18900],
  ['Lao động đi làm việc ở nước ngoài', 'người', 2740],
  ['Học sinh phổ thông, mầm non', 'nghìn học sinh', 412],
  ['Trường đạt chuẩn quốc gia', '%', 83.1, 1],
  ['Lượt khám, chữa bệnh', 'nghìn lượt', 2310],
  ['Giường bệnh trên một vạn dân', 'giường', 38.4, 1],
  ['Tham gia bảo hiểm y tế', '%', 95.7, 1],
  ['Tham gia bảo hiểm xã hội', 'nghìn người', 296.4, 1],
  ['Nhà tạm, nhà dột nát đã xóa', 'nhà', 3842],
  ['Gia đình văn hóa', '%', 91.8, 1],
  ['Hồ sơ trực tuyến toàn trình', '%', 68.4, 1],
  ['Định danh điện tử mức độ 2', '%', 83, 1],
  ['Rác thải đô thị được thu gom', '%', 96.2, 1],
  ['Hộ nông thôn dùng nước sạch', '%', 70.6, 1],
  ['Số vụ tai nạn giao thông', 'vụ', 184],
];

/** Names and their nine months. */
const revenues: readonly (readonly [string, number])[] = [
  ['Doanh nghiệp nhà nước trung ương', 1187],
  ['Doanh nghiệp nhà nước địa phương', 151],
  ['Doanh nghiệp đầu tư nước ngoài', 2106],
  ['Khu vực ngoài quốc doanh', 2762],
  ['Thuế thu nhập cá nhân', 1146],
  ['Lệ phí trước bạ', 498],
  ['Thuế bảo vệ môi trường', 842],
  ['Phí, lệ phí', 327],
  ['Tiền sử dụng đất', 2041],
  ['Tiền thuê đất, mặt nước', 376],
  ['Cấp quyền khai thác khoáng sản', 118],
  ['Xổ số kiến thiết', 39],
  ['Thu khác ngân sách', 1292],
  ['Thu từ xuất nhập khẩu', 1491],
];

const expenses: readonly (readonly [string, number])[] = [
  ['Chi đầu tư phát triển', 4728],
  ['Sự nghiệp giáo dục, đào tạo', 4570],
  ['Sự nghiệp y tế', 1280],
  ['Khoa học, công nghệ, chuyển đổi số', 340],
  ['Văn hóa, thể thao, du lịch', 215],
  ['Bảo đảm xã hội', 1060],
  ['Sự nghiệp kinh tế', 1225],
  ['Bảo vệ môi trường', 240],
  ['Quản lý hành chính, Đảng, đoàn thể', 2410],
  ['Quốc phòng, an ninh', 470],
  ['Bổ sung cho ngân sách cấp xã', 850],
  ['Chi trả nợ lãi', 27],
  ['Dự phòng, chi khác', 225],
];

const industries: readonly (readonly [string, number])[] = [
  ['Nông nghiệp', 6420],
  ['Lâm nghiệp', 1184],
  ['Thủy sản', 786],
  ['Khai khoáng', 342],
  ['Chế biến, chế tạo', 19700],
  ['Sản xuất, phân phối điện', 1924],
  ['Cung cấp nước, xử lý rác thải', 312],
  ['Xây dựng', 5738],
  ['Bán buôn, bán lẻ', 6984],
  ['Vận tải, kho bãi', 2416],
  ['Lưu trú, ăn uống', 1538],
  ['Thông tin, truyền thông', 2742],
  ['Tài chính, ngân hàng', 2986],
  ['Giáo dục, y tế', 3912],
  ['Dịch vụ khác', 4176],
  ['Thuế sản phẩm trừ trợ cấp', 3128],
];

const business: readonly (readonly [string, number])[] = [
  ['Doanh nghiệp thành lập mới', 1038],
  ['Vốn đăng ký (tỷ đồng)', 10640],
  ['Doanh nghiệp quay lại hoạt động', 352],
  ['Doanh nghiệp tạm ngừng', 611],
  ['Doanh nghiệp giải thể', 126],
  ['Hợp tác xã thành lập mới', 27],
  ['Hộ kinh doanh đăng ký mới', 4380],
  ['Dự án trong nước cấp mới', 46],
  ['Dự án đầu tư nước ngoài cấp mới', 23],
  ['Lao động được giới thiệu việc làm', 18900],
  ['Lao động hưởng trợ cấp thất nghiệp', 6660],
];

function compared(products: readonly Product[], figures: Figures): Block {
  const plan: ColumnPlan[] = [
    ['TT', 0.6, 'c'],
    ['Chỉ tiêu', 4, 'l'],
    ['Đơn vị', 1.6, 'c'],
    ['9 tháng 2025', 1.6, 'r'],
    ['Kế hoạch 2026', 1.6, 'r'],
    ['Ước 9 tháng 2026', 1.6, 'r'],
    ['So kế hoạch (%)', 1.4, 'r'],
    ['So cùng kỳ (%)', 1.4, 'r'],
  ];
  const lines = products.map(([name, unit, value, decimals = 0]) => {
    const before = value / (figures.between(960, 1180) / 1000);
    const planned = value / (figures.between(690, 860) / 1000);
    const isShare = unit === '%';
    const target = isShare ? Math.min(100, value * 1.03) : planned;
    return [
      name,
      unit,
      print(isShare ? value * 0.97 : before, decimals),
      print(target, decimals),
      print(value, decimals),
      print((value / target) * 100, 1),
      print(isShare ? 103.1 : (value / before) * 100, 1),
    ];
  });
  return simpleTable(plan, numbered(lines), 12);
}

function monthly(lines: readonly (readonly [string, number])[], figures: Figures): Block {
  const months = Array.from({ length: 9 }, (_, index) => `Tháng ${index + 1}`);
  const plan: ColumnPlan[] = [
    ['TT', 0.6, 'c'],
    ['Nội dung', 3.6, 'l'],
    ...months.map((month): ColumnPlan => [month, 1, 'r']),
    ['Lũy kế', 1.2, 'r'],
  ];
  const sums = Array.from({ length: 10 }, () => 0);
  const rows = lines.map(([name, whole]) => {
    const weights = months.map(() => figures.between(80, 125));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    let reached = 0;
    let weighed = 0;
    const values = weights.map((weight) => {
      weighed += weight;
      const value = Math.round((whole * weighed) / sum) - reached;
      reached += value;
      return value;
    });
    const all = [...values, whole];
    all.forEach((value, index) => (sums[index] = (sums[index] ?? 0) + value));
    return [name, ...all.map((value) => print(value))];
  });
  const hasTotal = lines !== business;
  return simpleTable(
    plan,
    [...numbered(rows), ...(hasTotal ? [['', 'Tổng cộng', ...sums.map((value) => print(value))]] : [])],
    12,
  );
}

function yearly(lines: readonly (readonly [string, number])[], figures: Figures): Block {
  const years = ['9 tháng 2022', '9 tháng 2023', '9 tháng 2024', '9 tháng 2025', '9 tháng 2026'];
  const plan: ColumnPlan[] = [
    ['TT', 0.6, 'c'],
    ['Ngành', 3.6, 'l'],
    ...years.map((year): ColumnPlan => [year, 1.5, 'r']),
    ['Tăng trưởng (%)', 1.4, 'r'],
  ];
  const sums = years.map(() => 0);
  const rows = lines.map(([name, last], index) => {
    const values = [Math.round(last / lastGrowth(index)), last];
    for (let year = 2; year < years.length; year += 1)
      values.unshift(Math.round((values[0] ?? last) / (figures.between(1025, 1118) / 1000)));
    values.forEach((value, index) => (sums[index] = (sums[index] ?? 0) + value));
    return [
      name,
      ...values.map((value) => print(value)),
      print((last / (values.at(-2) ?? last) - 1) * 100, 2),
    ];
  });
  const growth = ((sums.at(-1) ?? 0) / (sums.at(-2) ?? 1) - 1) * 100;
  return simpleTable(
    plan,
    [...numbered(rows), ['', 'GRDP', ...sums.map((value) => print(value)), print(growth, 2)]],
    12,
  );
}

/** Growth over the last year, as the report gives it: farming, industry, services, taxes. */
function lastGrowth(index: number): number {
  if (index < 3) return 1.0361;
  if (index < 8) return 1.1123;
  return index < 15 ? 1.0805 : 1.0692;
}

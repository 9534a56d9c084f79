/** Made-up public works of the fictional province. */
import { figuresOf, type Figures } from './figures.ts';
import { communes } from './sectors.ts';

export interface Project {
  readonly name: string;
  readonly place: string;
  readonly years: string;
  readonly decision: string;
  /** Thousand million đồng. */
  readonly total: number;
  readonly paid: number;
  readonly planned: number;
  readonly nextYear: number;
  readonly owner: string;
  readonly isNew: boolean;
}

export interface ProjectField {
  readonly name: string;
  readonly projects: readonly Project[];
}

interface Kind {
  readonly name: string;
  readonly owner: string;
  readonly count: number;
  /** How many of them are to begin. */
  readonly begun: number;
  /** What the field gets in 2027, as the submission gives it. */
  readonly nextYear: number;
  /** Great works: name, place, years, total, paid, next year. */
  readonly great?: readonly (readonly [string, string, string, number, number, number])[];
  readonly least: number;
  readonly most: number;
  readonly titles: readonly ((place: string, other: string) => string)[];
}

const kinds: readonly Kind[] = [
  {
    name: 'Giao thông',
    owner: 'Ban QLDA công trình giao thông',
    count: 46,
    begun: 17,
    nextYear: 3216,
    great: [
      ['Cầu Bến Đá và đường dẫn', 'Bến Đá', '2025 - 2028', 1286, 312, 420],
      ['Đường nối cao tốc - khu công nghiệp Phú Xuân', 'Phú Xuân', '2024 - 2027', 968, 446, 310],
      ['Nâng cấp tỉnh lộ 315', 'Các xã miền núi', '2023 - 2027', 742, 529, 150],
    ],
    least: 60,
    most: 980,
    titles: [
      (place, other) => `Cải tạo, nâng cấp đường ${place} - ${other}`,
      (place) => `Xây dựng cầu ${place} qua sông Đà Giang`,
      (place, other) => `Mở rộng tỉnh lộ đoạn qua ${place} và ${other}`,
      (place) => `Xử lý điểm đen, cống thoát nước trên địa bàn ${place}`,
      (place, other) => `Đường liên xã ${place} - ${other} (giai đoạn 2)`,
    ],
  },
  {
    name: 'Nông nghiệp, thủy lợi, phòng chống thiên tai',
    owner: 'Ban QLDA nông nghiệp và PTNT',
    count: 38,
    begun: 14,
    nextYear: 1381,
    great: [
      ['Hồ chứa nước Ngòi Lạt', 'Yên Khê', '2024 - 2028', 486, 256, 130],
      ['Kè chống sạt lở bờ tả sông Đà Giang', 'Tân Lập', '2024 - 2027', 320, 205, 85],
    ],
    least: 24,
    most: 420,
    titles: [
      (place) => `Sửa chữa, nâng cấp hồ chứa nước ${place}`,
      (place) => `Kiên cố hóa kênh mương nội đồng ${place}`,
      (place, other) => `Kè chống sạt lở bờ sông đoạn ${place} - ${other}`,
      (place) => `Khu tái định cư vùng sạt lở ${place}`,
      (place) => `Trạm bơm tiêu úng ${place}`,
    ],
  },
  {
    name: 'Giáo dục và đào tạo',
    owner: 'Ban QLDA dân dụng và công nghiệp',
    count: 40,
    begun: 15,
    nextYear: 1238,
    great: [
      ['Trường nội trú liên cấp Thượng Cửu', 'Thượng Cửu', '2026 - 2028', 214, 48, 92],
      ['Trường nội trú liên cấp Thu Cúc Thượng', 'Lai Đồng', '2026 - 2028', 198, 39, 84],
      ['Trường nội trú liên cấp Kim Thượng', 'Kim Thượng', '2026 - 2028', 206, 31, 88],
      ['Trường nội trú liên cấp Võ Miếu', 'Võ Miếu', '2026 - 2029', 205, 0, 83],
      ['Trường nội trú liên cấp Trung Sơn', 'Trung Sơn', '2026 - 2029', 207, 0, 83],
    ],
    least: 14,
    most: 210,
    titles: [
      (place) => `Nhà lớp học 12 phòng Trường Trung học cơ sở ${place}`,
      (place) => `Trường Mầm non ${place} (8 nhóm, lớp)`,
      (place) => `Trường Tiểu học ${place}: nhà đa năng, sân chơi`,
      (place) => `Trường phổ thông nội trú liên cấp ${place}`,
    ],
  },
  {
    name: 'Y tế',
    owner: 'Sở Y tế',
    count: 26,
    begun: 11,
    nextYear: 825,
    great: [['Bệnh viện Sản - Nhi (giai đoạn 2)', 'An Bình', '2024 - 2028', 655, 249, 180]],
    least: 9,
    most: 655,
    titles: [
      (place) => `Xây mới Trạm y tế ${place}`,
      (place) => `Trung tâm y tế khu vực ${place}: nhà điều trị 5 tầng`,
      (place) => `Trang thiết bị chẩn đoán cho điểm khám từ xa ${place}`,
    ],
  },
  {
    name: 'Khoa học, công nghệ, chuyển đổi số',
    owner: 'Sở Khoa học và Công nghệ',
    count: 20,
    begun: 10,
    nextYear: 615,
    great: [
      ['Trung tâm dữ liệu tỉnh và trung tâm dự phòng', 'Hòa Phú', '2025 - 2027', 275, 162, 90],
      ['Hạ tầng khu công nghệ số tập trung Hòa Phú', 'Hòa Phú', '2026 - 2029', 410, 50, 160],
    ],
    least: 6,
    most: 275,
    titles: [
      (place) => `Đường truyền dự phòng và nguồn điện cho trung tâm hành chính công ${place}`,
      (place) => `Phòng họp không giấy ${place} và thiết bị dự phòng`,
      (place) => `Truyền thanh thông minh ${place}`,
    ],
  },
  {
    name: 'Văn hóa, thể thao, du lịch',
    owner: 'Sở Văn hóa, Thể thao và Du lịch',
    count: 20,
    begun: 8,
    nextYear: 312,
    least: 8,
    most: 148,
    titles: [
      (place) => `Nhà văn hóa, sân thể thao trung tâm ${place}`,
      (place) => `Tu bổ, tôn tạo di tích đình ${place}`,
      (place) => `Hạ tầng điểm du lịch cộng đồng ${place}`,
    ],
  },
  {
    name: 'Cấp nước, môi trường',
    owner: 'Ban QLDA nông nghiệp và PTNT',
    count: 22,
    begun: 9,
    nextYear: 378,
    least: 10,
    most: 160,
    titles: [
      (place) => `Công trình cấp nước sạch tập trung ${place}`,
      (place) => `Hệ thống thu gom, xử lý nước thải ${place}`,
      (place) => `Đóng cửa bãi rác, trồng cây xanh ${place}`,
    ],
  },
  {
    name: 'Trụ sở, hạ tầng cấp xã',
    owner: 'Ủy ban nhân dân xã, phường',
    count: 34,
    begun: 14,
    nextYear: 455,
    least: 5,
    most: 48,
    titles: [
      (place) => `Cải tạo trụ sở làm việc ${place}`,
      (place) => `Trung tâm phục vụ hành chính công ${place}`,
      (place) => `Đường nội đồng, điện chiếu sáng ${place}`,
    ],
  },
];

/** The list of projects by field; the same on every run. */
export function projectFields(): ProjectField[] {
  const figures = figuresOf(32);
  return kinds.map((kind) => {
    const great = (kind.great ?? []).map((work) => greatWork(work, kind.owner, figures));
    const rest = Array.from({ length: kind.count - great.length }, (_, index) =>
      project(kind, index, figures),
    );
    return {
      name: kind.name,
      projects: [...great, ...shareOut(rest, kind.nextYear - sumOf(great, 'nextYear'))],
    };
  });
}

/** Gives each project its part of the year's money, by what it still needs. */
function shareOut(projects: readonly Project[], money: number): Project[] {
  const needed = sumOf(projects, 'planned');
  let given = 0;
  let reached = 0;
  return projects.map((each) => {
    reached += each.planned;
    const nextYear = Math.round((money * reached) / needed) - given;
    given += nextYear;
    return { ...each, nextYear };
  });
}

/** What some projects have together. */
export function sumOf(projects: readonly Project[], of: 'total' | 'planned' | 'nextYear'): number {
  return projects.reduce((sum, each) => sum + each[of], 0);
}

function greatWork(work: NonNullable<Kind['great']>[number], owner: string, figures: Figures): Project {
  const [name, place, years, total, paid, nextYear] = work;
  const decision = decided(Number(years.slice(0, 4)) - 1, figures);
  return { name, place, years, decision, total, paid, planned: total - paid, nextYear, owner, isNew: false };
}

function project(kind: Kind, index: number, figures: Figures): Project {
  const [place, other] = [bare(figures.pick(communes)), bare(figures.pick(communes))];
  const title =
    kind.titles[index % kind.titles.length]?.(place, other === place ? 'Trung tâm tỉnh' : other) ?? place;
  const all = kind.count - (kind.great?.length ?? 0);
  const isNew = (index * 13) % all < kind.begun;
  const begins = isNew ? 2027 : figures.between(2023, 2026);
  const total = figures.between(kind.least, kind.most);
  const paid = isNew ? 0 : Math.round((total * figures.between(15, 50)) / 100);
  return {
    name: title,
    place,
    years: `${begins} - ${begins + figures.between(2, 4)}`,
    decision: isNew ? 'Chờ phê duyệt chủ trương' : decided(begins - 1, figures),
    total,
    paid,
    planned: Math.round(((total - paid) * figures.between(85, 100)) / 100),
    nextYear: 0,
    owner: kind.owner,
    isNew,
  };
}

function decided(year: number, figures: Figures): string {
  return `${figures.between(112, 3980)}/QĐ-UBND ngày ${two(figures.between(1, 28))}/${two(figures.between(3, 12))}/${year}`;
}

function bare(commune: string): string {
  return commune.replace(/^(Xã|Phường) /, '');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

import { centred, paragraph, type Row, type TableBlock } from '../typeset/blocks.ts';
import { lying } from '../typeset/lay-out.ts';
import { print } from './figures.ts';
import { paperOf, type NamedPaper } from './paper-of.ts';
import { projectFields, sumOf, type Project } from './projects.ts';

const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

/** 3.2: the list of projects, twenty lying pages. */
export function projectList(): NamedPaper {
  const facts = {
    file: '3-2-danh-muc-du-an',
    title: 'Danh mục dự án đầu tư công giai đoạn 2026–2030',
    author: 'Ủy ban nhân dân tỉnh An Phú',
    day: '2026-09-28',
    pageCount: 20,
    size: lying,
  };
  return paperOf(facts, [
    centred('DANH MỤC DỰ ÁN ĐẦU TƯ CÔNG', { size: 15, before: 0, after: 0 }),
    centred('GIAI ĐOẠN 2026 - 2030 VÀ DỰ KIẾN KẾ HOẠCH NĂM 2027', { before: 0, after: 0 }),
    centred('(Kèm theo Tờ trình số 156/TTr-UBND ngày 28/9/2026 của Ủy ban nhân dân tỉnh An Phú)', {
      face: 'italic',
      size: 13,
      before: 0,
      after: 0,
    }),
    paragraph('<i>Đơn vị tính: tỷ đồng</i>', {
      size: 12,
      align: 'right',
      firstIndent: 0,
      after: 2,
      leading: 15,
    }),
    table(),
    paragraph(
      '<i>Ghi chú: (*) dự án khởi công mới, chỉ được bố trí vốn khi có quyết định chủ trương đầu tư trước ngày 31/12/2026.</i>',
      { size: 12, firstIndent: 0, leading: 15 },
    ),
  ]);
}

function table(): TableBlock {
  const rows: Row[] = projectFields().flatMap((field, index) => [
    {
      cells: [
        `${numerals[index]}. ${field.name.toUpperCase()}: tổng mức đầu tư ${print(sumOf(field.projects, 'total'))} tỷ đồng; dự kiến năm 2027 ${print(sumOf(field.projects, 'nextYear'))} tỷ đồng`,
      ],
      face: 'bold' as const,
    },
    ...field.projects.map((project, at) => ({ cells: cellsOf(project, at) })),
  ]);
  return {
    kind: 'table',
    before: 0,
    size: 11,
    columns: [
      { share: 0.6, align: 'center' },
      { share: 4.6, align: 'left' },
      { share: 1.7, align: 'center' },
      { share: 1.5, align: 'center' },
      { share: 2.7, align: 'left' },
      { share: 1.1, align: 'right' },
      { share: 1.2, align: 'right' },
      { share: 1.2, align: 'right' },
      { share: 1.1, align: 'right' },
      { share: 2.7, align: 'left' },
    ],
    head: [
      [
        { text: 'TT', column: 0, rows: 2 },
        { text: 'Danh mục dự án', column: 1, rows: 2 },
        { text: 'Địa điểm', column: 2, rows: 2 },
        { text: 'Khởi công - hoàn thành', column: 3, rows: 2 },
        { text: 'Quyết định đầu tư', column: 4, columns: 2 },
        { text: 'Lũy kế vốn đến hết 2026', column: 6, rows: 2 },
        { text: 'Kế hoạch', column: 7, columns: 2 },
        { text: 'Chủ đầu tư', column: 9, rows: 2 },
      ],
      [
        { text: 'Số, ngày', column: 4 },
        { text: 'Tổng mức', column: 5 },
        { text: '2026 - 2030', column: 7 },
        { text: 'Năm 2027', column: 8 },
      ],
    ],
    rows,
  };
}

function cellsOf(project: Project, at: number): string[] {
  return [
    String(at + 1),
    project.isNew ? `${project.name} (*)` : project.name,
    project.place,
    project.years,
    project.decision,
    print(project.total),
    project.paid === 0 ? '-' : print(project.paid),
    print(project.planned),
    print(project.nextYear),
    project.owner,
  ];
}

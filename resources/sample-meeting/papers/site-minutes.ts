import type { DrawingBlock, TableBlock } from '../typeset/blocks.ts';
import type { Canvas } from '../typeset/canvas.ts';
import { stateHead, stateTitle } from '../typeset/letterhead.ts';
import { readProse } from '../typeset/prose.ts';
import { figuresOf, print, type Figures } from './figures.ts';
import { paperOf, proseOf, type NamedPaper } from './paper-of.ts';
import { numbered, simpleTable } from './simple-table.ts';

const ink: readonly [number, number, number] = [0.1, 0.1, 0.1];

/** 3.4: minutes of a visit, signed by hand; the pack has it as a scanner would leave it. */
export function siteMinutes(): NamedPaper {
  const facts = {
    file: '3-4-bien-ban-khao-sat-hien-truong',
    // What the scanner writes; it names no paper.
    title: 'Scan 16092026',
    author: '',
    day: '2026-09-16',
    pageCount: 6,
    leading: 24,
  };
  return paperOf(facts, [
    stateHead({
      above: 'UBND TỈNH AN PHÚ',
      issuer: ['ĐOÀN KHẢO SÁT', 'LIÊN NGÀNH'],
      number: 'Số: 03/BB-ĐKS',
      placeAndDate: 'Bến Đá, ngày 16 tháng 9 năm 2026',
    }),
    receivedStamp,
    ...stateTitle('BIÊN BẢN', ['Khảo sát hiện trường dự án cầu Bến Đá và đường dẫn']),
    ...readProse(proseOf('3-4-bien-ban-khao-sat'), {
      households: [households],
      signature: [signatures],
      soundings: [soundings()],
      sketch: [sketch],
    }),
  ]);
}

const households = simpleTable(
  [
    ['TT', 0.7, 'c'],
    ['Đoạn tuyến', 3.4, 'l'],
    ['Tổng số hộ', 1.4, 'r'],
    ['Đã bàn giao', 1.4, 'r'],
    ['Còn lại', 1.2, 'r'],
    ['Vướng mắc chính', 3.2, 'l'],
  ],
  numbered([
    ['Đường dẫn bờ Nam', '98', '98', '0', '-'],
    ['Khu vực mố M1', '24', '24', '0', '-'],
    ['Khu vực mố M2', '37', '14', '23', 'Vị trí tái định cư'],
    ['Đường dẫn bờ Bắc', '54', '40', '14', 'Giá cây, ranh giới đất'],
  ]),
);

function soundings(): TableBlock {
  const figures = figuresOf(342);
  const lines = Array.from({ length: 26 }, (_, index) => {
    const before = 1240 - figures.between(0, 90) - (index > 16 ? 160 : 0);
    const after = before - figures.between(10, 60) - (index > 16 ? 110 : 0);
    const metres = (value: number): string => print(value / 100, 2);
    return [
      `${index * 12}`,
      metres(before),
      metres(after),
      metres(after - before),
      index > 16 ? 'Bờ Bắc' : index < 6 ? 'Bờ Nam' : 'Lòng sông',
    ];
  });
  return simpleTable(
    [
      ['TT', 0.7, 'c'],
      ['Cự ly từ mố M1 (m)', 2, 'r'],
      ['Cao độ năm 2024 (m)', 2, 'r'],
      ['Cao độ 16/9/2026 (m)', 2, 'r'],
      ['Chênh lệch (m)', 1.8, 'r'],
      ['Vị trí', 1.8, 'c'],
    ],
    numbered(lines),
  );
}

/** The site as a surveyor draws it on the spot. */
const sketch: DrawingBlock = {
  kind: 'drawing',
  before: 6,
  height: 600,
  draw(canvas, at) {
    const bank = (offset: number, sway: number): (readonly [number, number])[] =>
      Array.from(
        { length: 60 },
        (_, step) =>
          [at.x + (step / 59) * at.width, at.y + offset + Math.sin(step / 9) * sway + step * 0.8] as const,
      );
    for (const [offset, sway] of [
      [120, 14],
      [360, 18],
    ] as const) {
      canvas.path(bank(offset, sway), 1.8, ink);
      canvas.path(bank(offset + (offset < 200 ? -7 : 7), sway), 0.6, ink);
    }
    for (const offset of [170, 215, 260, 305]) canvas.path(bank(offset, 10).slice(8, 30), 0.5, ink);
    const bridge = at.x + at.width * 0.55;
    for (const x of [bridge - 9, bridge + 9]) canvas.rule([x, at.y + 40], [x, at.y + 470], 1.4);
    for (let pier = 0; pier < 9; pier += 1) {
      canvas.frame({ x: bridge - 13, y: at.y + 150 + pier * 27, width: 26, height: 7 }, 1);
    }
    for (let mark = 0; mark < 16; mark += 1) {
      const x = bridge + 24 + mark * 10;
      canvas.rule([x, at.y + 124 + mark * 0.6], [x + 6, at.y + 106 + mark * 0.6], 0.9);
    }
    const notes: readonly (readonly [string, number, number])[] = [
      ['BỜ BẮC - xã Bến Đá', 20, 70],
      ['Mố M2 (chưa có mặt bằng)', at.width * 0.55 + 18, 52],
      ['Cung trượt 22 m và 35 m', at.width * 0.55 + 40, 92],
      ['Kè đề nghị bổ sung, L = 220 m', at.width * 0.55 + 26, 188],
      ['Sông Đà Giang', 60, 250],
      ['Mố M1 (đã xong)', at.width * 0.55 + 18, 450],
      ['BỜ NAM', 20, 470],
    ];
    for (const [text, x, y] of notes)
      canvas.text(text, { x: at.x + x, y: at.y + y, size: 12, face: 'italic' });
    canvas.path(
      [
        [at.x + 30, at.y + 280],
        [at.x + 130, at.y + 284],
        [at.x + 118, at.y + 278],
      ],
      1.2,
      ink,
    );
    canvas.text('Sơ đồ vẽ tại hiện trường, không theo tỷ lệ.', {
      x: at.x + at.width / 2,
      y: at.y + 530,
      size: 12,
      face: 'italic',
      align: 'center',
    });
  },
};

/** Stamped by the registry when the paper came in. */
const receivedStamp: DrawingBlock = {
  kind: 'drawing',
  before: 0,
  height: 64,
  draw(canvas, at) {
    const [x, y, width] = [at.x + 4, at.y + 6, 132];
    canvas.frame({ x, y, width, height: 58 }, 1.6);
    canvas.text('SỞ TÀI CHÍNH AN PHÚ', {
      x: x + width / 2,
      y: y + 13,
      size: 9,
      face: 'bold',
      align: 'center',
    });
    canvas.text('ĐẾN', { x: x + 16, y: y + 36, size: 13, face: 'bold' });
    canvas.text('Số: 4127', { x: x + 52, y: y + 31, size: 10 });
    canvas.text('Ngày: 18/9/2026', { x: x + 52, y: y + 45, size: 10 });
  },
};

const signers: readonly (readonly [string, string])[] = [
  ['SỞ XÂY DỰNG', 'Đoàn Văn Lực'],
  ['SỞ TÀI CHÍNH', 'Vương Đình Khoa'],
  ['SỞ NN VÀ MÔI TRƯỜNG', 'Tô Thị Hải Yến'],
  ['BAN QLDA GIAO THÔNG', 'Phùng Văn Đạt'],
  ['UBND XÃ BẾN ĐÁ', 'Hà Thị Lệ'],
  ['ĐẠI DIỆN NHÂN DÂN', 'Cù Văn Tích'],
];

const signatures: DrawingBlock = {
  kind: 'drawing',
  before: 10,
  height: 240,
  draw(canvas, at) {
    const figures = figuresOf(341);
    signers.forEach(([office, name], index) => {
      const x = at.x + at.width * (((index % 3) + 0.5) / 3);
      const y = at.y + Math.floor(index / 3) * 120;
      canvas.text(office, { x, y: y + 14, size: 11, face: 'bold', align: 'center' });
      scribble(canvas, x, y + 52, figures);
      canvas.text(name, { x, y: y + 96, size: 13, face: 'bold', align: 'center' });
    });
  },
};

/** A made-up signature: a few loops of a pen, of nobody. */
function scribble(canvas: Canvas, x: number, y: number, figures: Figures): void {
  const [loops, lean, tall] = [figures.between(3, 6), figures.between(-8, 12), figures.between(9, 17)];
  const points = Array.from({ length: 120 }, (_, step): readonly [number, number] => {
    const along = step / 119;
    const turn = along * Math.PI * 2 * loops;
    const fade = 1 - along * 0.6;
    return [
      x - 44 + along * 88 + Math.cos(turn) * 9 * fade,
      y + Math.sin(turn + along * 3) * tall * fade - lean * along,
    ];
  });
  canvas.path(points, 1.5, ink);
  canvas.path(
    [
      [x - 36, y + 14],
      [x + 10, y + 11],
      [x + 50, y + 4 - lean],
    ],
    1.2,
    ink,
  );
}

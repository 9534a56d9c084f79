/**
 * The fixed parts of office papers, in the two families of form: that of the Party (Hướng dẫn 36-HD/VPTW: its name at
 * the top right with a line beneath, the issuing body with an asterisk, "Số 45-TTr/TU") and that of the State
 * (Nghị định 30/2020/NĐ-CP: Quốc hiệu and Tiêu ngữ, "Số: 412/BC-UBND").
 */
import { centred, type Block, type DrawingBlock } from './blocks.ts';
import type { Canvas } from './canvas.ts';
import type { FaceName } from './faces.ts';
import { widthOfText } from './text-lines.ts';

export interface Head {
  /** The body above the issuing one, as printed; empty for none. */
  readonly above: string;
  /** Lines of the issuing body's name. */
  readonly issuer: readonly string[];
  readonly number: string;
  /** "An Phú, ngày 28 tháng 9 năm 2026". */
  readonly placeAndDate: string;
  /** Printed in a frame under the number: "DỰ THẢO LẦN 4". */
  readonly mark?: string;
}

export interface Signature {
  readonly recipients: readonly string[];
  /** In whose name: "T/M BAN THƯỜNG VỤ"; empty where the signer signs for himself. */
  readonly authority: readonly string[];
  readonly office: readonly string[];
  readonly name: string;
}

interface HeadLine {
  readonly text: string;
  readonly size: number;
  readonly face: FaceName;
}

/** The head of a Party paper. */
export function partyHead(head: Head): DrawingBlock {
  const left: HeadLine[] = [
    ...(head.above ? [{ text: head.above, size: 14, face: 'regular' } as const] : []),
    ...head.issuer.map((text) => ({ text, size: 14, face: 'bold' }) as const),
    { text: '*', size: 14, face: 'regular' },
    { text: head.number, size: 14, face: 'regular' },
  ];
  return drawHead(left, head, (canvas, x) => {
    const title = 'ĐẢNG CỘNG SẢN VIỆT NAM';
    canvas.text(title, { x, y: 16, size: 15, face: 'bold', align: 'center' });
    underline(canvas, title, { x, y: 21, size: 15, share: 1 });
  });
}

/** The head of a State paper. */
export function stateHead(head: Head): DrawingBlock {
  const left: HeadLine[] = [
    ...(head.above ? [{ text: head.above, size: 13, face: 'regular' } as const] : []),
    ...head.issuer.map((text) => ({ text, size: 13, face: 'bold' }) as const),
  ];
  return drawHead(
    [...left, { text: '', size: 8, face: 'regular' }, { text: head.number, size: 13, face: 'regular' }],
    head,
    (canvas, x, leftX) => {
      canvas.text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', {
        x,
        y: 14,
        size: 13,
        face: 'bold',
        align: 'center',
      });
      const motto = 'Độc lập - Tự do - Hạnh phúc';
      canvas.text(motto, { x, y: 31, size: 14, face: 'bold', align: 'center' });
      underline(canvas, motto, { x, y: 36, size: 14, share: 1 });
      underline(canvas, head.issuer.at(-1) ?? '', {
        x: leftX,
        y: left.length * 17.5 + 2,
        size: 13,
        share: 0.45,
      });
    },
  );
}

/** Draws both columns; the drawing of the right one gets the middle of each column, on a canvas moved to the block. */
function drawHead(
  left: readonly HeadLine[],
  head: Head,
  drawRight: (canvas: Shifted, x: number, leftX: number) => void,
): DrawingBlock {
  const pitch = 17.5;
  const numberY = left.length * pitch - 3;
  return {
    kind: 'drawing',
    before: 0,
    height: numberY + (head.mark ? 40 : 16),
    draw(canvas, at) {
      const leftX = at.x + at.width * 0.2;
      const rightX = at.x + at.width * 0.7;
      const shifted = shift(canvas, at.y);
      left.forEach((line, index) =>
        shifted.text(line.text, { ...line, x: leftX, y: (index + 1) * pitch - 3, align: 'center' }),
      );
      drawRight(shifted, rightX, leftX);
      const dateSize = left[0]?.size ?? 14;
      shifted.text(head.placeAndDate, {
        x: rightX,
        y: numberY,
        size: dateSize,
        face: 'italic',
        align: 'center',
      });
      if (head.mark) drawMark(canvas, head.mark, { x: leftX, y: at.y + numberY + 8 });
    },
  };
}

type Shifted = Pick<Canvas, 'text' | 'rule' | 'faces'>;

function shift(canvas: Canvas, by: number): Shifted {
  return {
    faces: canvas.faces,
    text: (text, at) => canvas.text(text, { ...at, y: at.y + by }),
    rule: (from, to, weight, gray) => canvas.rule([from[0], from[1] + by], [to[0], to[1] + by], weight, gray),
  };
}

function underline(
  canvas: Shifted,
  text: string,
  at: { x: number; y: number; size: number; share: number },
): void {
  const half = (widthOfText(text, canvas.faces, 'bold', at.size) * at.share) / 2;
  canvas.rule([at.x - half, at.y], [at.x + half, at.y], 0.7);
}

function drawMark(canvas: Canvas, text: string, at: { x: number; y: number }): void {
  const width = widthOfText(text, canvas.faces, 'bold', 12) + 14;
  canvas.frame({ x: at.x - width / 2, y: at.y, width, height: 19 }, 0.8);
  canvas.text(text, { x: at.x, y: at.y + 13.5, size: 12, face: 'bold', align: 'center' });
}

/** Type and subject of a Party paper, with the short line of hyphens beneath. */
export function partyTitle(type: string, subject: readonly string[]): Block[] {
  return [
    centred(type, { size: 16, before: 14, after: 1, leading: 21 }),
    ...subject.map((line) => centred(line, { size: 15, before: 0, after: 0, leading: 19.5 })),
    centred('-----', { face: 'regular', before: 0, after: 10 }),
  ];
}

/** Type and subject of a State paper, with the short line beneath. */
export function stateTitle(type: string, subject: readonly string[]): Block[] {
  return [
    centred(type, { size: 14, before: 14, after: 1 }),
    ...subject.map((line) => centred(line, { size: 14, before: 0, after: 0 })),
    {
      kind: 'drawing',
      before: 3,
      height: 14,
      draw: (canvas, at) => {
        const middle = at.x + at.width / 2;
        canvas.rule([middle - 50, at.y], [middle + 50, at.y], 0.7);
      },
    },
  ];
}

/** The last block: who gets the paper, and who signs it, kept together. */
export function signature(form: 'party' | 'state', signed: Signature): DrawingBlock {
  const lines = [...signed.authority, ...signed.office];
  const nameY = 14 + lines.length * 18 + 66;
  const recipientsHeight = 20 + signed.recipients.length * 14;
  return {
    kind: 'drawing',
    before: 10,
    height: Math.max(nameY + 8, recipientsHeight),
    draw(canvas, at) {
      drawRecipients(canvas, form, signed.recipients, at);
      const x = at.x + at.width * 0.73;
      lines.forEach((text, index) => {
        // Under the body's name the office is set light; who signs for himself has his office in bold.
        const isUnderBody = signed.authority.length > 0 && index >= signed.authority.length;
        const face = form === 'party' && isUnderBody ? 'regular' : 'bold';
        canvas.text(text, { x, y: at.y + 14 + index * 18, size: 14, face, align: 'center' });
      });
      canvas.text(signed.name, { x, y: at.y + nameY, size: 14, face: 'bold', align: 'center' });
    },
  };
}

function drawRecipients(
  canvas: Canvas,
  form: 'party' | 'state',
  recipients: readonly string[],
  at: { readonly x: number; readonly y: number },
): void {
  const size = form === 'party' ? 12 : 11;
  const face = form === 'party' ? 'regular' : 'boldItalic';
  canvas.text('Nơi nhận:', { x: at.x, y: at.y + 14, size: form === 'party' ? 14 : 12, face });
  if (form === 'party') {
    canvas.rule(
      [at.x, at.y + 17],
      [at.x + widthOfText('Nơi nhận', canvas.faces, 'regular', 14), at.y + 17],
      0.5,
    );
  }
  recipients.forEach((recipient, index) => {
    const end = index === recipients.length - 1 ? '.' : form === 'party' ? ',' : ';';
    canvas.text(`- ${recipient}${end}`, { x: at.x, y: at.y + 31 + index * 14, size });
  });
}

import { readFileSync } from 'node:fs';
import { centred, heading, paragraph, type Block } from './blocks.ts';

/**
 * Reads a paper's text. One block a line, by the first characters:
 * `= ` centred line · `! ` heading · `/ ` paragraph in italics · `~ ` centred note · `? ` paragraph that may be left out ·
 * `--` new page · `@name` blocks made by the program · anything else a paragraph. Inside a line `<b>` and `<i>`; a
 * paragraph that begins with `#.` gets the next number.
 */
export function readProse(file: URL, made: Readonly<Record<string, readonly Block[]>> = {}): Block[] {
  const lines = readFileSync(file, 'utf8')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim());
  const kept = lines.filter((line) => line !== '');
  return kept.flatMap((line, index) => {
    const blocks = toBlocks(line, made);
    return kept[index + 1] === '@signature' ? blocks.map(keepWithNext) : blocks;
  });
}

/** The signature never stands alone on a page. */
function keepWithNext(block: Block): Block {
  return block.kind === 'text' ? { ...block, style: { ...block.style, keepNext: true } } : block;
}

function toBlocks(line: string, made: Readonly<Record<string, readonly Block[]>>): readonly Block[] {
  if (line === '--') return [{ kind: 'page-break' }];
  if (line.startsWith('@')) {
    const blocks = made[line.slice(1)];
    if (!blocks) throw new Error(`nothing was made for ${line}`);
    return blocks;
  }
  const text = line.slice(2);
  if (line.startsWith('= ')) return [centred(text)];
  if (line.startsWith('! ')) return [heading(text)];
  if (line.startsWith('/ ')) return [paragraph(text, { face: 'italic' })];
  if (line.startsWith('~ ')) return [centred(text, { face: 'italic', before: 0, after: 8 })];
  if (line.startsWith('? ')) return [paragraph(text, {}, 0)];
  return [paragraph(line)];
}

/**
 * Gives the optional blocks and rows their ranks, scattered over the paper, so that a paper which needs half of them
 * does not have them all in its first half.
 */
export function scatterRanks(blocks: readonly Block[]): Block[] {
  const count = blocks.reduce((sum, block) => sum + optionalOf(block), 0);
  const step = strideFor(count);
  let index = 0;
  const next = (): number => (index++ * step) % count;
  return blocks.map((block) => {
    if (block.kind === 'table') {
      return {
        ...block,
        rows: block.rows.map((row) => (row.rank === undefined ? row : { ...row, rank: next() })),
      };
    }
    return 'rank' in block && block.rank !== undefined ? { ...block, rank: next() } : block;
  });
}

function optionalOf(block: Block): number {
  if (block.kind === 'table') return block.rows.filter((row) => row.rank !== undefined).length;
  return 'rank' in block && block.rank !== undefined ? 1 : 0;
}

/** A step near the golden section that meets every number below `count` once. */
function strideFor(count: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = Math.max(1, Math.round(count * 0.618));
  while (divisor(step, Math.max(1, count)) !== 1) step += 1;
  return step;
}

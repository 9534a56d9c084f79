import type { Figure, Target } from './figure.ts';
import type { Spread } from './spread.ts';

const columns = ['what', 'size', 'ours', 'limit', 'against', 'ratio', 'target', ''] as const;

/** The figures as a table for a terminal or for Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(cellsOf);
  const widths = columns.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(columns), rule, ...rows.map(line)].join('\n');
}

function cellsOf(figure: Figure): readonly string[] {
  const { what, size, unit, ours, limit, against, ratio, target, met } = figure;
  const verdict = met === null ? '' : met ? 'met' : 'MISSED';
  return [
    what,
    size,
    `${spread(ours)} ${unit}`,
    `${spread(limit)} ${unit}`,
    against,
    `${spread(ratio)}×`,
    targetText(target),
    verdict,
  ];
}

function spread({ median, least, most }: Spread): string {
  return `${short(median)} (${short(least)}–${short(most)})`;
}

function short(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function targetText(target: Target): string {
  if (target === null) return '';
  return 'atLeast' in target ? `≥ ${target.atLeast}×` : `≤ ${target.atMost}×`;
}

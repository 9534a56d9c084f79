import type { DrawingBlock } from './blocks.ts';
import type { Canvas } from './canvas.ts';

type Colour = readonly [number, number, number];

const palette: readonly Colour[] = [
  [0.65, 0.13, 0.13],
  [0.16, 0.34, 0.52],
  [0.62, 0.62, 0.6],
];

export interface Chart {
  readonly title: string;
  readonly unit: string;
  readonly groups: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Height of the axis. */
  readonly most: number;
  /** Between two lines of the grid. */
  readonly step: number;
}

const figure = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const height = 250;
const axis = { top: 46, bottom: 60, left: 34 };

/** Bars side by side, with their values above. */
export function barChart(chart: Chart): DrawingBlock {
  return drawingOf(chart, (canvas, area) => {
    const groupWidth = area.width / chart.groups.length;
    const barWidth = Math.min(30, (groupWidth * 0.7) / chart.series.length);
    chart.series.forEach(({ values }, index) => {
      values.forEach((value, group) => {
        const middle = area.x + groupWidth * (group + 0.5);
        const x = middle + (index - chart.series.length / 2) * barWidth;
        const tall = (value / chart.most) * area.height;
        const bar = { x: x + 1, y: area.y + area.height - tall, width: barWidth - 2, height: tall };
        canvas.fill(bar, palette[index] ?? [0, 0, 0]);
        canvas.text(figure.format(value), {
          x: x + barWidth / 2,
          y: area.y + area.height - tall - 3,
          size: 9,
          align: 'center',
        });
      });
    });
  });
}

/** Lines over time, one for each series. */
export function lineChart(chart: Chart): DrawingBlock {
  return drawingOf(chart, (canvas, area) => {
    const pitch = area.width / chart.groups.length;
    chart.series.forEach(({ values }, index) => {
      const points = values.map((value, group): readonly [number, number] => [
        area.x + pitch * (group + 0.5),
        area.y + area.height * (1 - value / chart.most),
      ]);
      canvas.path(points, 1.8, palette[index] ?? [0, 0, 0]);
      for (const [x, y] of points) {
        canvas.fill({ x: x - 2.2, y: y - 2.2, width: 4.4, height: 4.4 }, palette[index] ?? [0, 0, 0]);
      }
      const last = points.at(-1);
      if (last)
        canvas.text(figure.format(values.at(-1) ?? 0), {
          x: last[0] + 6,
          y: last[1] + 3,
          size: 10,
          face: 'bold',
        });
    });
  });
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawingOf(chart: Chart, drawSeries: (canvas: Canvas, area: Area) => void): DrawingBlock {
  return {
    kind: 'drawing',
    before: 6,
    height,
    draw(canvas, at) {
      const area = {
        x: at.x + axis.left,
        y: at.y + axis.top,
        width: at.width - axis.left,
        height: height - axis.top - axis.bottom,
      };
      canvas.text(chart.title, {
        x: at.x + at.width / 2,
        y: at.y + 14,
        size: 13,
        face: 'bold',
        align: 'center',
      });
      canvas.text(`Đơn vị: ${chart.unit}`, {
        x: at.x + at.width,
        y: at.y + 32,
        size: 10,
        face: 'italic',
        align: 'right',
      });
      drawGrid(canvas, chart, area);
      drawSeries(canvas, area);
      drawKey(canvas, chart, area);
    },
  };
}

function drawGrid(canvas: Canvas, chart: Chart, area: Area): void {
  for (let value = 0; value <= chart.most + 1e-9; value += chart.step) {
    const y = area.y + area.height * (1 - value / chart.most);
    canvas.rule([area.x, y], [area.x + area.width, y], value === 0 ? 0.8 : 0.3, value === 0 ? 0 : 0.75);
    canvas.text(figure.format(value), { x: area.x - 5, y: y + 3, size: 9, align: 'right' });
  }
  const pitch = area.width / chart.groups.length;
  chart.groups.forEach((group, index) => {
    canvas.text(group, {
      x: area.x + pitch * (index + 0.5),
      y: area.y + area.height + 14,
      size: 10,
      align: 'center',
    });
  });
}

function drawKey(canvas: Canvas, chart: Chart, area: Area): void {
  const pitch = area.width / chart.series.length;
  chart.series.forEach(({ name }, index) => {
    const x = area.x + pitch * index + 10;
    const y = area.y + area.height + 30;
    canvas.fill({ x, y, width: 10, height: 10 }, palette[index] ?? [0, 0, 0]);
    canvas.text(name, { x: x + 15, y: y + 9, size: 10 });
  });
}

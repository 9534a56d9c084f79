import type { TechLog } from '../../../shared/protocol/admin/tech-log.ts';

/** Hands the lines to the browser as a file: what support asks for, with the version in the first line. */
export function saveLog({ version, at, lines }: TechLog): void {
  const time = new Date(at).toISOString();
  const head = JSON.stringify({ product: 'nghi-su', version, time, lines: lines.length });
  const text = [head, ...lines.map((line) => line.text), ''].join('\n');
  const address = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `nghi-su-nhat-ky-${time.slice(0, 16).replaceAll(/[:T]/g, '-')}.ndjson`;
  link.click();
  // The browser has taken the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}

/** What is on the page for the sealed envelope. */
export interface EnvelopeFacts {
  readonly roomName: string;
  readonly bodyName: string;
  readonly roomId: string;
  readonly recoveryKey: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

const title = 'KHÓA KHÔI PHỤC PHÒNG HỌP KHÔNG GIẤY';

/** What the key does, and what it does not: each line is kept by a test. */
const explanation = [
  'Khóa này mở được mọi bản sao lưu của phòng (nghisu-hub restore …) và đặt lại được mật khẩu quản trị',
  '(nghisu-hub it-password --data <thư mục>). Khóa KHÔNG mở được ghi chú cá nhân, KHÔNG thay được mã PIN.',
  'Máy chủ không giữ khóa này; mất khóa thì các bản sao lưu đã có không mở được nữa, phải lập khóa mới.',
  'In hai bản, cho vào hai phong bì niêm phong, cất ở hai nơi. Không chụp ảnh, không để trong máy tính.',
];

/** The page as plain text. */
export function envelopeText(facts: EnvelopeFacts): string {
  return `${[
    title,
    '',
    ...rowsOf(facts).map(([label, value]) => `${`${label}:`.padEnd(16)}${value}`),
    '',
    `    ${facts.recoveryKey}`,
    '',
    ...explanation,
    '',
    'Người lập: ........................    Người niêm phong: ........................',
  ].join('\n')}\n`;
}

/** The page as one HTML file that a browser prints, with nothing fetched from anywhere. */
export function envelopeHtml(facts: EnvelopeFacts): string {
  const rows = rowsOf(facts)
    .map(([label, value]) => `<tr><th>${escaped(label)}</th><td>${escaped(value)}</td></tr>`)
    .join('');
  const lines = explanation.map(escaped).join(' ');
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
@page { size: A4; margin: 25mm }
body { font: 13pt/1.6 "Times New Roman", "Tinos", serif; max-width: 170mm; margin: auto }
h1 { font-size: 16pt; text-align: center } th { text-align: left; padding-right: 8mm; font-weight: normal }
p.key { font: bold 20pt/1.4 "Courier New", monospace; border: 0.5mm solid #000; padding: 6mm; text-align: center }
footer { display: flex; justify-content: space-between; margin-top: 15mm }
</style></head><body>
<h1>${title}</h1><table>${rows}</table>
<p class="key">${escaped(facts.recoveryKey)}</p><p>${lines}</p>
<footer><span>Người lập: ……………………</span><span>Người niêm phong: ……………………</span></footer>
</body></html>
`;
}

function rowsOf({
  roomName,
  bodyName,
  roomId,
  madeAt,
}: EnvelopeFacts): readonly (readonly [string, string])[] {
  return [
    ['Phòng họp', roomName],
    ['Cơ quan', bodyName],
    ['Mã phòng', roomId],
    ['Ngày lập', dateOf(madeAt)],
  ];
}

/** dd/mm/yyyy by this machine's clock. */
function dateOf(moment: number): string {
  const date = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

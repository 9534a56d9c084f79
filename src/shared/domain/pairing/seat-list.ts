import type { Surface } from '../../records/audience.ts';
import { seatLabel, type SeatLabel } from '../../records/ids.ts';
import type { Sentence } from '../../refusals/refusal.ts';
import { ok, refused, type Result } from '../../std/result.ts';
import { foldMarks } from '../../std/vietnamese-text.ts';

/**
 * The list of seats that IT gives to a mass pairing: a CSV file with a header and the columns name, seat, role, MAC,
 * as a spreadsheet writes it: `,` or `;` or a tab between fields, quotes where they are needed, a byte order mark or none. All
 * of it is good or none is taken: every line that is not is named with the reason.
 */

/** One machine that is expected. */
export interface ExpectedSeat {
  /** In the file, from 1; the header is line 1 of most files. */
  readonly line: number;
  /** What people call the machine. */
  readonly name: string;
  readonly surface: Surface;
  readonly seat: SeatLabel | null;
  /** Six bytes, lower case, with colons; null when the machine is known by its seat alone. */
  readonly mac: string | null;
}

/** What is wrong with a line. */
export interface LineProblem extends Sentence {
  readonly line: number;
}

/** No room has more terminals than this. */
export const mostSeats = 1_000;

const columnNames: Readonly<Record<string, keyof Columns>> = {
  name: 'name',
  ten: 'name',
  'ten may': 'name',
  may: 'name',
  seat: 'seat',
  'vi tri': 'seat',
  'so cho': 'seat',
  'cho ngoi': 'seat',
  ghe: 'seat',
  role: 'role',
  'vai tro': 'role',
  loai: 'role',
  mac: 'mac',
  'dia chi mac': 'mac',
  'mac address': 'mac',
};

const roles: Readonly<Record<string, Surface>> = {
  seat: 'seat',
  delegate: 'seat',
  'dai bieu': 'seat',
  chair: 'chair',
  'chu toa': 'chair',
  'chu tri': 'chair',
  clerk: 'clerk',
  secretary: 'clerk',
  'thu ky': 'clerk',
  screen: 'screen',
  'man hinh': 'screen',
};

/** Which field of a line is what. */
interface Columns {
  readonly name?: number;
  readonly seat: number;
  readonly role?: number;
  readonly mac?: number;
}

interface Line {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Reads the text of a file; the byte order mark may still be there. */
export function readSeatList(text: string): Result<readonly ExpectedSeat[], readonly LineProblem[]> {
  if (/[\uFFFD\0]/.test(text)) return refused([problems.notUtf8(1)]);
  const read = readLines(text.replace(/^\uFEFF/, ''));
  if (!read.ok) return refused([read.reason]);
  const [header, ...rows] = read.value;
  if (header === undefined) return refused([problems.empty(1)]);
  const columns = readHeader(header);
  if (!columns.ok) return refused([columns.reason]);
  if (rows.length === 0) return refused([problems.empty(header.line)]);
  if (rows.length > mostSeats) return refused([problems.tooMany(rows[mostSeats]?.line ?? 1)]);
  const each = rows.map((row) => readRow(row, columns.value));
  const seats = each.flatMap((one) => (one.ok ? [one.value] : []));
  const wrong = each.flatMap((one) => (one.ok ? [] : [one.reason]));
  const all = [...wrong, ...repetitions(seats)].toSorted((one, other) => one.line - other.line);
  return all.length > 0 ? refused(all) : ok(seats);
}

/** Splits the text into lines of fields; empty lines are left out, and a `sep=` line of a spreadsheet is obeyed. */
function readLines(text: string): Result<Line[], LineProblem> {
  const told = /^sep=([;,\t])\r?\n/i.exec(text);
  const separator = told?.[1] ?? mostLikely(text);
  const lines: Line[] = [];
  let fields: string[] = [];
  let field = '';
  let line = 1;
  let begun = 1;
  let quotedSince: number | null = null;
  const endLine = (): void => {
    fields.push(field);
    if (fields.some((one) => one.trim() !== '')) lines.push({ line: begun, fields });
    fields = [];
    field = '';
  };
  const from = told?.[0].length ?? 0;
  if (from > 0) begun = line = 2;
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\n') line += 1;
    if (quotedSince !== null) {
      if (letter !== '"') field += letter;
      else if (text.charAt(at + 1) === '"') field += text.charAt((at += 1));
      else quotedSince = null;
    } else if (letter === '"' && field.trim() === '') {
      quotedSince = line;
      field = '';
    } else if (letter === separator) {
      fields.push(field);
      field = '';
    } else if (letter === '\n' || (letter === '\r' && text.charAt(at + 1) !== '\n')) {
      if (letter === '\r') line += 1;
      endLine();
      begun = line;
    } else if (letter !== '\r') field += letter;
  }
  if (quotedSince !== null) return refused(problems.openQuote(quotedSince));
  endLine();
  return ok(lines);
}

/** The separator of the header: whichever stands there most often. */
function mostLikely(text: string): string {
  const header = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const times = (separator: string): number => header.split(separator).length;
  return [',', ';', '\t'].toSorted((one, other) => times(other) - times(one))[0] ?? ',';
}

function readHeader({ line, fields }: Line): Result<Columns, LineProblem> {
  const found: { -readonly [Name in keyof Columns]?: number } = {};
  for (const [at, field] of fields.entries()) {
    const folded = foldMarks(field)
      .trim()
      .replace(/[\s_-]+/g, ' ');
    if (folded === '') continue;
    const name = Object.hasOwn(columnNames, folded) ? columnNames[folded] : undefined;
    if (name === undefined) return refused(problems.unknownColumn(line, field.trim()));
    if (found[name] !== undefined) return refused(problems.columnTwice(line, field.trim()));
    found[name] = at;
  }
  const { seat } = found;
  return seat === undefined ? refused(problems.noSeatColumn(line)) : ok({ ...found, seat });
}

function readRow({ line, fields }: Line, columns: Columns): Result<ExpectedSeat, LineProblem> {
  const field = (at: number | undefined): string =>
    at === undefined ? '' : (fields[at] ?? '').trim().normalize('NFC');
  const extra = fields.findIndex((one, at) => one.trim() !== '' && !Object.values(columns).includes(at));
  if (extra >= 0) return refused(problems.extraField(line, fields[extra] ?? ''));
  const label = field(columns.seat).toUpperCase();
  const seat = label === '' ? null : seatLabel.safeParse(label);
  if (seat?.success === false) return refused(problems.badSeat(line, label));
  const role = foldMarks(field(columns.role)).replace(/\s+/g, ' ');
  const surface = role === '' ? 'seat' : Object.hasOwn(roles, role) ? roles[role] : undefined;
  if (surface === undefined) return refused(problems.badRole(line, field(columns.role)));
  if ((surface === 'seat') !== (seat !== null)) return refused(problems.seatAndRole(line));
  const written = field(columns.mac);
  const mac = written === '' ? null : readMac(written);
  if (written !== '' && mac === null) return refused(problems.badMac(line, written));
  const name = field(columns.name) || label || surface;
  if (name.length > 64) return refused(problems.longName(line));
  return ok({ line, name, surface, seat: seat?.data ?? null, mac });
}

/** A network card's own address in any of its spellings, as six lower-case bytes with colons; null for anything else. */
export function readMac(text: string): string | null {
  const isSpelling =
    /^[0-9a-f]{2}([:-])[0-9a-f]{2}(\1[0-9a-f]{2}){4}$/i.test(text) ||
    /^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$/i.test(text) ||
    /^[0-9a-f]{12}$/i.test(text);
  if (!isSpelling) return null;
  const hex = text.replace(/[^0-9a-f]/gi, '').toLowerCase();
  // An odd first byte is for groups of machines, and zeros stand for none.
  if (Number.parseInt(hex.slice(0, 2), 16) % 2 === 1 || /^0+$/.test(hex)) return null;
  return hex.replace(/(..)(?=.)/g, '$1:');
}

function repetitions(seats: readonly ExpectedSeat[]): LineProblem[] {
  const found: LineProblem[] = [];
  const firstSeat = new Map<string, number>();
  const firstMac = new Map<string, number>();
  for (const { line, seat, mac } of seats) {
    const seatBefore = seat === null ? undefined : firstSeat.get(seat);
    const macBefore = mac === null ? undefined : firstMac.get(mac);
    if (seat !== null && seatBefore !== undefined) found.push(problems.seatTwice(line, seat, seatBefore));
    if (mac !== null && macBefore !== undefined) found.push(problems.macTwice(line, mac, macBefore));
    if (seat !== null && seatBefore === undefined) firstSeat.set(seat, line);
    if (mac !== null && macBefore === undefined) firstMac.set(mac, line);
  }
  return found;
}

const at = (line: number, vi: string, en: string): LineProblem => ({
  line,
  vi: `Dòng ${line}: ${vi}.`,
  en: `Line ${line}: ${en}.`,
});

const problems = {
  notUtf8: (line: number) =>
    at(
      line,
      'tệp không phải văn bản UTF-8; hãy lưu lại dạng "CSV UTF-8"',
      'the file is not UTF-8 text; save it as “CSV UTF-8”',
    ),
  empty: (line: number) => at(line, 'danh sách không có máy nào', 'the list has no machine'),
  tooMany: (line: number) =>
    at(line, `danh sách dài quá ${mostSeats} máy`, `the list has more than ${mostSeats} machines`),
  openQuote: (line: number) => at(line, 'dấu ngoặc kép không được đóng', 'a quote is not closed'),
  unknownColumn: (line: number, name: string) =>
    at(
      line,
      `không biết cột "${name}"; các cột là tên, vị trí, vai trò, MAC`,
      `there is no column “${name}”; the columns are name, seat, role, mac`,
    ),
  columnTwice: (line: number, name: string) =>
    at(line, `cột "${name}" có hai lần`, `the column “${name}” is there twice`),
  noSeatColumn: (line: number) =>
    at(line, 'thiếu dòng tiêu đề hoặc thiếu cột vị trí', 'the header or its column for the seat is missing'),
  extraField: (line: number, text: string) =>
    at(line, `"${text}" không thuộc cột nào`, `“${text}” belongs to no column`),
  badSeat: (line: number, text: string) =>
    at(line, `"${text}" không phải là vị trí, như A07`, `“${text}” is no seat, such as A07`),
  badRole: (line: number, text: string) =>
    at(
      line,
      `không biết vai trò "${text}"; hãy ghi đại biểu, chủ tọa, thư ký hoặc màn hình`,
      `there is no role “${text}”; write seat, chair, clerk or screen`,
    ),
  seatAndRole: (line: number) =>
    at(
      line,
      'máy đại biểu phải có vị trí, máy khác thì không có',
      'a delegate’s terminal needs a seat, and no other machine has one',
    ),
  badMac: (line: number, text: string) =>
    at(
      line,
      `"${text}" không phải là địa chỉ MAC của một máy`,
      `“${text}” is not the MAC address of a machine`,
    ),
  longName: (line: number) => at(line, 'tên máy dài quá 64 ký tự', 'the name has more than 64 characters'),
  seatTwice: (line: number, seat: string, before: number) =>
    at(line, `vị trí ${seat} đã có ở dòng ${before}`, `seat ${seat} is in line ${before} already`),
  macTwice: (line: number, mac: string, before: number) =>
    at(line, `địa chỉ ${mac} đã có ở dòng ${before}`, `the address ${mac} is in line ${before} already`),
} as const;

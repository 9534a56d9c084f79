import { readFileSync, writeFileSync } from 'node:fs';
import {
  longestWindowMinutes,
  machineAccepted,
  pairingOverview,
  pairingWindowOpened,
  type ListedMachine,
  type PairingOverview,
} from '../../shared/protocol/admin/pairing.ts';
import { pairingTicket } from '../../shared/protocol/pairing.ts';
import { surface, type Surface } from '../../shared/records/audience.ts';
import { seatLabel } from '../../shared/records/ids.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import type { AskedHub } from './ask-hub.ts';
import type { CommandConsole } from './command-console.ts';
import { hubOptions, signInBy } from './sign-in-by.ts';
import {
  done,
  readCommandLine,
  wrong,
  type CommandEnd,
  type CommandLine,
  type HubCommand,
} from './hub-command.ts';

/** Opens and closes the pairing window, makes the ticket, and decides about the machines that wait. */
export const pairCommand: HubCommand = {
  word: 'pair',
  summary: {
    vi: 'Ghép máy vào phòng: mở thời gian ghép, xem mã, chấp nhận hoặc từ chối',
    en: 'Pair machines: open the window, see the codes, accept or refuse',
  },
  usage: '[--minutes <n> [--seats <csv>] [--ticket <file>] | --accept <n> | --refuse <n> | --close]',
  options: {
    minutes: {
      type: 'string',
      value: '<phút>',
      vi: 'Mở ghép máy từng ấy phút',
      en: 'Open for so many minutes',
    },
    seats: {
      type: 'string',
      value: '<tệp.csv>',
      vi: 'Danh sách: tên, vị trí, vai trò, MAC',
      en: 'The list: name, seat, role, mac',
    },
    ticket: {
      type: 'string',
      value: '<tệp>',
      vi: 'Ghi vé ghép máy vào tệp này',
      en: 'Write the ticket here',
    },
    accept: { type: 'string', value: '<số>', vi: 'Chấp nhận máy này', en: 'Accept this machine' },
    surface: { type: 'string', value: '<loại>', vi: 'seat, chair, clerk hoặc screen', en: 'Which surface' },
    seat: { type: 'string', value: '<vị trí>', vi: 'Vị trí, như A07', en: 'The seat, such as A07' },
    refuse: { type: 'string', value: '<số>', vi: 'Từ chối máy này', en: 'Refuse this machine' },
    close: { type: 'boolean', vi: 'Đóng ghép máy', en: 'Close the window' },
    ...hubOptions,
  },
  async run(args, console) {
    const line = readCommandLine(this, args);
    if (!line.ok) return line;
    const hub = await signInBy(line.value, console);
    if (!hub.ok) return hub;
    const acted = await act(this, line.value, hub.value, console);
    if (!acted.ok) return acted;
    const overview = await hub.value.ask('GET', '/v1/admin/pairing');
    if (!overview.ok) return overview;
    show(pairingOverview.parse(overview.value), console);
    return done;
  },
};

function act(
  command: HubCommand,
  line: CommandLine,
  hub: AskedHub,
  console: CommandConsole,
): Promise<CommandEnd> {
  const number = line.text('accept') ?? line.text('refuse');
  if (number !== null && !/^\d{1,6}$/.test(number))
    return Promise.resolve(refused(wrong(command, `"${number}"`, `"${number}"`)));
  if (line.has('close')) return told(hub.ask('DELETE', '/v1/admin/pairing/window'));
  if (line.text('accept') !== null) return accept(command, line, hub, console);
  if (number !== null) return told(hub.ask('POST', `/v1/admin/pairing/machines/${number}/refuse`));
  return line.text('minutes') === null ? Promise.resolve(done) : open(command, line, hub, console);
}

async function told(asked: Promise<Result<unknown, Sentence>>): Promise<CommandEnd> {
  const answer = await asked;
  return answer.ok ? done : answer;
}

async function open(
  command: HubCommand,
  line: CommandLine,
  hub: AskedHub,
  console: CommandConsole,
): Promise<CommandEnd> {
  const minutes = Number(line.text('minutes'));
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > longestWindowMinutes)
    return refused(
      wrong(command, `--minutes 1…${longestWindowMinutes}`, `--minutes 1…${longestWindowMinutes}`),
    );
  const seats = readSeats(line.text('seats'));
  if (!seats.ok) return seats;
  const opened = await hub.ask('POST', '/v1/admin/pairing/window', { minutes, seatList: seats.value });
  if (!opened.ok) return opened;
  const { problems } = pairingWindowOpened.parse(opened.value);
  for (const { vi, en } of problems) console.tell(`${vi} / ${en}`);
  if (problems.length > 0)
    return refused({
      vi: 'Danh sách có dòng sai nên chưa mở ghép máy.',
      en: 'The list has wrong lines, so the window was not opened.',
    });
  const file = line.text('ticket');
  return file === null ? done : writeTicket(file, hub, console);
}

/** The bytes of the file as text; what is not UTF-8 is found by the hub, which names the line. */
function readSeats(file: string | null): Result<string | null, Sentence> {
  if (file === null) return ok(null);
  try {
    return ok(readFileSync(file, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return refused({ vi: `Không đọc được tệp ${file} (${code}).`, en: `${file} cannot be read (${code}).` });
  }
}

async function writeTicket(file: string, hub: AskedHub, console: CommandConsole): Promise<CommandEnd> {
  const ticket = await hub.ask('GET', '/v1/admin/pairing/ticket');
  if (!ticket.ok) return ticket;
  try {
    writeFileSync(file, `${JSON.stringify(pairingTicket.parse(ticket.value), null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return refused({
      vi: `Không ghi được vé vào ${file} (${code}).`,
      en: `The ticket cannot be written (${code}).`,
    });
  }
  console.say(`Đã ghi vé ghép máy / ticket written: ${file}`);
  return done;
}

async function accept(
  command: HubCommand,
  line: CommandLine,
  hub: AskedHub,
  console: CommandConsole,
): Promise<CommandEnd> {
  const number = Number(line.text('accept'));
  const answer = await hub.ask('GET', '/v1/admin/pairing');
  if (!answer.ok) return answer;
  const machine = pairingOverview.parse(answer.value).machines.find((one) => one.number === number);
  const place = placeOf(line, machine);
  if (place === null) return refused(wrong(command, '--surface, --seat', '--surface, --seat'));
  const accepted = await hub.ask('POST', `/v1/admin/pairing/machines/${number}/accept`, place);
  if (!accepted.ok) return accepted;
  console.say(`Đã chấp nhận / accepted: ${machineAccepted.parse(accepted.value).deviceId}`);
  return done;
}

/** As the machine asks, unless the command says otherwise; null for what is no place. */
function placeOf(
  line: CommandLine,
  machine: ListedMachine | undefined,
): { readonly surface: Surface; readonly seat: string | null } | null {
  const kind = surface.safeParse(line.text('surface') ?? machine?.surface ?? 'seat');
  const label = line.text('seat')?.toUpperCase() ?? (kind.data === 'seat' ? machine?.seat : null) ?? null;
  if (!kind.success || (label !== null && !seatLabel.safeParse(label).success)) return null;
  return { surface: kind.data, seat: label };
}

const standings = { waiting: 'đang chờ', accepted: 'đã chấp nhận', refused: 'đã từ chối' } as const;

function show(
  { closesAt, addresses, pairingPort, machines, seats }: PairingOverview,
  console: CommandConsole,
): void {
  if (closesAt === null) console.say('Ghép máy đang đóng. / Pairing is closed.');
  else {
    const minutes = Math.max(1, Math.ceil((closesAt - Date.now()) / 60_000));
    const at = addresses.map((address) => `${address}:${pairingPort}`).join(', ');
    console.say(`Đang mở ghép máy, còn ${minutes} phút / pairing is open: ${at}`);
  }
  for (const { number, code, machineName, address, surface: kind, seat, standing, hasTicket } of machines) {
    const mark = code === null ? '' : `  ${code.slice(0, 3)} ${code.slice(3)}`;
    const ticket = hasTicket ? '  (vé / ticket)' : '';
    console.say(
      `  #${number}  ${machineName}  ${address}  ${seat ?? kind}  ${standings[standing]}${mark}${ticket}`,
    );
  }
  const paired = seats.filter(({ deviceId }) => deviceId !== null).length;
  if (seats.length > 0) console.say(`Danh sách / list: ${paired}/${seats.length}`);
}

import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { roomName } from '../../shared/protocol/admin/room-setup.ts';
import { roomId } from '../../shared/records/ids.ts';
import { refusalTable } from '../../shared/refusals/refusal-table.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import { readBodyPresets } from '../documents/sample-meeting.ts';
import { envelopeHtml, envelopeText, type EnvelopeFacts } from '../room-setup/envelope-page.ts';
import { setUpRoom, type RoomWish } from '../room-setup/set-up-room.ts';
import { samplePack } from '../start/meeting-content.ts';
import { openAuthority } from '../store/authority.ts';
import { openStore } from '../store/open-store.ts';
import { StoreRefusal } from '../store/store-refusal.ts';
import { newId, newRoomCode } from '../transport/secrets.ts';
import type { CommandConsole } from './command-console.ts';
import { askPassword } from './command-secrets.ts';
import { done, readCommandLine, wrong, type CommandLine, type HubCommand } from './hub-command.ts';

/** Makes a room in a new data folder, before its hub runs for the first time. */
export const makeRoomCommand: HubCommand = {
  word: 'make-room',
  summary: {
    vi: 'Lập phòng họp mới: tên, cơ quan, mật khẩu quản trị, khóa khôi phục để in',
    en: 'Make a room: its name, body, IT password, and the recovery key to print',
  },
  usage: '--data <folder> [--name <text>] [--body <id>] [--it-password-file <file>] [--page <file>]',
  options: {
    data: {
      type: 'string',
      value: '<thư mục>',
      vi: 'Thư mục dữ liệu, mới',
      en: 'The data folder, a new one',
    },
    name: {
      type: 'string',
      value: '<tên>',
      vi: 'Tên phòng họp; không ghi thì hỏi',
      en: 'Name of the room; asked for',
    },
    body: {
      type: 'string',
      value: '<mã>',
      vi: 'Cơ quan: standing-committee, party-committee, peoples-council…; không ghi thì hỏi',
      en: 'The body, such as standing-committee; asked for',
    },
    'it-password-file': {
      type: 'string',
      value: '<tệp>',
      vi: 'Tệp có mật khẩu quản trị ở dòng đầu; không ghi thì hỏi',
      en: 'File with the IT password in its first line; asked for',
    },
    page: {
      type: 'string',
      value: '<tệp>',
      vi: 'Ghi trang in cho phong bì (.html hoặc .txt); không ghi thì hiện ra màn hình',
      en: 'Writes the page for the envelope (.html or .txt); shown here otherwise',
    },
  },
  async run(args, console) {
    const line = readCommandLine(this, args);
    if (!line.ok) return line;
    const data = line.value.text('data');
    const page = line.value.text('page');
    if (data === null) return refused(wrong(this, 'thiếu --data', '--data is missing'));
    if (page !== null && existsSync(page)) return refused(alreadyThere(page));
    if (existsSync(data) && readdirSync(data).some((name) => name !== 'lost+found'))
      return refused(refusalTable['setup/in-use']);
    const bodies = await readBodyPresets(samplePack);
    const wish = await askFor(line.value, bodies, console);
    if (!wish.ok) return wish;
    const made = await make(resolve(data), wish.value);
    if (!made.ok) return made;
    const bodyName = bodies.find(({ id }) => id === wish.value.body)?.name ?? wish.value.body;
    handOver({ ...made.value, roomName: wish.value.name, bodyName }, page, console);
    return done;
  },
};

type Bodies = Awaited<ReturnType<typeof readBodyPresets>>;

async function askFor(
  line: CommandLine,
  bodies: Bodies,
  console: CommandConsole,
): Promise<Result<RoomWish, Sentence>> {
  const first = bodies[0]?.id ?? '';
  const name =
    line.text('name') ?? (await console.ask({ vi: 'Tên phòng họp', en: 'Name of the room' }, 'Phòng họp'));
  if (line.text('body') === null && console.isInteractive)
    for (const { id, name: what } of bodies) console.tell(`  ${id.padEnd(20)} ${what}`);
  const body = line.text('body') ?? (await console.ask({ vi: 'Cơ quan', en: 'Body' }, first));
  const known = roomName.safeParse(name);
  if (!known.success) return refused(wrong(makeRoomCommand, 'thiếu --name', '--name is missing'));
  if (!bodies.some(({ id }) => id === body)) {
    const ids = bodies.map(({ id }) => id).join(', ');
    return refused(wrong(makeRoomCommand, `--body là một trong: ${ids}`, `--body is one of: ${ids}`));
  }
  const password = await askPassword(line.text('it-password-file'), console);
  return password.ok ? ok({ name: known.data, body: body ?? first, password: password.value }) : password;
}

async function make(
  data: string,
  wish: RoomWish,
): Promise<Result<Pick<EnvelopeFacts, 'roomId' | 'recoveryKey' | 'madeAt'>, Sentence>> {
  const madeAt = Date.now();
  try {
    const store = openStore(data, {
      now: () => madeAt,
      newRoomId: () => roomId.parse(newId('room')),
      newRoomCode,
    });
    try {
      await openAuthority(store.folder, store.roomId);
      const made = await setUpRoom(wish, {
        data,
        itPassword: store.itPassword,
        randomBytes: (length) => new Uint8Array(randomBytes(length)),
        now: () => madeAt,
      });
      if (!made.ok) return refused(refusalTable[made.reason]);
      return ok({ roomId: store.roomId, recoveryKey: made.value, madeAt });
    } finally {
      store.close();
    }
  } catch (error) {
    if (error instanceof StoreRefusal) return refused(error.sentence);
    throw error;
  }
}

function handOver(facts: EnvelopeFacts, page: string | null, console: CommandConsole): void {
  console.say(`Đã lập phòng họp "${facts.roomName}" / The room has been made (${facts.roomId}).`);
  if (page === null) {
    console.say('');
    console.say(envelopeText(facts));
    return;
  }
  const text = page.toLowerCase().endsWith('.html') ? envelopeHtml(facts) : envelopeText(facts);
  writeFileSync(page, text, { mode: 0o600, flag: 'wx' });
  console.say(
    `Trang in cho phong bì: ${page}. In xong hãy xóa tệp này. / Page for the envelope; delete it once printed.`,
  );
}

function alreadyThere(file: string): Sentence {
  return { vi: `Tệp ${file} đã có sẵn.`, en: `The file ${file} is there already.` };
}

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isItPassword } from '../../shared/policy/it-password.ts';
import { writeRecoveryKey } from '../../shared/private-layer/recovery-key.ts';
import { mustStart, type HubProcess } from '../audit/hub-process.ts';
import { readRestoreKey } from '../backup/read-restore-key.ts';
import { readRoomFacts } from '../room-setup/room-facts.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { commandTable } from './command-table.ts';
import type { CommandConsole } from './command-console.ts';
import { dispatch } from './dispatch.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const at = (...names: string[]): string => join(folder.path, ...names);
const secret = (name: string, text: string): string => {
  writeFileSync(at(name), `${text}\n`);
  return at(name);
};

/** Gives a command to the program; `answers` are typed when it asks. */
async function give(args: readonly string[], answers: readonly string[] | null = null) {
  const said: string[] = [];
  const told: string[] = [];
  const typed = [...(answers ?? [])];
  const console: CommandConsole = {
    say: (line) => void said.push(line),
    tell: (line) => void told.push(line),
    isInteractive: answers !== null,
    ask: async (_question, fallback) => (answers === null ? null : typed.shift() || fallback),
    askSecret: async () => (answers === null ? null : (typed.shift() ?? '')),
  };
  const code = await dispatch(args, commandTable, console);
  return { code, said: said.join('\n'), told: told.join('\n') };
}

const password = 'Phòng họp tầng 3, 2026';
const keyIn = (text: string): string => /\b[0-9A-Z]{5}(?:-[0-9A-Z]{5}){5}\b/.exec(text)?.[0] ?? '';
const make = (data: string, ...more: string[]) =>
  give([
    'make-room',
    ...['--data', data, '--name', 'Phòng họp số 1', '--body', 'standing-committee'],
    ...['--it-password-file', secret('it.txt', password), ...more],
  ]);

describe('make-room', () => {
  it('makes a room without asking anybody, with a page for the envelope', async () => {
    const { code, said } = await make(at('room'), '--page', at('phong-bi.html'));
    expect(code).toBe(0);
    const page = readFileSync(at('phong-bi.html'), 'utf8');
    expect(page).toContain('Phòng họp số 1');
    expect(page).toContain('Ban Thường vụ Tỉnh ủy');
    expect(readRestoreKey(keyIn(page)).ok).toBe(true);
    expect(said).not.toContain(keyIn(page));
    const kept = readdirSync(at('room'));
    expect(kept).toEqual(
      expect.arrayContaining([
        'log.sqlite',
        'credentials.sqlite',
        'signing-key.pem',
        'backup-keys.json',
        'it-password.txt',
        'room.json',
      ]),
    );
    // The recovery key itself is nowhere in the folder.
    const letters = keyIn(page).replaceAll('-', '');
    const all = kept
      .filter((name) => name !== 'blobs')
      .map((name) => readFileSync(at('room', name), 'latin1'));
    expect(all.some((text) => text.includes(letters) || text.includes(keyIn(page)))).toBe(false);
    expect(readRoomFacts(at('room'))).toMatchObject({ name: 'Phòng họp số 1', body: 'standing-committee' });
    expect(await isItPassword(password, readFileSync(at('room', 'it-password.txt'), 'utf8').trim())).toBe(
      true,
    );
  });

  it('asks for what is not said, with defaults', async () => {
    const { code, said } = await give(
      ['make-room', '--data', at('asked')],
      ['', 'peoples-council', password, password],
    );
    expect(code).toBe(0);
    expect(said).toContain('Hội đồng nhân dân tỉnh');
    expect(readRestoreKey(keyIn(said)).ok).toBe(true);
  });

  it.each([
    ['a folder with a room in it', async () => make(at('room')), 'đã có dữ liệu'],
    [
      'a body that is none',
      async () => give(['make-room', '--data', at('x'), '--name', 'P', '--body', 'club']),
      '--body là một trong',
    ],
    [
      'a weak password',
      async () =>
        give([
          'make-room',
          '--data',
          at('x'),
          '--name',
          'P',
          '--body',
          'working-meeting',
          '--it-password-file',
          secret('weak', '1234'),
        ]),
      'Mật khẩu',
    ],
    [
      'two passwords that differ',
      async () => give(['make-room', '--data', at('y')], ['', '', password, 'another one 12']),
      'khác nhau',
    ],
    ['nobody to ask', async () => give(['make-room', '--data', at('z')]), '--name'],
    ['a page that is there already', async () => make(at('w'), '--page', at('it.txt')), 'đã có sẵn'],
    ['no data folder', async () => give(['make-room']), '--data'],
  ])('refuses %s with a sentence', async (_what, tried, sentence) => {
    const { code, told } = await tried();
    expect(code).toBe(2);
    expect(told.split('\n').at(-1)).toContain(sentence);
  });
});

describe('a room that is backed up and restored by commands', () => {
  let hub: HubProcess | null = null;
  afterAll(async () => void (await hub?.end('SIGKILL')));
  const keyFile = (): string => secret('key.txt', keyIn(readFileSync(at('phong-bi.html'), 'utf8')));
  const backup = (...more: string[]) =>
    give(['backup', '--hub', hub?.url ?? '', '--password-file', secret('it.txt', password), ...more]);

  it('goes all the way', async () => {
    hub = await mustStart(['--data', at('room'), '--port', '0', '--sample']);
    expect(await backup()).toMatchObject({
      code: 2,
      told: expect.stringContaining('Chưa đặt thư mục sao lưu'),
    });
    expect(await backup('--to', at('nowhere'))).toMatchObject({
      code: 2,
      told: expect.stringContaining('Không thấy thư mục'),
    });
    mkdirSync(at('disk'));
    expect(await backup('--to', at('disk'))).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Bản gần nhất .*\d\d\/\d\d\/\d{4}/),
    });
    expect(await backup('--status')).toMatchObject({ code: 0, said: expect.stringContaining(at('disk')) });
    expect(await backup('--check')).toMatchObject({ code: 0, said: expect.stringContaining('nguyên vẹn') });
    const wrong = await give([
      'backup',
      '--hub',
      hub.url,
      '--password-file',
      secret('other.txt', 'not this one 12'),
    ]);
    expect(wrong).toMatchObject({ code: 2, told: expect.stringContaining('Mật khẩu') });
    await hub.end('SIGKILL');

    expect(await give(['restore', at('disk'), '--check', '--recovery-key-file', keyFile()])).toMatchObject({
      code: 0,
    });
    const restored = await give([
      'restore',
      at('disk'),
      '--data',
      at('restored'),
      '--recovery-key-file',
      keyFile(),
    ]);
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('CHƯA CÓ những gì xảy ra sau') });
    hub = await mustStart(['--data', at('restored'), '--port', '0']);
    expect(hub.ready['meetingId']).not.toBeNull();
    expect(await backup('--status')).toMatchObject({ code: 0 });
    await hub.end('SIGTERM');
  }, 120_000);

  it.each([
    ['a mistyped key', () => secret('bad.txt', 'ABCDE-FGHJK-MNPQR-STVWX-YZ012-34567'), 'gõ chưa đúng'],
    [
      'another room’s key',
      () => secret('bad.txt', writeRecoveryKey(new Uint8Array(16).fill(3))),
      'không phải của bản sao lưu',
    ],
  ])('refuses %s', async (_what, file, sentence) => {
    const { code, told } = await give([
      'restore',
      at('disk'),
      '--data',
      at('never'),
      '--recovery-key-file',
      file(),
    ]);
    expect({ code, said: told.includes(sentence) }).toEqual({ code: 2, said: true });
  });

  it.each([
    [
      'a backup of which a part was cut',
      (file: string) => file.includes('parts') && file.endsWith('.age'),
      'Bản sao lưu bị hỏng hoặc thiếu tệp. Chưa ghi gì; hãy dùng bản khác.',
    ],
    [
      'a backup whose list of contents was cut',
      (file: string) => file.endsWith('contents.json'),
      'Bảng kê của bản sao lưu bị thiếu, bị hỏng hoặc bị sửa nên không dùng được. Hãy dùng bản khác.',
    ],
    [
      'a backup of which a document was cut',
      (file: string) => file.includes('objects'),
      'Bản sao lưu thiếu hoặc hỏng tài liệu. Chưa ghi gì; hãy dùng bản khác',
    ],
  ])('refuses %s with a sentence, and writes nothing', async (_what, isHurt, sentence) => {
    const hurt = mkdtempSync(at('hurt-'));
    cpSync(at('disk'), hurt, { recursive: true });
    const file = readdirSync(hurt, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(hurt.length + 1))
      .find(isHurt);
    truncateSync(join(hurt, file ?? 'none'), 40);
    const never = at('never');
    const { code, told } = await give([
      ...['restore', hurt, '--data', never, '--recovery-key-file', keyFile()],
    ]);
    expect({ code, told }).toEqual({ code: 2, told: expect.stringContaining(sentence) });
    expect(existsSync(never)).toBe(false);
  });

  it('resets the IT password with the recovery key, and with nothing else', async () => {
    const set = (...more: string[]) =>
      give([
        'it-password',
        '--data',
        at('restored'),
        '--it-password-file',
        secret('new.txt', 'Một mật khẩu mới 9'),
        ...more,
      ]);
    expect(await set()).toMatchObject({ code: 2 });
    expect(await set('--old-password-file', secret('o.txt', 'a wrong one 123'))).toMatchObject({ code: 2 });
    expect(await set('--recovery-key-file', keyFile())).toMatchObject({ code: 0 });
    const encoded = readFileSync(at('restored', 'it-password.txt'), 'utf8').trim();
    expect(await isItPassword('Một mật khẩu mới 9', encoded)).toBe(true);
    expect(await set('--old-password-file', secret('o.txt', 'Một mật khẩu mới 9'))).toMatchObject({
      code: 0,
    });
  });

  it('says that no hub answers', async () => {
    const told = await give([
      'backup',
      '--hub',
      'http://127.0.0.1:9',
      '--password-file',
      secret('it.txt', password),
    ]);
    expect(told).toMatchObject({
      code: 2,
      told: expect.stringContaining('Không có máy chủ phòng họp nào trả lời'),
    });
  });
});

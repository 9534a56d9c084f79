import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isItPassword } from '../../shared/policy/it-password.ts';
import { roomId } from '../../shared/records/ids.ts';
import { refusalTable } from '../../shared/refusals/refusal-table.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import { readBackupKeys } from '../backup/keep-backup-keys.ts';
import { readRestoreKey } from '../backup/read-restore-key.ts';
import { keysOfRecoveryKey } from '../backup/recovery-keys.ts';
import { setItPassword } from '../store/it-password.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { StoreRefusal } from '../store/store-refusal.ts';
import { newId, newRoomCode } from '../transport/secrets.ts';
import type { CommandConsole } from './command-console.ts';
import { askPassword, readSecret } from './command-secrets.ts';
import { done, readCommandLine, wrong, type CommandLine, type HubCommand } from './hub-command.ts';
import { noRoom } from './import-update-command.ts';

/**
 * Sets the IT password of a room whose hub is stopped. Who has the data folder could do as much by hand; the command
 * asks for the password in force or the recovery key, so that a passer-by at the machine does not do it in a minute.
 */
export const itPasswordCommand: HubCommand = {
  word: 'it-password',
  summary: {
    vi: 'Đặt hoặc đặt lại mật khẩu quản trị (máy chủ phải đang dừng)',
    en: 'Set or reset the IT password (with the hub stopped)',
  },
  usage:
    '--data <folder> [--recovery-key-file <file> | --old-password-file <file>] [--it-password-file <file>]',
  options: {
    data: { type: 'string', value: '<thư mục>', vi: 'Thư mục dữ liệu của phòng', en: 'The data folder' },
    'recovery-key-file': {
      type: 'string',
      value: '<tệp>',
      vi: 'Tệp có khóa khôi phục ở dòng đầu',
      en: 'File with the recovery key in its first line',
    },
    'old-password-file': {
      type: 'string',
      value: '<tệp>',
      vi: 'Tệp có mật khẩu đang dùng ở dòng đầu',
      en: 'File with the password in force in its first line',
    },
    'it-password-file': {
      type: 'string',
      value: '<tệp>',
      vi: 'Tệp có mật khẩu mới ở dòng đầu; không ghi thì hỏi',
      en: 'File with the new password in its first line; asked for',
    },
  },
  async run(args, console) {
    const line = readCommandLine(this, args);
    if (!line.ok) return line;
    const data = line.value.text('data');
    if (data === null) return refused(wrong(this, 'thiếu --data', '--data is missing'));
    if (!existsSync(join(data, 'log.sqlite'))) return refused(noRoom(data));
    const sources = { now: Date.now, newRoomId: () => roomId.parse(newId('room')), newRoomCode };
    try {
      const store = openStore(resolve(data), sources);
      try {
        const isAllowed = await mayChange(line.value, store, console);
        if (!isAllowed.ok) return isAllowed;
        const password = await askPassword(line.value.text('it-password-file'), console);
        if (!password.ok) return password;
        const set = await setItPassword(store.itPassword, password.value);
        if (!set.ok) return refused(refusalTable[set.reason]);
      } finally {
        store.close();
      }
    } catch (error) {
      if (error instanceof StoreRefusal) return refused(error.sentence);
      throw error;
    }
    console.say('Đã đặt mật khẩu quản trị. / The IT password has been set.');
    return done;
  },
};

async function mayChange(
  line: CommandLine,
  store: Store,
  console: CommandConsole,
): Promise<Result<null, Sentence>> {
  const encoded = store.itPassword.encoded();
  if (encoded === null) return ok(null);
  const oldFile = line.text('old-password-file');
  const kept = readBackupKeys(store.folder);
  if (oldFile !== null || kept === null) {
    const question = { vi: 'Mật khẩu quản trị đang dùng', en: 'IT password in force' };
    const old = await readSecret(oldFile, question, '--old-password-file', console);
    if (!old.ok) return old;
    return (await isItPassword(old.value, encoded))
      ? ok(null)
      : refused(refusalTable['admin/wrong-password']);
  }
  const question = { vi: 'Khóa khôi phục của phòng', en: 'Recovery key of the room' };
  const typed = await readSecret(line.text('recovery-key-file'), question, '--recovery-key-file', console);
  if (!typed.ok) return typed;
  const key = readRestoreKey(typed.value);
  if (!key.ok) return refused(refusalTable[key.reason]);
  const isRight = (await keysOfRecoveryKey(key.value)).kept.recipient === kept.recipient;
  return isRight ? ok(null) : refused(refusalTable['backup/wrong-key']);
}

import { resolve } from 'node:path';
import { refusalTable } from '../../shared/refusals/refusal-table.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { refused } from '../../shared/std/result.ts';
import { BackupRefused } from '../backup/backup-refusal.ts';
import { findBackup } from '../backup/backup-set.ts';
import { readRestoreKey } from '../backup/read-restore-key.ts';
import { checkForRestore, restoreBackup } from '../backup/restore-backup.ts';
import type { CommandConsole } from './command-console.ts';
import { readSecret } from './command-secrets.ts';
import { done, readCommandLine, wrong, type HubCommand } from './hub-command.ts';
import { inTime, restoredInWords } from './restore-words.ts';

/** Restores a room from a backup into a new data folder, with the printed recovery key. */
export const restoreCommand: HubCommand = {
  word: 'restore',
  summary: {
    vi: 'Khôi phục phòng họp từ bản sao lưu vào thư mục mới, bằng khóa khôi phục',
    en: 'Restore a room from a backup into a new folder, with the recovery key',
  },
  usage: '<backup> --data <new folder> [--check] [--without-damaged-documents] [--recovery-key-file <file>]',
  options: {
    data: {
      type: 'string',
      value: '<thư mục>',
      vi: 'Thư mục dữ liệu mới, trống',
      en: 'The new data folder, empty',
    },
    check: {
      type: 'boolean',
      vi: 'Chỉ kiểm tra mọi tệp, không ghi gì',
      en: 'Only check every file, write nothing',
    },
    'without-damaged-documents': {
      type: 'boolean',
      vi: 'Khôi phục phần còn lại khi có tài liệu hỏng',
      en: 'Restore the rest where documents are damaged',
    },
    'recovery-key-file': {
      type: 'string',
      value: '<tệp>',
      vi: 'Tệp có khóa khôi phục ở dòng đầu; không ghi thì hỏi',
      en: 'File with the recovery key in its first line; asked for',
    },
  },
  async run(args, console) {
    const line = readCommandLine(this, args, 1);
    if (!line.ok) return line;
    const [path] = line.value.words;
    const data = line.value.text('data');
    const isCheck = line.value.has('check');
    if (path === undefined || (data === null) !== isCheck) {
      return refused(
        wrong(
          this,
          'cần <bản sao lưu> và --data, hoặc --check',
          'a backup and --data are needed, or --check',
        ),
      );
    }
    const backup = await findBackup(path);
    if (!backup.ok) return refused(refusalTable[backup.reason]);
    const question = { vi: 'Khóa khôi phục', en: 'Recovery key' };
    const typed = await readSecret(
      line.value.text('recovery-key-file'),
      question,
      '--recovery-key-file',
      console,
    );
    if (!typed.ok) return typed;
    const key = readRestoreKey(typed.value);
    if (!key.ok) return refused(refusalTable[key.reason]);
    const wish = {
      backup: backup.value,
      recoveryKey: key.value,
      withoutDamagedDocuments: line.value.has('without-damaged-documents'),
    };
    try {
      if (data === null) return await onlyCheck(wish, console);
      const into = resolve(data);
      const facts = await restoreBackup({ ...wish, data: into, now: Date.now }, tellingProgress(console));
      for (const text of restoredInWords(facts, into)) console.say(text);
      return done;
    } catch (error) {
      if (error instanceof BackupRefused) return refused(sentenceFor(error));
      throw error;
    }
  },
};

async function onlyCheck(wish: Parameters<typeof checkForRestore>[0], console: CommandConsole) {
  const { contents, extra } = await checkForRestore(wish);
  const { madeAt, objects, seq } = contents;
  console.say(`Bản sao lưu ${inTime(madeAt)} nguyên vẹn: ${objects.length} tài liệu, bản ghi số ${seq}.`);
  console.say(`The backup is whole: ${objects.length} documents, entry ${seq}.`);
  if (extra.length > 0) console.say(`Tệp lạ, không đọc / stray files, not read: ${extra.join(', ')}`);
  return done;
}

function tellingProgress(console: CommandConsole) {
  let told = 0;
  return ({ doneBytes, totalBytes }: { doneBytes: number; totalBytes: number }): void => {
    const percent = totalBytes === 0 ? 100 : Math.floor((100 * doneBytes) / totalBytes);
    if (percent < told + 10) return;
    told = percent;
    console.tell(`${percent} %`);
  };
}

function sentenceFor({ code, files }: BackupRefused): Sentence {
  const { vi, en } = refusalTable[code];
  const named =
    files.length === 0 ? '' : ` [${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}]`;
  return { vi, en: `${en}${named}` };
}

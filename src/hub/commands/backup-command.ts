import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { backupsOverview, type BackupsOverview } from '../../shared/protocol/admin/backups.ts';
import { refusalTable } from '../../shared/refusals/refusal-table.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import type { AskedHub } from './ask-hub.ts';
import type { CommandConsole } from './command-console.ts';
import { done, readCommandLine, type CommandEnd, type HubCommand } from './hub-command.ts';
import { inMegabytes, inTime } from './restore-words.ts';
import { hubOptions, signInBy } from './sign-in-by.ts';

/** Makes or checks a backup of a room whose hub runs, through its local door. */
export const backupCommand: HubCommand = {
  word: 'backup',
  summary: {
    vi: 'Sao lưu phòng họp ngay (máy chủ đang chạy), hoặc kiểm tra bản gần nhất',
    en: 'Back the room up now (with the hub running), or check the last backup',
  },
  usage: '[--to <folder>] [--anew] [--check | --status] [--hub <address>] [--password-file <file>]',
  options: {
    to: {
      type: 'string',
      value: '<thư mục>',
      vi: 'Ghi vào thư mục này, ví dụ USB; không ghi thì theo cài đặt',
      en: 'Into this folder, such as a stick; by the settings otherwise',
    },
    anew: {
      type: 'boolean',
      vi: 'Bắt đầu lại ở thư mục mà các bản trước không còn',
      en: 'Begin again where earlier backups are gone',
    },
    check: {
      type: 'boolean',
      vi: 'Đọc lại và kiểm tra bản gần nhất',
      en: 'Read the last backup and check it',
    },
    status: { type: 'boolean', vi: 'Chỉ xem tình trạng', en: 'Only say how it stands' },
    ...hubOptions,
  },
  async run(args, console) {
    const line = readCommandLine(this, args);
    if (!line.ok) return line;
    const hub = await signInBy(line.value, console);
    if (!hub.ok) return hub;
    const to = line.value.text('to');
    const isLook = line.value.has('status');
    const begun = isLook
      ? await hub.value.ask('GET', '/v1/admin/backups')
      : line.value.has('check')
        ? await hub.value.ask('POST', '/v1/admin/backups/check', {})
        : await hub.value.ask('POST', '/v1/admin/backups', {
            folder: to === null ? null : resolve(to),
            anew: line.value.has('anew'),
          });
    if (!begun.ok) return begun;
    const end = isLook ? ok(backupsOverview.parse(begun.value)) : await follow(hub.value, console);
    if (!end.ok) return end;
    return report(end.value, isLook ? 'status' : line.value.has('check') ? 'check' : 'make', console);
  },
};

const lookMs = 500;

async function follow(hub: AskedHub, console: CommandConsole): Promise<Result<BackupsOverview, Sentence>> {
  let told = -1;
  for (;;) {
    const answer = await hub.ask('GET', '/v1/admin/backups');
    if (!answer.ok) return answer;
    const overview = backupsOverview.parse(answer.value);
    if (overview.running === null) return ok(overview);
    const { doneBytes, totalBytes } = overview.running;
    const percent = totalBytes === 0 ? 0 : Math.floor((100 * doneBytes) / totalBytes);
    if (percent >= told + 10) {
      told = percent;
      console.tell(`${percent} %`);
    }
    await wait(lookMs);
  }
}

function report(
  { last, problem, check, nextAt }: BackupsOverview,
  asked: 'make' | 'check' | 'status',
  console: CommandConsole,
): CommandEnd {
  if (asked === 'check' && check !== null) {
    if (check.problem !== null) return refused(withFiles(refusalTable[check.problem], check.files));
    console.say(`Bản ${check.name} nguyên vẹn. / Backup ${check.name} is whole.`);
    return done;
  }
  if (asked === 'make' && problem !== null)
    return refused(withFiles(refusalTable[problem.code], problem.files));
  if (last === null) console.say('Chưa có bản sao lưu nào. / No backup yet.');
  else {
    const { name, folder, madeAt, documents, bytes, newBytes, lacking } = last;
    console.say(`Bản gần nhất / last backup: ${name}, ${inTime(madeAt)}, ${folder}`);
    console.say(
      `${documents} tài liệu / documents, ${inMegabytes(bytes)} (mới ghi / newly written ${inMegabytes(newBytes)})`,
    );
    if (lacking > 0)
      console.say(
        `Máy chủ thiếu hoặc hỏng ${lacking} tài liệu. / The hub itself lacks ${lacking} documents.`,
      );
  }
  if (asked === 'status' && problem !== null)
    console.say(`Lần gần nhất không được / the last try failed: ${refusalTable[problem.code].vi}`);
  if (nextAt !== null) console.say(`Lần tới / next: ${inTime(nextAt)}`);
  return done;
}

function withFiles({ vi, en }: Sentence, files: readonly string[]): Sentence {
  const named =
    files.length === 0 ? '' : ` [${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}]`;
  return { vi, en: `${en}${named}` };
}

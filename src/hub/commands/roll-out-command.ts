import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rollOutTo, type RollOut, type RollOutTo } from '../../shared/protocol/updates.ts';
import { refusalTable } from '../../shared/refusals/refusal-table.ts';
import type { Sentence } from '../../shared/refusals/refusal.ts';
import { ok, refused, type Result } from '../../shared/std/result.ts';
import { createHubUpdates } from '../updates/hub-updates.ts';
import { trustOfProcess } from '../updates/release-trust.ts';
import { readRollOut } from '../updates/roll-out-file.ts';
import { done, readCommandLine, wrong, type CommandLine, type HubCommand } from './hub-command.ts';
import { noRoom } from './import-update-command.ts';

/** Says whom a release is rolled out to, or changes it. The hub may run: terminals hear of it at their next question. */
export const rollOutCommand: HubCommand = {
  word: 'roll-out',
  summary: {
    vi: 'Triển khai bản cập nhật cho một vài máy, cho tất cả, hoặc dừng lại',
    en: 'Roll an update out to some terminals, to all, or stop',
  },
  usage: '[<version>] --data <folder> [--to seat:A07,chair | --all | --stop]',
  options: {
    data: { type: 'string', value: '<thư mục>', vi: 'Thư mục dữ liệu của phòng', en: 'The data folder' },
    to: {
      type: 'string',
      value: '<máy,máy>',
      vi: 'Chỉ các máy này, ví dụ seat:A07,chair',
      en: 'These terminals only, such as seat:A07,chair',
    },
    all: { type: 'boolean', vi: 'Tất cả các máy', en: 'All terminals' },
    stop: {
      type: 'boolean',
      vi: 'Dừng, không máy nào cập nhật nữa',
      en: 'Stop: no terminal updates any more',
    },
  },
  async run(args, console) {
    const line = readCommandLine(this, args, 1);
    if (!line.ok) return line;
    const data = line.value.text('data');
    if (data === null) return refused(wrong(this, 'thiếu --data', '--data is missing'));
    if (!existsSync(join(data, 'log.sqlite'))) return refused(noRoom(data));
    const trust = trustOfProcess();
    if (!trust.ok) return trust;
    const folder = join(data, 'updates');
    const wish = wishOf(line.value);
    if (!wish.ok) return wish;
    if (wish.value !== null) {
      // Whether a meeting is open matters when files are fetched, not when it is said who may fetch them.
      const updates = createHubUpdates({
        folder,
        trust: trust.value,
        isMeetingOpen: () => false,
        now: Date.now,
      });
      const rolled = await updates.rollOutTo(wish.value);
      if (!rolled.ok) return refused(refusalTable[rolled.reason]);
    }
    console.say(inWords(readRollOut(join(folder, 'roll-out.json'))));
    return done;
  },
};

/** Null when nothing is to be changed. */
function wishOf(line: CommandLine): Result<RollOut | null, Sentence> {
  const [version = null] = line.words;
  const named = line.text('to');
  const count = Number(named !== null) + Number(line.has('all')) + Number(line.has('stop'));
  if (count === 0 && version === null) return ok(null);
  if (count !== 1 || (version === null) !== line.has('stop')) {
    return refused(
      wrong(
        rollOutCommand,
        'nêu phiên bản cùng --to hoặc --all, hoặc chỉ --stop',
        'name a version with --to or --all, or --stop alone',
      ),
    );
  }
  const target = rollOutTo.safeParse(targetOf(line, named));
  if (target.success) return ok({ version, target: target.data });
  return refused(
    wrong(rollOutCommand, `--to ${named} không phải tên máy`, `--to ${named} names no terminal`),
  );
}

function targetOf(line: CommandLine, named: string | null): RollOutTo {
  if (named !== null) return { to: 'some', terminals: named.split(',').map((name) => name.trim()) };
  return { to: line.has('all') ? 'all' : 'nobody' };
}

function inWords({ version, target }: RollOut): string {
  if (version === null || target.to === 'nobody') return 'Không triển khai bản nào / nothing is rolled out';
  if (target.to === 'all') return `Bản ${version} cho tất cả các máy / ${version} to all terminals`;
  return `Bản ${version} cho / ${version} to: ${target.terminals.join(', ')}`;
}
